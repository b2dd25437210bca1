// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/terminalfindbar.h"

#include "ui/console/consoletool.h"
#include "viewer/terminal/terminalwidget.h"

#include <QBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

TerminalFindBar::TerminalFindBar(TerminalWidget &terminal, QWidget *parent)
    : QWidget(parent), m_terminal(terminal), m_text(new QLineEdit(this)), m_outcome(new QLabel(this))
{
    m_text->setPlaceholderText(tr("Search in this console"));
    m_text->setAccessibleName(tr("Search in this console"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_outcome->setForegroundRole(QPalette::PlaceholderText);
    auto *up = consoleTool(this, {}, tr("Previous"));
    auto *down = consoleTool(this, {}, tr("Next"));
    auto *done = consoleTool(this, {}, tr("Close search"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(4);
    row->addWidget(m_text, 1);
    row->addWidget(m_outcome);
    for (auto *tool : {up, down, done})
        row->addWidget(tool);
    connect(up, &QToolButton::clicked, this, [this] { find(Way::Up); });
    connect(down, &QToolButton::clicked, this, [this] { find(Way::Down); });
    connect(done, &QToolButton::clicked, this, &TerminalFindBar::close);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_terminal.setSearch(text);
        m_outcome->clear();
        // What was written last is looked for first.
        if (!text.isEmpty())
            find(Way::Up);
    });
    hide();
}

void TerminalFindBar::open()
{
    show();
    m_text->setFocus();
    m_text->selectAll();
    m_terminal.setSearch(m_text->text());
}

void TerminalFindBar::close()
{
    hide();
    m_terminal.setSearch({});
    m_terminal.setFocus();
}

void TerminalFindBar::find(Way way)
{
    const bool found = m_text->text().isEmpty() || m_terminal.findNext(way == Way::Up);
    m_outcome->setText(found ? QString() : tr("Not found"));
}

bool TerminalFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_text || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &key = *static_cast<QKeyEvent *>(event);
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        find(key.modifiers() & Qt::ShiftModifier ? Way::Down : Way::Up);
    else if (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down)
        find(key.key() == Qt::Key_Up ? Way::Up : Way::Down);
    else if (key.key() == Qt::Key_Escape)
        close();
    else
        return false;
    return true;
}
