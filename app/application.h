// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root: builds the inventory and the window, joins them, ends them in order. GUI thread.
#pragma once

#include "app/commandline.h"
#include "app/singleinstance.h"
#include "core/inventory/inventory.h"
#include "core/settings/settings.h"
#include "ui/main/mainwindow.h"

#include <QObject>

#include <memory>

class Application final : public QObject {
    Q_OBJECT
public:
    explicit Application(const CommandLine &command);
    ~Application() override;

    /// Opens the window, then the hosts. Nothing here waits for a hypervisor.
    void start();

private:
    void openHosts();
    void obey(const CommandLine &command);
    void connectHosts(const QStringList &addresses);
    /// Acts on a machine now, or as soon as a host has listed it.
    void whenFound(const QString &nameOrUuid, void (MainWindow::*act)(Machine *));
    void markListings();

    CommandLine m_command;
    Settings m_settings;
    Inventory m_inventory;
    std::unique_ptr<MainWindow> m_window;
    SingleInstance m_instance;
    bool m_hostsOpened = false;
};
