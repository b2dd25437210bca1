// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/defaulthosts.h"

#include "core/inventory/inventory.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <array>
#include <utility>

#include <unistd.h>

namespace {

using Reason = DefaultHostChoice::Reason;

const QString systemUri = QStringLiteral("qemu:///system");
const QString sessionUri = QStringLiteral("qemu:///session");

/// Whether the system's daemon has a socket that this person may open.
bool systemDaemonLetsIn()
{
    static const std::array sockets{QStringLiteral("/run/libvirt/libvirt-sock"), QStringLiteral("/run/libvirt/virtqemud-sock")};
    return std::any_of(sockets.begin(), sockets.end(), [](const QString &path) {
        const QFileInfo socket(path);
        return socket.exists() && socket.isWritable();
    });
}

} // namespace

DefaultHosts::DefaultHosts(HostList &hosts, HostServices &services, QObject *parent)
    : QObject(parent), m_hosts(hosts), m_services(services)
{
}

DefaultHosts::~DefaultHosts() = default;

void DefaultHosts::search()
{
    if (::geteuid() == 0) {
        tryAdded(systemUri, int(Reason::SystemForRoot));
        return;
    }
    m_open = 1; // until both are on their way
    tryAdded(sessionUri, int(Reason::SessionForPerson));
    if (systemDaemonLetsIn())
        tryQuietly(systemUri);
    --m_open;
    settle();
}

void DefaultHosts::tryAdded(const QString &uri, int reason)
{
    ++m_open;
    auto &host = m_hosts.add(*HostUri::parse(uri), {}, HostList::Keep::ForThisRun);
    host.setBuiltIn(true);
    watch(&host, reason);
    host.connectToHost();
}

void DefaultHosts::watch(Host *host, int reason)
{
    // The first answer decides what the window says; a host that comes later by its own retries is kept as well.
    auto *watcher = new QObject(this);
    const auto answered = std::make_shared<bool>(false);
    const auto answer = [this, answered] {
        if (!std::exchange(*answered, true))
            --m_open;
        settle();
    };
    connect(host, &QObject::destroyed, watcher, [watcher, answer] {
        watcher->deleteLater();
        answer();
    });
    connect(host, &Host::changed, watcher, [this, host, watcher, reason, answered, answer] {
        if (host->isConnected()) {
            disconnect(host, nullptr, watcher, nullptr);
            watcher->deleteLater();
            take(*host, reason);
            answer();
        } else if (host->error() && !*answered) {
            m_failures.push_back({host->uri().toString(), Reason::NothingUsable, host->error()});
            answer();
        }
    });
}

void DefaultHosts::take(Host &host, int reason)
{
    if (!m_choices.empty() && m_choices.front().reason == Reason::NothingUsable)
        m_choices.clear();
    m_choices.push_back({host.uri().toString(), Reason(reason), std::nullopt});
    m_hosts.add(host.uri(), {}, HostList::Keep::Saved);
}

void DefaultHosts::tryQuietly(const QString &uri)
{
    ++m_open;
    const auto address = *HostUri::parse(uri);
    m_quiet = std::make_unique<HostSession>(QUuid::createUuid(), address, uri, m_services, nullptr);
    const auto end = [this] {
        m_quiet->disconnect(this);
        m_quiet.release()->deleteLater();
        --m_open;
        settle();
    };
    connect(m_quiet.get(), &HostSession::opened, this, [this, address, end] {
        auto &host = m_hosts.add(address, {}, HostList::Keep::Saved);
        host.setBuiltIn(true);
        host.connectToHost();
        m_choices.push_back({address.toString(), Reason::SystemPermitted, std::nullopt});
        end();
    });
    connect(m_quiet.get(), &HostSession::failed, this, [end] { end(); });
    m_quiet->open();
}

void DefaultHosts::settle()
{
    if (m_open > 0)
        return;
    if (m_choices.empty())
        m_choices = m_failures;
    Q_EMIT finished();
}
