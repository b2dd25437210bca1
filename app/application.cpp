// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "app/timings.h"
#include "ui/common/appearance.h"
#include "ui/common/errordialog.h"
#include "ui/common/errortext.h"
#include "ui/console/consolelogs.h"

#include <QTimer>

#include <chrono>
#include <utility>

namespace {
constexpr std::chrono::milliseconds longestWaitForPicture{500};
}

Application::Application(const CommandLine &command) : m_command(command), m_inventory(m_settings)
{
    appearance::apply(m_settings.get(keys::appearance));
    m_window = std::make_unique<MainWindow>(m_inventory);
    connect(m_window.get(), &MainWindow::firstPainted, this, [] { timings::mark(QStringLiteral("window-shown")); });
    connect(&m_instance, &SingleInstance::commandReceived, this, [this](const CommandLine &later) {
        obey(later);
        m_window->show();
        m_window->raise();
        m_window->activateWindow();
    });
    connect(&ConsoleLogs::of(m_inventory), &ConsoleLogs::failed, this, [this](const QString &machine, const Error &why) {
        showError(m_window.get(), errortext::of(why, tr("The log of %1's console has ended: the file could not be written.").arg(machine)));
    });
    markListings();
}

Application::~Application()
{
    m_window.reset();
    m_inventory.close();
}

void Application::start()
{
    m_window->show();
    if (!m_command.newInstance)
        m_instance.listen();
    // After the first picture: a driver inside this process may take seconds of processor time for its machines.
    connect(m_window.get(), &MainWindow::firstPainted, this, &Application::openHosts, Qt::SingleShotConnection);
    QTimer::singleShot(longestWaitForPicture, this, &Application::openHosts); // nobody looks: started minimised
}

void Application::openHosts()
{
    if (std::exchange(m_hostsOpened, true))
        return;
    if (m_command.connect.isEmpty())
        m_inventory.open();
    else
        m_inventory.hosts().restore(); // known, but only those asked for are connected
    obey(m_command);
}

void Application::obey(const CommandLine &command)
{
    connectHosts(command.connect);
    if (!command.show.isEmpty())
        whenFound(command.show, &MainWindow::showMachine);
    if (!command.console.isEmpty())
        whenFound(command.console, &MainWindow::showConsole);
}

void Application::connectHosts(const QStringList &addresses)
{
    for (const auto &address : addresses) {
        const auto uri = HostUri::parse(address);
        if (!uri) {
            showError(m_window.get(), errortext::ofAddress(uri.error(), address));
            continue;
        }
        auto &host = m_inventory.hosts().add(*uri, {}, HostList::Keep::ForThisRun);
        if (host.state() == HostState::Disconnected)
            host.connectToHost();
    }
}

void Application::whenFound(const QString &nameOrUuid, void (MainWindow::*act)(Machine *))
{
    if (auto *machine = m_inventory.findMachine(nameOrUuid)) {
        (m_window.get()->*act)(machine);
        return;
    }
    // Lives until the machine appears; a machine that never does costs one comparison per arrival.
    auto *wait = new QObject(this);
    connect(&m_inventory, &Inventory::machineAdded, wait, [this, wait, nameOrUuid, act](Machine *machine) {
        if (m_inventory.findMachine(nameOrUuid) != machine)
            return;
        wait->deleteLater();
        (m_window.get()->*act)(machine);
    });
}

void Application::markListings()
{
    connect(&m_inventory.hosts(), &HostList::hostAdded, this, [this](Host *host) {
        connect(host, &Host::listed, this, [this, host] {
            const auto what = QStringLiteral("%1 %2").arg(host->uri().toString()).arg(host->machines().size());
            timings::mark(QStringLiteral("host-listed ") + what);
            timings::markNextFrame(*m_window, QStringLiteral("machines-shown ") + what);
        });
    });
}
