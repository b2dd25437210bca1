// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/usbmenu.h"

#include "ui/console/consolelink.h"
#include "ui/console/consoletasks.h"
#include "ui/console/consolewords.h"
#include "viewer/session/usbredirection.h"

UsbMenu::UsbMenu(const ConsoleLink &link, ConsoleTasks &tasks, QWidget *parent) : QMenu(tr("USB"), parent), m_link(link), m_tasks(tasks)
{
    setAccessibleName(title());
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &UsbMenu::list);
}

UsbRedirection *UsbMenu::usb() const
{
    return m_link.session() ? m_link.session()->usbRedirection() : nullptr;
}

void UsbMenu::listen()
{
    auto *redirection = usb();
    if (!redirection)
        return;
    redirection->setAutomatic(m_automatic);
    connect(redirection, &UsbRedirection::changed, this, [this] {
        if (isVisible())
            list();
    });
    connect(redirection, &UsbRedirection::failed, this, [this](const QString &name, const QString &message, bool permission) {
        const auto why = permission ? tr("%1 could not be given to the guest: this account may not open the device. An administrator can allow it "
                                         "by a udev rule, or by the polkit action org.spice-space.lowlevelusbaccess.")
                                    : tr("%1 could not be given to the guest: %2");
        m_tasks.add({}, tr("Dismiss"))->fail(permission ? why.arg(name) : why.arg(name, message));
    });
}

QString UsbMenu::refusal() const
{
    if (m_link.isViewOnlyForGood())
        return consolewords::viewOnly(m_link);
    if (!m_link.session())
        return tr("The console is not connected.");
    const auto *redirection = usb();
    if (!redirection)
        return tr("This needs a SPICE display: VNC carries no USB devices.");
    switch (redirection->availability()) {
    case UsbRedirection::Availability::Ready: break;
    case UsbRedirection::Availability::NoRedirector: return tr("The machine has no USB redirection device. One can be added to its hardware.");
    case UsbRedirection::Availability::NotBuilt: return tr("The SPICE library of this computer was built without USB redirection.");
    case UsbRedirection::Availability::NoUsbAccess: return tr("The USB devices of this computer cannot be read.");
    }
    return {};
}

void UsbMenu::list()
{
    clear();
    if (const auto why = refusal(); !why.isEmpty()) {
        addAction(why)->setEnabled(false);
        return;
    }
    addDevices(*usb());
    addSeparator();
    auto *automatic = addAction(tr("Give new devices to the guest"));
    automatic->setToolTip(tr("Those that are plugged in while the console has the keyboard."));
    automatic->setCheckable(true);
    automatic->setChecked(m_automatic);
    connect(automatic, &QAction::triggered, this, [this](bool on) {
        m_automatic = on;
        if (usb())
            usb()->setAutomatic(on);
    });
}

void UsbMenu::addDevices(UsbRedirection &redirection)
{
    const auto devices = redirection.devices();
    if (devices.isEmpty())
        addAction(tr("No USB device is plugged in"))->setEnabled(false);
    for (const auto &device : devices) {
        auto *action = addAction(device.busy ? tr("%1 – on its way").arg(device.name) : device.name);
        action->setCheckable(true);
        action->setChecked(device.redirected);
        const bool room = device.redirected || redirection.freePorts() > 0;
        action->setEnabled(!device.busy && device.refusal.isEmpty() && room);
        action->setToolTip(!device.refusal.isEmpty() ? device.refusal
                           : room                    ? QString()
                                                     : tr("All USB redirection devices of the machine are in use."));
        connect(action, &QAction::triggered, this, [this, id = device.id](bool on) {
            if (usb())
                on ? usb()->redirect(id) : usb()->release(id);
        });
    }
}
