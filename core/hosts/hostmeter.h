// SPDX-License-Identifier: GPL-3.0-or-later
// Measures a host and its running machines while somebody watches: one bulk call per tick, the next tick only
// after the answer, and slower ticks where answers take long. GUI thread; rates are computed on a lane.
#pragma once

#include "core/hosts/host.h"
#include "core/machines/machinestats.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class HostSession;
class Roster;
class Settings;

/// What one tick brought. A value; made by a worker.
struct Measurement {
    struct Entry {
        QUuid uuid;
        MachineSample sample;
        int vcpus = 0; ///< 0: not told
    };
    std::vector<Entry> entries;
    HostLoad load;
    std::chrono::microseconds took{0};    ///< until the host had answered
    std::chrono::microseconds computed{0}; ///< of this computer's processor
};

class HostMeter final : public QObject {
    Q_OBJECT
public:
    HostMeter(Host &host, Roster &roster, const Settings *settings);
    ~HostMeter() override;

    void attach(HostSession *session);
    void detach();
    /// While on, it measures.
    void setWatched(bool on);

    const HostLoad &load() const { return m_load; }
    /// The present pause between two ticks.
    std::chrono::milliseconds pace() const { return m_pace; }

private:
    struct Counters;
    static Result<Measurement> measure(const ConnectHandle &connection, Counters &counters);

    void tick();
    void take(const Measurement &measurement);
    std::chrono::milliseconds paceFor(const Measurement &measurement) const;

    Host &m_host;
    Roster &m_roster;
    const Settings *m_settings;
    QPointer<HostSession> m_session;
    std::shared_ptr<Counters> m_counters; ///< a worker's while a tick is under way
    bool m_watched = false;
    bool m_asking = false;
    HostLoad m_load;
    std::chrono::milliseconds m_pace{0};
    QTimer m_timer;
};
