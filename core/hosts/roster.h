// SPDX-License-Identifier: GPL-3.0-or-later
// The machines of one host, by UUID: keeps them as the hypervisor's lists and events say. GUI thread.
// A lost connection leaves the machines here in an unknown state; the same objects come back with the host.
#pragma once

#include "core/async/deliver.h"
#include "core/config/domain/machinedetails.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/events.h"

#include <QDateTime>
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
    struct Reading {
        QUuid uuid;
        std::shared_ptr<const MachineDetails> details;
        bool tried = false; ///< false: the turn was over before
    };

    /// Brings an answer home unless the connection that gave it is gone by then.
    template<class T, class Callback>
    void whenDone(QFuture<Result<T>> future, Callback callback)
    {
        deliver(future, this, [this, asked = m_session, callback = std::move(callback)](Result<T> result) {
            if (asked && asked == m_session)
                callback(result);
        });
    }

    void list();
    void takeList(const Listing &listing);
    void removeUnlisted(const Listing &listing);
    void askTraits();
    void takeTraits(const DomainTraits &traits);
    void askStarts();
    void takeStarts(const QHash<QUuid, QDateTime> &starts);
    void hear(const DomainEvent &event, quint64 at);
    void apply(const DomainEvent &event, quint64 at);
    void applyState(Machine *machine, const DomainEvent &event);
    bool update(Machine *machine, const DomainRecord &record);
    void lookSoon(const DomainHandle &domain, const QUuid &uuid);
    void lookNow();
    void readDetails();
    void takeDetails(const std::vector<Reading> &readings);
    void nameSystem(const QUuid &uuid, const QString &osId);
    void remove(const std::vector<Machine *> &machines);
    void recount();

    Host &m_host;
    OsDatabase &m_osDatabase;
    QPointer<HostSession> m_session;
    QHash<QUuid, Machine *> m_byUuid;
    std::vector<Machine *> m_order;
    std::vector<QPointer<Machine>> m_leaving; ///< removed, and not yet destroyed by the event loop
    bool m_listed = false;
    int m_active = 0;
    std::vector<std::pair<DomainEvent, quint64>> m_early; ///< events that came before the list
    QHash<QUuid, DomainHandle> m_toLookAt;
    std::vector<QPointer<Machine>> m_toRead;
    QHash<QString, QString> m_systemNames;
    bool m_watched = false;
    QTimer m_lookTimer, m_readTimer, m_pollTimer, m_traitsTimer;
};
