// SPDX-License-Identifier: GPL-3.0-or-later
// What happened to machines since the program was started: our jobs, and changes that others made. GUI thread.
#pragma once

#include "core/machines/machinestate.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QString>

#include <vector>

class Inventory;
class Job;
class Machine;

class RecentEvents final : public QObject {
    Q_OBJECT
public:
    struct Event {
        QDateTime at;
        QString text;    ///< a finished sentence or phrase
        QString outcome; ///< time taken, or why not
        bool failed = false;
    };

    explicit RecentEvents(Inventory &inventory, QObject *parent = nullptr);

    /// Newest first.
    std::vector<Event> of(const Machine *machine) const;

Q_SIGNALS:
    void happened(Machine *machine);

private:
    struct Past {
        MachineState state = MachineState::Unknown;
        QDateTime ownJobAt; ///< the last moment at which a job of ours touched it
        std::vector<Event> events;
    };
    void noteState(Machine *machine);
    void noteJob(Job *job);
    void add(Machine *machine, Event event);

    QHash<const Machine *, Past> m_pasts;
};
