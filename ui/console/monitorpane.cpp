// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/monitorpane.h"

#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "ui/common/errortext.h"
#include "ui/common/statetext.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>

namespace {
constexpr int mostAnswers = 5000; // paragraphs
constexpr qsizetype mostHistory = 200;
constexpr qsizetype longestAnswer = 1 << 20;
} // namespace

MonitorPane::MonitorPane(Inventory &inventory, Machine &machine, QWidget *parent)
    : QWidget(parent), m_machine(&machine), m_language(new QComboBox(this)), m_answers(new QPlainTextEdit(this)), m_command(new QLineEdit(this)),
      m_run(new QPushButton(tr("Run"), this)), m_state(new QLabel(this))
{
    auto *warning = new QLabel(tr("Commands go to QEMU itself, past libvirt. They can crash the machine or destroy its disks, libvirt will not "
                                  "know what they changed, and it marks the machine as tampered with until it is off. Reading is safe: "
                                  "\"info status\", \"info block\", \"help\"."),
                               this);
    warning->setWordWrap(true);
    const auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_answers->setReadOnly(true);
    m_answers->setMaximumBlockCount(mostAnswers);
    m_answers->setFont(fixed);
    m_answers->setFrameShape(QFrame::NoFrame);
    m_answers->setAccessibleName(tr("Answers of the monitor"));
    m_answers->setPlaceholderText(tr("Nothing has been asked yet."));
    m_command->setFont(fixed);
    m_command->setPlaceholderText(tr("Command for QEMU"));
    m_command->setAccessibleName(tr("Command for QEMU"));
    m_command->installEventFilter(this);
    m_language->addItem(tr("Human (HMP)"));
    m_language->addItem(tr("JSON (QMP)"));
    m_language->setAccessibleName(tr("Language of the command"));
    m_language->setToolTip(tr("Language of the command"));
    m_run->setAccessibleName(m_run->text());
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_language);
    line->addWidget(m_command, 1);
    line->addWidget(m_run);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(warning);
    column->addWidget(m_answers, 1);
    column->addWidget(m_state);
    column->addLayout(line);
    setFocusProxy(m_command);
    setAccessibleName(tr("QEMU monitor"));

    connect(m_run, &QPushButton::clicked, this, &MonitorPane::run);
    connect(m_command, &QLineEdit::returnPressed, this, &MonitorPane::run);
    connect(&machine, &Machine::changed, this, &MonitorPane::update);
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *removed) {
        if (removed == m_machine) {
            m_machine.clear();
            update();
        }
    });
    update();
}

void MonitorPane::activate()
{
    update();
    m_command->setFocus();
}

void MonitorPane::update()
{
    const bool running = m_machine && isActive(m_machine->state());
    const bool can = running && !m_unsupported;
    m_command->setEnabled(can);
    m_language->setEnabled(can);
    m_run->setEnabled(can && !m_asking);
    m_state->setText(m_unsupported ? tr("This host has no QEMU monitor: its machines are run by something else.")
                     : !running    ? tr("Only a running machine has a monitor.")
                     : m_asking    ? tr("Waiting for QEMU…")
                                   : QString());
    m_state->setVisible(!m_state->text().isEmpty());
}

void MonitorPane::run()
{
    const auto command = m_command->text().trimmed();
    if (command.isEmpty() || m_asking || !m_machine)
        return;
    m_history.removeAll(command);
    m_history.append(command);
    if (m_history.size() > mostHistory)
        m_history.removeFirst();
    m_recalled = m_history.size();
    m_command->clear();
    m_asking = true;
    update();
    const auto language = m_language->currentIndex() == 1 ? MonitorLanguage::Json : MonitorLanguage::Human;
    deliver(m_machine->askMonitor(command, language), this, [this, command](const Result<QString> &answer) {
        m_asking = false;
        m_unsupported = !answer && answer.error().kind == Error::Kind::Unsupported;
        const auto failed = [&] {
            const auto text = errortext::of(answer.error(), tr("QEMU did not answer."));
            return text.original.isEmpty() ? text.what : text.what + u'\n' + text.original;
        };
        show(command, answer ? *answer : failed());
        update();
        if (isVisible())
            m_command->setFocus();
    });
}

void MonitorPane::show(const QString &command, const QString &answer)
{
    auto text = answer.left(longestAnswer);
    text.remove(u'\r');
    while (text.endsWith(u'\n'))
        text.chop(1);
    m_answers->appendPlainText(QStringLiteral("> %1").arg(command));
    if (!text.isEmpty())
        m_answers->appendPlainText(text);
    auto *bar = m_answers->verticalScrollBar();
    bar->setValue(bar->maximum());
}

void MonitorPane::recall(int step)
{
    if (m_recalled == m_history.size())
        m_draft = m_command->text();
    m_recalled = std::clamp<qsizetype>(m_recalled + step, 0, m_history.size());
    m_command->setText(m_recalled < m_history.size() ? m_history[m_recalled] : m_draft);
}

bool MonitorPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_command || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    recall(key == Qt::Key_Up ? -1 : 1);
    return true;
}
