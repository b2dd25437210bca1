// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/directwindow.h"

#include "core/settings/settings.h"
#include "ui/common/icons.h"
#include "ui/console/addressroute.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoletool.h"
#include "ui/console/consoleview.h"
#include "ui/console/fullscreenbar.h"
#include "viewer/widget/consolewidget.h"

#include <QCloseEvent>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

namespace {
constexpr QLatin1StringView geometryKey("consoleGeometry");
// All windows of this kind share their choices: there is no identity that would come again.
const auto choicesKey = QStringLiteral("direct");

// https://www.x.org/releases/current/doc/xproto/x11protocol.html#keysym_encoding
const QList<quint32> ctrlAltDel{0xffe3, 0xffe9, 0xffff};
} // namespace

class DirectWindow::Private {
public:
    Private(DirectWindow *window, const ConsoleTarget &shown, Settings &choices)
        : settings(choices), startsFull(shown.fullScreen), link(new ConsoleLink(window)), view(new ConsoleView(*link, choices, choicesKey, window)),
          bar(new FullScreenBar(window))
    {
    }

    Settings &settings;
    const bool startsFull;
    ConsoleLink *link;
    ConsoleView *view;
    FullScreenBar *bar;
};

DirectWindow::DirectWindow(const ConsoleTarget &target, Settings &settings) : d(std::make_unique<Private>(this, target, settings))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(icons::console());
    setCentralWidget(d->view);
    resize(1040, 720);
    restoreGeometry(settings.machineValue(choicesKey, geometryKey).toByteArray());
    const auto name = target.title.isEmpty() ? target.place() : target.title;
    setWindowTitle(name);
    //: %1 is an address, as in "at example.org:5901"
    d->view->setTitle(name, target.title.isEmpty() ? QString() : tr("at %1").arg(target.place()));
    d->bar->setTitle(name);

    auto *keys = consoleTool(d->bar, icons::sendKeys(), tr("Send keys"));
    keys->setPopupMode(QToolButton::InstantPopup);
    keys->setMenu(d->view->makeSendKeysMenu(keys));
    auto *picture = consoleTool(d->bar, icons::screenshot(), tr("Picture"));
    connect(picture, &QToolButton::clicked, d->view, &ConsoleView::savePicture);
    d->bar->addTool(keys);
    d->bar->addTool(picture);
    const auto toggle = [this] { setFullScreen(!isFullScreen()); };
    connect(d->bar, &FullScreenBar::leaveRequested, this, [this] { setFullScreen(false); });
    connect(d->view, &ConsoleView::fullScreenRequested, this, toggle);
    connect(new QShortcut(QKeySequence(Qt::Key_F11), this), &QShortcut::activated, this, toggle);
    if (!target.toggleFullScreen.isEmpty() && target.toggleFullScreen != QKeySequence(Qt::Key_F11))
        connect(new QShortcut(target.toggleFullScreen, this), &QShortcut::activated, this, toggle);
    if (!target.sendCtrlAltDel.isEmpty())
        connect(new QShortcut(target.sendCtrlAltDel, this), &QShortcut::activated, this, [this] { d->view->screen()->sendKeys(ctrlAltDel); });
    if (target.viewOnly)
        d->view->screen()->setEnabled(false);
    d->link->open(std::make_unique<AddressRoute>(target));
}

DirectWindow::~DirectWindow()
{
    // It reads the link, which goes later than the central widget but sooner than all that a link says on its way.
    delete d->view;
}

void DirectWindow::open()
{
    show();
    if (d->startsFull)
        setFullScreen(true);
    d->view->focusWhenLive();
}

void DirectWindow::setFullScreen(bool on)
{
    if (on == isFullScreen())
        return;
    if (on) {
        d->settings.setMachineValue(choicesKey, geometryKey, saveGeometry()); // the size to come back to
        d->view->setBarsVisible(false);
        showFullScreen();
        d->bar->arm();
    } else {
        d->bar->disarm();
        d->view->setBarsVisible(true);
        showNormal();
    }
    d->view->focusWhenLive();
}

void DirectWindow::closeEvent(QCloseEvent *event)
{
    if (!isFullScreen())
        d->settings.setMachineValue(choicesKey, geometryKey, saveGeometry());
    d->link->close();
    QMainWindow::closeEvent(event);
}

void DirectWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    d->bar->place();
}

/// The desktop may end full screen by itself.
void DirectWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && !isFullScreen()) {
        d->bar->disarm();
        d->view->setBarsVisible(true);
    }
}
