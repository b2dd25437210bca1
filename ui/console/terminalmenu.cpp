// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/terminalmenu.h"

#include "viewer/terminal/terminalwidget.h"

TerminalMenu::TerminalMenu(TerminalWidget &terminal, QWidget *parent) : QMenu(parent), m_terminal(terminal)
{
    setAccessibleName(tr("Terminal"));
    m_copy = add(tr("Copy"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(m_copy, &QAction::triggered, &terminal, &TerminalWidget::copy);
    auto *paste = add(tr("Paste"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V));
    connect(paste, &QAction::triggered, &terminal, [&terminal] { terminal.paste(); });
    connect(add(tr("Select all"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)), &QAction::triggered, &terminal, &TerminalWidget::selectAll);
    connect(add(tr("Search…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)), &QAction::triggered, this, &TerminalMenu::findRequested);
    addSeparator();
    auto *keys = addMenu(tr("Send keys"));
    keys->setAccessibleName(keys->title());
    for (const char letter : {'C', 'D', 'Z', '\\'}) {
        auto *action = keys->addAction(tr("Ctrl+%1").arg(QLatin1Char(letter)));
        connect(action, &QAction::triggered, &terminal, [&terminal, letter] { terminal.sendControl(QChar::fromLatin1(letter).toLower().toLatin1()); });
    }
    auto *size = add(tr("Tell the guest this size"));
    size->setToolTip(tr("Types a stty command: a serial line has no other way to say how large the window is."));
    connect(size, &QAction::triggered, &terminal, [&terminal] {
        const auto cells = terminal.gridSize();
        terminal.type(QStringLiteral("stty rows %1 cols %2\r").arg(cells.height()).arg(cells.width()));
    });
    addSeparator();
    connect(add(tr("Clear")), &QAction::triggered, &terminal, &TerminalWidget::clear);
    connect(add(tr("Reset")), &QAction::triggered, &terminal, &TerminalWidget::reset);
    addSeparator();
    connect(add(tr("Save text…")), &QAction::triggered, this, &TerminalMenu::saveRequested);
    m_log = add({});
    connect(m_log, &QAction::triggered, this, &TerminalMenu::logRequested);
    m_everyLog = add(tr("Log from every start…"));
    m_everyLog->setCheckable(true);
    m_everyLog->setToolTip(tr("Into one file, from each start of the machine on while Vivarium runs, also where nobody looks."));
    connect(m_everyLog, &QAction::triggered, this, &TerminalMenu::everyLogRequested);
    m_typing = {paste, keys->menuAction(), size};
    setToolTipsVisible(true);
    setLogging(false, false);
    connect(this, &QMenu::aboutToShow, this, [this] { m_copy->setEnabled(m_terminal.hasSelection()); });
}

/// The keys are the terminal's own: it takes them before any shortcut of the window could.
QAction *TerminalMenu::add(const QString &text, const QKeySequence &shown)
{
    auto *action = addAction(text);
    if (!shown.isEmpty()) {
        action->setShortcut(shown);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
    }
    return action;
}

void TerminalMenu::setLive(bool live)
{
    for (auto *action : m_typing)
        action->setEnabled(live);
}

void TerminalMenu::setLogging(bool now, bool always)
{
    m_log->setText(now ? tr("Stop logging") : tr("Log to a file…"));
    m_everyLog->setChecked(always);
}
