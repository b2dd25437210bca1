// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/directwindow.h"

#include "ui/console/addressroute.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoleview.h"
#include "viewer/widget/consolewidget.h"

#include <QCloseEvent>
#include <QShortcut>

namespace {
// All windows of this kind share their choices: there is no identity that would come again.
const auto choicesKey = QStringLiteral("direct");

// https://www.x.org/releases/current/doc/xproto/x11protocol.html#keysym_encoding
const QList<quint32> ctrlAltDel{0xffe3, 0xffe9, 0xffff};
} // namespace

DirectWindow::DirectWindow(const ConsoleTarget &target, Settings &settings)
    : ViewWindow(settings, choicesKey), m_startsFull(target.fullScreen), m_link(new ConsoleLink(this)),
      m_view(new ConsoleView(*m_link, settings, choicesKey, this))
{
    if (target.viewOnly)
        m_link->setViewOnly();
    setView(m_view, m_view);
    const auto name = target.title.isEmpty() ? target.place() : target.title;
    setNames(name, name);
    //: %1 is an address, as in "at example.org:5901"
    m_view->setTitle(name, target.title.isEmpty() ? QString() : tr("at %1").arg(target.place()));
    connect(m_view, &ConsoleView::fullScreenRequested, this, &DirectWindow::toggleFullScreen);
    takeKeys(target);
    m_link->open(std::make_unique<AddressRoute>(target));
}

/// Those that a connection file names are the window's even while the keyboard is the guest's.
void DirectWindow::takeKeys(const ConsoleTarget &target)
{
    auto *screen = m_view->screen();
    QList<QKeySequence> kept;
    const auto take = [&](const QKeySequence &keys, auto action) {
        if (keys.isEmpty())
            return;
        kept << keys;
        // F11 has its shortcut already, and two would be none.
        if (keys != QKeySequence(Qt::Key_F11))
            connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    take(target.toggleFullScreen, [this] { setFullScreen(!isFullScreen()); });
    take(target.sendCtrlAltDel, [screen] { screen->sendKeys(ctrlAltDel); });
    screen->setKeptKeys(kept);
    screen->setReleaseCombination(target.releaseInput);
    m_view->setReleaseKeys(target.releaseModifiers);
}

DirectWindow::~DirectWindow()
{
    // It reads the link, which goes later than the central widget but sooner than all that a link says on its way.
    delete m_view;
}

void DirectWindow::open()
{
    show();
    if (m_startsFull)
        setFullScreen(true);
    takeUp();
}

void DirectWindow::takeUp()
{
    m_view->focusWhenLive();
}

void DirectWindow::closeEvent(QCloseEvent *event)
{
    m_link->close();
    ViewWindow::closeEvent(event);
}
