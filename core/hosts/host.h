// SPDX-License-Identifier: GPL-3.0-or-later
// One hypervisor, live: connects, reconnects, lists, listens, measures. GUI thread; never blocks: what
// libvirt has to say is asked on lanes that the host owns. Closing a host drops its lanes without waiting.
#pragma once

#include "core/async/lane.h"
#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/hosts/hosturi.h"
#include "core/libvirt/handle.h"
#include "core/machines/machinestate.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class Job;
class Machine;
struct HostSurvey;
class HostServices; // what a host needs from outside: jobs, credentials, ssh; see inventory

enum class HostState {
    Disconnected,  ///< by choice
    Connecting,
    Connected,
    WaitingToRetry,///< lost or unreachable; retryAt() says when
    Failed,        ///< a person has to act (permission, password, unknown key, driver missing)
};

/// Told by the host once connected. Any thread.
struct HostFacts {
    QString hypervisor;        ///< libvirt's name of the driver, for display only: "QEMU", "TEST", "Xen"
    QString hypervisorVersion; ///< "7.2.22"
    QString libvirtVersion;    ///< of the daemon
    QString hostName;          ///< as the host calls itself
    QString cpuModel;
    int cpuThreads = 0;
    int cpuCores = 0;
    int cpuSockets = 0;
    int numaNodes = 0;
    Bytes memory;
    bool readOnly = false;
    bool encrypted = false;    ///< the transport is
    bool hasKvm = false;       ///< a KVM guest is offered for the host's own architecture
};

/// Load of the computer itself, where the host tells.
struct HostLoad {
    std::optional<float> processor; ///< 0 … 1
    std::optional<Bytes> memoryUsed;
};

/// A finding about a host that a person should know. ui words it.
struct HostFinding {
    enum class Kind {
        KvmWorks,          ///< a test guest ran
        KvmOffered,        ///< by the daemon's word; nothing more is known
        KvmMissing, KvmNotPermitted,
        KvmFails,          ///< a test guest broke off at an instruction
        KvmHangs,          ///< a test guest did not get on
        KvmProbeSlow,      ///< the daemon takes long to answer for KVM: /dev/kvm opens but does not work
        DefinitionSlow,    ///< the daemon probes QEMU at every definition, and offers no KVM after that
        SlowHost,          ///< its answers take long; statistics are asked less often
    };
    Kind kind;
    QString text; ///< a figure or original text; may be empty
};

class Host final : public QObject {
    Q_OBJECT
    Q_MOC_INCLUDE("core/machines/machine.h")
public:
    Host(QUuid id, HostUri uri, QString label, HostServices &services, QObject *parent = nullptr);
    ~Host() override;

    const QUuid &id() const;
    const HostUri &uri() const;
    /// The person's name for it; made from the address where none was given.
    QString label() const;
    /// What the person called it; empty where it has no name of its own.
    QString givenLabel() const;
    void setLabel(const QString &label);
    bool autoconnect() const;
    void setAutoconnect(bool on);
    /// The embedded default: this computer, chosen at first start rather than added.
    bool isBuiltIn() const;
    void setBuiltIn(bool on);

    HostState state() const;
    bool isConnected() const { return state() == HostState::Connected; }
    /// Why it is WaitingToRetry or Failed.
    const std::optional<Error> &error() const;
    QDateTime retryAt() const;
    QDateTime connectedSince() const;
    /// Round trip of a small call, measured; zero while unknown.
    std::chrono::microseconds latency() const;
    const HostFacts &facts() const;
    const HostLoad &load() const;
    std::vector<HostFinding> findings() const;

    void connectToHost();
    void disconnectFromHost();

    const std::vector<Machine *> &machines() const; ///< in order of arrival
    Machine *machine(const QUuid &uuid) const;
    Machine *machineNamed(QStringView name) const;
    /// True once the first list has arrived since it was connected.
    bool isListed() const;
    int runningCount() const;
    /// Whether this hypervisor has the operation at all.
    Permission supports(MachineVerb verb) const;

    /// Keeps statistics coming while the returned token lives. Nobody watching means no calls.
    [[nodiscard]] std::shared_ptr<void> watchStatistics();

    /// What a new machine needs to know: domain capabilities, pools with space, networks, limits, names.
    QFuture<Result<std::shared_ptr<const HostSurvey>>> survey();

    /// Runs `work` on the slow lane with the present connection. Unreachable while it is not connected; ends
    /// without a result (deliver() says Cancelled) when the connection is lost before the work began.
    /// `work` captures values only.
    template<class T>
    QFuture<Result<T>> runSlow(std::function<Result<T>(const ConnectHandle &)> work)
    {
        auto *lane = slowLane();
        if (!lane) {
            QPromise<Result<T>> promise;
            promise.start();
            promise.addResult(Result<T>(failure(Error::Kind::Unreachable, {}, uri().toString())));
            promise.finish();
            return promise.future();
        }
        return lane->run([connection = connection(), work = std::move(work)] { return work(connection); });
    }
    /// How long a definition took: a very slow one makes a finding.
    void noteDefinition(std::chrono::milliseconds took);

Q_SIGNALS:
    /// State, error, label, facts or findings changed.
    void changed();
    /// What is saved about it changed: label, autoconnect, built in.
    void settingsChanged();
    void listed();
    void loadChanged();
    void machinesAdded(const std::vector<Machine *> &machines);
    /// Before they are destroyed.
    void machinesAboutToBeRemoved(const std::vector<Machine *> &machines);
    void machineChanged(Machine *machine);
    void machinesSampled(const std::vector<Machine *> &machines);

private:
    friend class Machine;
    friend class Inventory;
    class Private;
    /// Null while it is not connected.
    Lane *slowLane() const;
    ConnectHandle connection() const;

    std::unique_ptr<Private> d;
};
