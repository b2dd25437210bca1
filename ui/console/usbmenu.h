// SPDX-License-Identifier: GPL-3.0-or-later
// USB devices of this computer for a guest: which there are, which it has, and why it cannot have one. GUI thread.
#pragma once

#include <QMenu>

class ConsoleLink;
class ConsoleTasks;
class UsbRedirection;

class UsbMenu final : public QMenu {
    Q_OBJECT
public:
    /// Link and tasks outlive this. What goes wrong is said among the tasks.
    UsbMenu(const ConsoleLink &link, ConsoleTasks &tasks, QWidget *parent = nullptr);

    /// To be told of each new session.
    void listen();
    /// Why devices cannot be handed over at all; empty where they can.
    QString refusal() const;

private:
    void list();
    void addDevices(UsbRedirection &usb);
    UsbRedirection *usb() const;

    const ConsoleLink &m_link;
    ConsoleTasks &m_tasks;
    bool m_automatic = false;
};
