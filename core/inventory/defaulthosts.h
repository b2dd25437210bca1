// SPDX-License-Identifier: GPL-3.0-or-later
// The search for hosts that work without any set-up, at first start: the system's hypervisor for root; the
// person's own, and the system's where it lets them in, for everybody else. GUI thread; asynchronous.
#pragma once

#include "core/hosts/hostsession.h"

#include <QObject>

#include <memory>
#include <vector>

class Host;
class HostList;
class HostServices;
struct DefaultHostChoice;

class DefaultHosts final : public QObject {
    Q_OBJECT
public:
    DefaultHosts(HostList &hosts, HostServices &services, QObject *parent = nullptr);
    ~DefaultHosts() override;

    void search();
    const std::vector<DefaultHostChoice> &choices() const { return m_choices; }

Q_SIGNALS:
    /// All that could be found is in choices(). Again when a host that was not usable at first has come.
    void finished();

private:
    void tryAdded(const QString &uri, int reason);
    void tryQuietly(const QString &uri);
    void watch(Host *host, int reason);
    void take(Host &host, int reason);
    void settle();

    HostList &m_hosts;
    HostServices &m_services;
    std::vector<DefaultHostChoice> m_choices;
    std::vector<DefaultHostChoice> m_failures;
    std::unique_ptr<HostSession> m_quiet;
    int m_open = 0;
};
