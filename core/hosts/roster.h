// SPDX-License-Identifier: GPL-3.0-or-later
// The machines of one host, by UUID: keeps them as the hypervisor's lists and events say. GUI thread.
// A lost connection leaves the machines here in an unknown state; the same objects come back with the host.
#pragma once

#include "core/hosts/detailsreader.h"
#include "core/hosts/unannounced.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/events.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <memory>
#include <optional>
#include <vector>

class Host;
class HostSession;
class Machine;
class OsDatabase;

/// One machine read afresh, and how many events had arrived before that.
struct Sighting {
    DomainRecord record;
    bool persistent = true;
    bool autostart = false;
    quint64 clock = 0;
};

class Roster final : public QObject {
    Q_OBJECT
public:
    Roster(Host &host, OsDatabase &osDatabase);
    ~Roster() override;

    const std::vector<Machine *> &machines() const { return m_order; }
    Machine *find(const QUuid &uuid) const { return m_byUuid.value(uuid); }
    bool isListed() const { return m_listed; }
    int activeCount() const { return m_active; }

    /// The host is connected: list, then follow its events, or poll where it has none.
    void attach(HostSession *session);
    /// The host is not connected any more.
    void detach();

    /// Reads one machine again: gone machines leave, changed ones change.
    void verify(Machine *machine);
    /// The same with its definition: what changes without an event.
    void review(Machine *machine);
    /// While on, what no event tells is asked for now and then.
    void setWatched(bool on);
    /// The hypervisor has said that it is gone.
    void forget(Machine *machine);
    /// Takes it over; whether there was anything to announce.
    bool see(const Sighting &sighting);
    void wantDetails(Machine *machine);
    /// Tells everybody that this machine's facts, state or pending verb changed.
    void announce(Machine *machine);

    /// Worker: all there is to know of one machine without its XML.
    static Result<Sighting> look(const DomainHandle &domain, quint64 clock);

Q_SIGNALS:
    void listed();
    /// The list could not be had; the connection is of no use.
    void listFailed(const Error &error);

private:
    struct Listing {
        std::vector<DomainRecord> records;
        quint64 clock = 0;
    };

    void list();
    void takeList(const Listing &listing);
    void removeUnlisted(const Listing &listing);
    void hear(const DomainEvent &event, quint64 at);
    void apply(const DomainEvent &event, quint64 at);
    void applyState(Machine *machine, const DomainEvent &event);
    bool update(Machine *machine, const DomainRecord &record);
    void lookSoon(const DomainHandle &domain, const QUuid &uuid);
    void lookNow();
    void remove(const std::vector<Machine *> &machines);
    void recount();

    Host &m_host;
    QPointer<HostSession> m_session;
    QHash<QUuid, Machine *> m_byUuid;
    std::vector<Machine *> m_order;
    std::vector<QPointer<Machine>> m_leaving; ///< removed, and not yet destroyed by the event loop
    bool m_listed = false;
    int m_active = 0;
    std::vector<std::pair<DomainEvent, quint64>> m_early; ///< events that came before the list
    QHash<QUuid, DomainHandle> m_toLookAt;
    QTimer m_lookTimer, m_pollTimer;
    DetailsReader m_details;
    Unannounced m_unannounced;
};
