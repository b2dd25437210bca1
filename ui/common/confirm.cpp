// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/confirm.h"

#include "ui/common/accentbutton.h"
#include "ui/common/labels.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(confirm)
};

QLabel *words(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(label->fontMetrics().averageCharWidth() * 52);
    return label;
}

QString listOf(const QStringList &names)
{
    constexpr qsizetype shown = 12;
    auto lines = names.mid(0, shown);
    if (names.size() > shown)
        lines << Words::tr("and %n more", nullptr, int(names.size() - shown));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void confirm(QWidget *window, const Confirmation &text, std::function<void()> confirmed)
{
    auto *dialog = new QDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(text.title);
    dialog->setAccessibleName(text.title);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(8);
    auto *question = words(text.question, dialog);
    auto font = question->font();
    font.setWeight(QFont::DemiBold);
    question->setFont(font);
    layout->addWidget(question);
    if (text.names.size() > 1)
        layout->addWidget(words(listOf(text.names), dialog));
    if (!text.consequence.isEmpty())
        layout->addWidget(words(text.consequence, dialog));
    layout->addSpacing(8);
    auto *buttons = new QDialogButtonBox(dialog);
    auto *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    auto *yes = new AccentButton(text.action, dialog);
    buttons->addButton(yes, QDialogButtonBox::AcceptRole);
    labels::nameAfter(cancel, cancel->text());
    layout->addWidget(buttons);
    // Return must not destroy by habit: Cancel has the focus and is the default.
    yes->setAutoDefault(false);
    cancel->setDefault(true);
    cancel->setFocus();
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, window, [confirmed = std::move(confirmed)] { confirmed(); });
    dialog->open();
}
