// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/viewwindow.h"

#include "core/settings/settings.h"
#include "ui/common/icons.h"
#include "ui/console/consoletool.h"
#include "ui/console/consoleview.h"
#include "ui/console/fullscreenbar.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QScreen>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace {
constexpr QLatin1StringView geometryKey("consoleGeometry");
} // namespace

ViewWindow::ViewWindow(Settings &settings, const QString &key) : m_settings(settings), m_key(key), m_bar(new FullScreenBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(icons::console());
}

ViewWindow::~ViewWindow() = default;

void ViewWindow::setView(ConsoleView *view, QWidget *central)
{
    m_view = view;
    setCentralWidget(central);
    resize(1040, 720);
    restoreGeometry(m_settings.machineValue(m_key, geometryKey).toByteArray());
    buildBar();
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F11), this);
    connect(shortcut, &QShortcut::activated, this, [this] { setFullScreen(!isFullScreen()); });
}

void ViewWindow::setNames(const QString &title, const QString &barTitle)
{
    setWindowTitle(title);
    m_bar->setTitle(barTitle);
    m_bar->place();
}

void ViewWindow::toggleFullScreen(const QString &monitor)
{
    if (isFullScreen() && (monitor.isEmpty() || !screen() || screen()->name() == monitor))
        setFullScreen(false);
    else
        fillScreen(monitor);
}

void ViewWindow::buildBar()
{
    const auto add = [this](const QIcon &icon, const QString &text) {
        auto *tool = consoleTool(m_bar, icon, text);
        tool->setToolButtonStyle(Qt::ToolButtonIconOnly);
        tool->setToolTip(text);
        m_bar->addTool(tool);
        return tool;
    };
    auto *sendKeys = add(icons::sendKeys(), tr("Send keys"));
    sendKeys->setPopupMode(QToolButton::InstantPopup);
    sendKeys->setMenu(m_view->makeSendKeysMenu(sendKeys));
    auto *typing = add(icons::typeClipboard(), tr("Type clipboard"));
    connect(typing, &QToolButton::clicked, m_view, &ConsoleView::typeClipboard);
    if (const auto why = m_view->inputRefusal(); !why.isEmpty()) {
        for (auto *tool : {sendKeys, typing}) {
            tool->setEnabled(false);
            tool->setToolTip(why);
        }
    }
    connect(add(icons::screenshot(), tr("Picture")), &QToolButton::clicked, m_view, &ConsoleView::savePicture);
    connect(add(icons::minimise(), tr("Minimise")), &QToolButton::clicked, this, &QWidget::showMinimized);
    m_bar->keepPlaceIn(m_settings);
    connect(m_bar, &FullScreenBar::leaveRequested, this, [this] { setFullScreen(false); });
}

void ViewWindow::setFullScreen(bool on)
{
    if (on == isFullScreen())
        return;
    if (on) {
        fillScreen(m_view->choices().monitor());
        return;
    }
    m_bar->disarm();
    setBarsVisible(true);
    showNormal();
    restoreGeometry(m_settings.machineValue(m_key, geometryKey).toByteArray());
    takeUp();
}

void ViewWindow::fillScreen(const QString &monitor)
{
    if (!isFullScreen())
        remember(); // the size to come back to, also after the window was closed in full screen
    setBarsVisible(false);
    const auto screens = QGuiApplication::screens();
    const auto wanted = std::find_if(screens.begin(), screens.end(), [&monitor](const QScreen *each) { return each->name() == monitor; });
    if (wanted != screens.end() && *wanted != screen()) {
        // A window that fills one screen is not moved to another by any desktop.
        if (isFullScreen())
            showNormal();
        setGeometry((*wanted)->geometry());
    }
    showFullScreen();
    m_bar->arm();
    takeUp();
}

void ViewWindow::setBarsVisible(bool visible)
{
    m_view->setBarsVisible(visible);
}

void ViewWindow::remember()
{
    m_settings.setMachineValue(m_key, geometryKey, saveGeometry());
}

void ViewWindow::closeEvent(QCloseEvent *event)
{
    if (!isFullScreen())
        remember();
    QMainWindow::closeEvent(event);
}

void ViewWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_bar->place();
}

/// The desktop may end full screen by itself.
void ViewWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && !isFullScreen() && m_view) {
        m_bar->disarm();
        setBarsVisible(true);
    }
}
