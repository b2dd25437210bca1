// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/clipboardtyping.h"

#include "ui/common/accentbutton.h"
#include "ui/console/consolechoices.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoletasks.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>

namespace {
QString nameOf(const TypingLayout &layout)
{
    if (layout.id() == u"de")
        return ClipboardTyping::tr("German");
    if (layout.id() == u"fr")
        return ClipboardTyping::tr("French");
    if (layout.id() == u"gb")
        return ClipboardTyping::tr("English (UK)");
    if (layout.id() == u"es")
        return ClipboardTyping::tr("Spanish");
    if (layout.id() == u"it")
        return ClipboardTyping::tr("Italian");
    return ClipboardTyping::tr("English (US)");
}

/// Which characters go missing; one that shows nothing is said by its number.
QString spelled(const QString &missing)
{
    QStringList words;
    for (const auto character : missing.toUcs4()) {
        const char32_t one = character;
        words << (QChar::isPrint(character) && !QChar::isSpace(character) ? QString::fromUcs4(&one, 1)
                                                                          : QStringLiteral("U+%1").arg(character, 4, 16, QLatin1Char('0')).toUpper());
    }
    constexpr int shown = 20;
    if (words.size() > shown)
        words = words.mid(0, shown) << QStringLiteral("…");
    return words.join(u' ');
}

/// Shows no text: what is typed is often a password.
class Question final : public QDialog {
public:
    Question(const QString &text, const QString &layout, QWidget *window) : QDialog(window), m_text(text)
    {
        setAttribute(Qt::WA_DeleteOnClose);
        setWindowTitle(ClipboardTyping::tr("Type clipboard"));
        m_layout.setAccessibleName(ClipboardTyping::tr("Keyboard of the guest"));
        for (const auto &each : TypingLayout::all())
            m_layout.addItem(nameOf(each), each.id());
        m_layout.setCurrentIndex(qMax(0, m_layout.findData(layout)));
        m_finding.setWordWrap(true);
        m_finding.setTextFormat(Qt::PlainText);
        m_count.setWordWrap(true);
        connect(&m_layout, &QComboBox::currentIndexChanged, this, [this] { judge(); });
        for (auto *button : {static_cast<QPushButton *>(&m_type), &m_cancel})
            button->setAccessibleName(button->text());
        m_type.setDefault(true);
        connect(&m_type, &QPushButton::clicked, this, &QDialog::accept);
        connect(&m_cancel, &QPushButton::clicked, this, &QDialog::reject);

        auto *form = new QFormLayout;
        auto *label = new QLabel(ClipboardTyping::tr("&Keyboard of the guest"), this);
        label->setBuddy(&m_layout);
        form->addRow(label, &m_layout);
        auto *buttons = new QHBoxLayout;
        buttons->addStretch();
        buttons->addWidget(&m_cancel);
        buttons->addWidget(&m_type);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(24, 24, 24, 16);
        column->setSpacing(12);
        column->addWidget(&m_count);
        column->addLayout(form);
        column->addWidget(&m_finding);
        column->addStretch();
        column->addLayout(buttons);
        setMinimumWidth(420);
        judge();
    }
    QString layoutId() const { return m_layout.currentData().toString(); }

private:
    void judge()
    {
        const auto &layout = TypingLayout::named(layoutId());
        const auto count = layout.strokesFor(m_text).size();
        const auto lines = m_text.count(u'\n');
        m_count.setText(m_text.isEmpty()                        ? ClipboardTyping::tr("The clipboard holds no text.")
                        : m_text.size() > ClipboardTyping::most ? ClipboardTyping::tr("The clipboard's text is too long to be typed.")
                        : lines > 0 ? ClipboardTyping::tr("%n characters will be typed, and Return at the end of each line.", nullptr, int(count))
                                    : ClipboardTyping::tr("%n characters will be typed.", nullptr, int(count)));
        const auto missing = m_text.size() > ClipboardTyping::most ? QString() : layout.missingOf(m_text);
        m_finding.setText(ClipboardTyping::tr("This keyboard cannot type these, and they are left out: %1").arg(spelled(missing)));
        m_finding.setVisible(!missing.isEmpty());
        m_type.setEnabled(count > 0 && m_text.size() <= ClipboardTyping::most);
    }

    QString m_text;
    QLabel m_count{this};
    QComboBox m_layout{this};
    QLabel m_finding{this};
    QPushButton m_cancel{ClipboardTyping::tr("Cancel"), this};
    AccentButton m_type{ClipboardTyping::tr("Type"), this};
};
} // namespace

ClipboardTyping::ClipboardTyping(ConsoleChoices &choices, ConsoleLink &link, ConsoleTasks &tasks, QWidget &window)
    : m_choices(choices), m_link(link), m_tasks(tasks), m_window(window)
{
    connect(&m_typer, &KeyTyper::progressed, this, [this] {
        if (!m_task)
            return;
        m_task->setTitle(tr("Typing: %1 of %2 characters").arg(m_typer.done()).arg(m_typer.total()));
        m_task->setProgress(m_typer.done(), m_typer.total());
    });
    connect(&m_typer, &KeyTyper::finished, this, [this] {
        if (m_task)
            m_task->finish();
        m_task.clear();
    });
}

void ClipboardTyping::ask()
{
    const auto text = QGuiApplication::clipboard()->text();
    auto *question = new Question(text, m_choices.get(choice::typingLayout), &m_window);
    connect(question, &QDialog::accepted, this, [this, question, text] {
        m_choices.set(choice::typingLayout, question->layoutId());
        type(text);
    });
    question->open();
}

void ClipboardTyping::type(const QString &text)
{
    auto *session = m_link.session();
    if (!session)
        return;
    m_typer.stop();
    m_task = m_tasks.add(tr("Typing"), tr("Stop"));
    connect(m_task, &ConsoleTask::stopRequested, &m_typer, &KeyTyper::stop);
    Q_EMIT started();
    m_typer.start(*session, TypingLayout::named(m_choices.get(choice::typingLayout)), text);
}
