// SPDX-License-Identifier: GPL-3.0-or-later
// What a host keeps to itself, for its own room and its machines. GUI thread.
#pragma once

#include "core/hosts/capabilities.h"
#include "core/hosts/host.h"
#include "core/hosts/hostmeter.h"
#include "core/hosts/hostservices.h"
#include "core/hosts/hostsession.h"
#include "core/hosts/kvmcheck.h"
#include "core/hosts/roster.h"

#include <QSet>
#include <QTimer>

class Host::Private {
public:
    Private(Host *host, QUuid itsId, HostUri itsUri, QString itsLabel, HostServices &itsServices);

    void connectNow();
    void sessionOpened();
    void sessionFailed(const Error &error);
    void sessionLost(const Error &error);
    void endSession();
    void waitToRetry(const Error &error);
    void retry();
    void setState(HostState next, std::optional<Error> why = {});
    void askFacts();
    void askCapabilities();
    void tryKvm();
    HostFinding kvmFinding() const;

    Host *q;
    const QUuid id;
    const HostUri uri;
    QString label;
    HostServices &services;
    bool autoconnect = true;
    bool builtIn = false;

    HostState state = HostState::Disconnected;
    std::optional<Error> error;
    QDateTime retryAt;
    QDateTime connectedSince;
    std::chrono::microseconds latency{0};
    int failures = 0; ///< in a row
    HostFacts facts;
    bool capabilitiesKnown = false;
    KvmEvidence kvm;
    QSet<MachineVerb> unsupported; ///< learnt from the driver's own answers

    QTimer retryTimer;
    HostSession::Busy lastOpening; ///< of the latest session, which may be gone
    std::unique_ptr<HostSession> session;
    Roster roster;
    HostMeter meter;
    std::weak_ptr<void> watching;
};

/// Facts that take a few quick calls. Worker.
HostFacts quickFacts(const ConnectHandle &connection, const HostUri &uri);
/// Whether another attempt may succeed without a person doing something first.
bool isWorthRetrying(Error::Kind kind);
/// 1, 2, 4 … 60 seconds.
std::chrono::seconds pauseBefore(int attempt);
