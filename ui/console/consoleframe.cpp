// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoleframe.h"

#include "ui/common/icons.h"
#include "ui/console/consoletool.h"
#include "ui/console/fullscreenbar.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>
#include <utility>

ConsoleFrame::ConsoleFrame(QWidget &window, const ConsoleChoices &choices, int head, QSize size)
    : QObject(&window), m_window(window), m_choices(choices), m_head(head), m_bar(new FullScreenBar(&window))
{
    window.setWindowIcon(icons::console());
    window.resize(size);
    window.restoreGeometry(choices.geometry(head));
    window.installEventFilter(this);
    m_bar->keepPlaceIn(choices.settings());
    connect(m_bar, &FullScreenBar::leaveRequested, this, [this] { setFullScreen(false); });
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F11), &window);
    connect(shortcut, &QShortcut::activated, this, [this] { setFullScreen(!m_window.isFullScreen()); });
}

void ConsoleFrame::setTitle(const QString &title)
{
    m_bar->setTitle(title);
    m_bar->place();
}

QToolButton *ConsoleFrame::addTool(const QIcon &icon, const QString &text)
{
    auto *tool = consoleTool(m_bar, icon, text);
    tool->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_bar->addTool(tool);
    return tool;
}

void ConsoleFrame::addMinimise()
{
    connect(addTool(icons::minimise(), tr("Minimise")), &QToolButton::clicked, &m_window, &QWidget::showMinimized);
}

void ConsoleFrame::setFullScreen(bool on)
{
    if (on == m_window.isFullScreen())
        return;
    if (on) {
        // A further display stays where it is: the monitor of choice is the first one's.
        fill(m_head == 0 ? m_choices.get(choice::monitor) : QString());
        return;
    }
    m_window.showNormal();
    m_window.restoreGeometry(m_choices.geometry(m_head));
}

void ConsoleFrame::fill(const QString &monitor)
{
    if (!m_window.isFullScreen())
        remember(); // the size to come back to, also after the window was closed in full screen
    const auto screens = QGuiApplication::screens();
    const auto wanted = std::find_if(screens.begin(), screens.end(), [&monitor](const QScreen *each) { return each->name() == monitor; });
    if (wanted != screens.end() && *wanted != m_window.screen()) {
        // A window that fills one screen is not moved to another by any desktop.
        if (m_window.isFullScreen())
            m_window.showNormal();
        m_window.setGeometry((*wanted)->geometry());
    }
    m_window.showFullScreen();
}

void ConsoleFrame::remember()
{
    m_choices.setGeometry(m_head, m_window.saveGeometry());
}

bool ConsoleFrame::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize: m_bar->place(); break;
    case QEvent::Close:
        if (!m_window.isFullScreen())
            remember();
        break;
    case QEvent::WindowStateChange:
        if (const bool full = m_window.isFullScreen(); std::exchange(m_full, full) != full) {
            full ? m_bar->arm() : m_bar->disarm();
            Q_EMIT fullScreenChanged(full);
        }
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}
