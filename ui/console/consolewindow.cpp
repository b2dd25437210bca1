// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolewindow.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "ui/common/icons.h"
#include "ui/console/consolepane.h"
#include "ui/console/consoletabs.h"
#include "ui/console/consoletool.h"
#include "ui/console/consoleview.h"
#include "ui/console/fullscreenbar.h"
#include "ui/console/openconsoles.h"

#include <QCloseEvent>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>

namespace {
constexpr QLatin1StringView geometryKey("consoleGeometry");
} // namespace

ConsoleWindow *ConsoleWindow::show(Inventory &inventory, Machine &machine)
{
    auto *window = of(machine);
    if (!window) {
        window = new ConsoleWindow(inventory, machine);
        OpenConsoles::all().opened(&machine, window);
        window->QMainWindow::show();
    } else if (window->isMinimized()) {
        window->showNormal();
    }
    window->raise();
    window->activateWindow();
    window->m_consoles->activate();
    return window;
}

ConsoleWindow *ConsoleWindow::of(const Machine &machine)
{
    return OpenConsoles::all().windowOf(&machine);
}

ConsoleWindow::ConsoleWindow(Inventory &inventory, Machine &machine)
    : m_inventory(inventory), m_machine(&machine), m_key(machine.uuid().toString(QUuid::WithoutBraces)),
      m_consoles(new ConsoleTabs(inventory, machine, this)), m_bar(new FullScreenBar(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowIcon(icons::console());
    m_consoles->setInOwnWindow();
    setCentralWidget(m_consoles);
    resize(1040, 720);
    restoreGeometry(inventory.settings().machineValue(m_key, geometryKey).toByteArray());
    retitle();

    auto *keys = consoleTool(m_bar, icons::sendKeys(), tr("Send keys"));
    keys->setPopupMode(QToolButton::InstantPopup);
    keys->setMenu(m_consoles->display()->view()->makeSendKeysMenu(keys));
    auto *picture = consoleTool(m_bar, icons::screenshot(), tr("Picture"));
    connect(picture, &QToolButton::clicked, m_consoles->display()->view(), &ConsoleView::savePicture);
    m_bar->addTool(keys);
    m_bar->addTool(picture);
    connect(m_bar, &FullScreenBar::leaveRequested, this, [this] { setFullScreen(false); });
    connect(m_consoles->display(), &ConsolePane::fullScreenRequested, this, [this] { setFullScreen(!isFullScreen()); });
    auto *shortcut = new QShortcut(QKeySequence(Qt::Key_F11), this);
    connect(shortcut, &QShortcut::activated, this, [this] { setFullScreen(!isFullScreen()); });

    connect(&machine, &Machine::changed, this, &ConsoleWindow::retitle);
    connect(&machine.host(), &Host::changed, this, &ConsoleWindow::retitle);
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *removed) {
        if (removed == m_machine)
            close();
    });
}

ConsoleWindow::~ConsoleWindow()
{
    OpenConsoles::all().closed(this);
}

void ConsoleWindow::retitle()
{
    if (!m_machine)
        return;
    setWindowTitle(tr("%1 – %2").arg(m_machine->name(), m_machine->host().label()));
    m_bar->setTitle(m_machine->name());
    m_bar->place();
}

void ConsoleWindow::setFullScreen(bool on)
{
    if (on == isFullScreen())
        return;
    if (on) {
        remember(); // the size to come back to, also after the window was closed in full screen
        m_consoles->setBarsVisible(false);
        showFullScreen();
        m_bar->arm();
    } else {
        m_bar->disarm();
        m_consoles->setBarsVisible(true);
        showNormal();
    }
    m_consoles->activate();
}

void ConsoleWindow::remember()
{
    m_inventory.settings().setMachineValue(m_key, geometryKey, saveGeometry());
}

void ConsoleWindow::closeEvent(QCloseEvent *event)
{
    if (!isFullScreen())
        remember();
    // The pane elsewhere takes over at once, not when this is destroyed.
    OpenConsoles::all().closed(this);
    QMainWindow::closeEvent(event);
}

void ConsoleWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    m_bar->place();
}

/// The desktop may end full screen by itself.
void ConsoleWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange && !isFullScreen()) {
        m_bar->disarm();
        m_consoles->setBarsVisible(true);
    }
}
