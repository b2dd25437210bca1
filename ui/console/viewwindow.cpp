// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/viewwindow.h"

#include "ui/common/icons.h"
#include "ui/console/consoleframe.h"
#include "ui/console/consoleview.h"

#include <QMenu>
#include <QScreen>
#include <QToolButton>

namespace {
constexpr QSize firstSize(1040, 720);
} // namespace

ViewWindow::ViewWindow(Settings &settings, const QString &key)
    : m_frame(new ConsoleFrame(*this, ConsoleChoices(settings, key), 0, firstSize))
{
    setAttribute(Qt::WA_DeleteOnClose);
}

ViewWindow::~ViewWindow() = default;

void ViewWindow::setView(ConsoleView *view, QWidget *central)
{
    m_view = view;
    setCentralWidget(central);
    buildBar();
    connect(m_frame, &ConsoleFrame::fullScreenChanged, this, [this](bool on) {
        setBarsVisible(!on);
        takeUp();
    });
}

void ViewWindow::setNames(const QString &title, const QString &barTitle)
{
    setWindowTitle(title);
    m_frame->setTitle(barTitle);
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
    auto *sendKeys = m_frame->addTool(icons::sendKeys(), tr("Send keys"));
    sendKeys->setPopupMode(QToolButton::InstantPopup);
    sendKeys->setMenu(m_view->makeSendKeysMenu(sendKeys));
    auto *typing = m_frame->addTool(icons::typeClipboard(), tr("Type clipboard"));
    connect(typing, &QToolButton::clicked, m_view, &ConsoleView::typeClipboard);
    const auto judge = [this, sendKeys, typing] {
        const auto why = m_view->inputRefusal();
        for (auto *tool : {sendKeys, typing}) {
            tool->setEnabled(why.isEmpty());
            tool->setToolTip(why.isEmpty() ? tool->text() : why);
        }
    };
    connect(m_view, &ConsoleView::inputRefusalChanged, this, judge);
    judge();
    connect(m_frame->addTool(icons::screenshot(), tr("Picture")), &QToolButton::clicked, m_view, &ConsoleView::savePicture);
    m_frame->addMinimise();
}

void ViewWindow::setFullScreen(bool on)
{
    m_frame->setFullScreen(on);
}

void ViewWindow::fillScreen(const QString &monitor)
{
    m_frame->fill(monitor);
}

void ViewWindow::setBarsVisible(bool visible)
{
    m_view->setBarsVisible(visible);
}
