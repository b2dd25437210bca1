// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine keeps to itself, for the room of its host. GUI thread.
#pragma once

#include "core/hosts/host.h"
#include "core/hosts/hostsession.h"
#include "core/hosts/roster.h"
#include "core/jobs/job.h"
#include "core/machines/machine.h"

#include <QElapsedTimer>
#include <QTimer>

class JobList;

class Machine::Private {
public:
    Private(Host &itsHost, const DomainRecord &record);

    /// Blocks, on a lane.
    using Act = std::function<Result<void>(const DomainHandle &)>;
    enum class On { Quick, Slow };

    Job &run(MachineVerb verb, JobKind kind, On lane, Act act);
    Job &refused(MachineVerb verb, JobKind kind);
    void finished(quint64 id, MachineVerb verb, const Result<Sighting> &outcome);
    void followSaving(Job *job);
    void expectShutDown();
    /// A fact of the hypervisor that ends what shutDown() began.
    void shutDownIsOver();

    HostSession *session() const;
    Roster &roster() const;

    struct Pending {
        quint64 id;
        MachineVerb verb;
    };

    Host &host;
    Machine *q = nullptr;
    DomainHandle domain;
    MachineFacts facts;
    std::unique_ptr<MachineStats> stats;
    std::vector<Pending> pending;
    quint64 nextPending = 1;
    bool shuttingDown = false;
    std::unique_ptr<QTimer> shutDownLimit;
    quint64 heardAt = 0;       ///< clock of the last event about it
    bool wantsDetails = false; ///< somebody has asked for them once
    bool detailsAsked = false; ///< on their way
    bool detailsStale = true;
    bool addressesAsked = false;
    bool wantsAddresses = false;
    QElapsedTimer addressesAt;
};
