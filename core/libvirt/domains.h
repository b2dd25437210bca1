// SPDX-License-Identifier: GPL-3.0-or-later
// Machines as libvirt has them: lists, lookups, definitions, verbs. Every function blocks: call it on a lane.
// https://libvirt.org/html/libvirt-libvirt-domain.html
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/libvirt/handle.h"
#include "core/machines/machinestate.h"

#include <QSet>
#include <QString>
#include <QUuid>

#include <vector>

struct DomainRecord {
    DomainHandle domain;
    QUuid uuid;
    QString name;
    int id = -1;                 ///< -1 while it is off
    MachineState state = MachineState::Unknown;
    int reason = 0;              ///< libvirt's number, to be read with its state
    bool hasSavedState = false;  ///< state is then Saved, unless the machine is on
};

/// What a list does not tell; asked apart, for all machines at once.
struct DomainTraits {
    QSet<QUuid> transient;   ///< run without a stored definition
    QSet<QUuid> autostarted;
};

struct DomainInfo {
    MachineState state = MachineState::Unknown; ///< never Saved: libvirt's state alone does not tell
    Bytes maximumMemory;
    Bytes memory;
    int vcpus = 0;
    quint64 cpuTime = 0;     ///< nanoseconds, over all processors
};

namespace domains {

/// Every machine with its state, in at most two calls however many there are, where the driver has bulk
/// statistics; otherwise with one more call per machine.
Result<std::vector<DomainRecord>> list(const ConnectHandle &connection);
/// The same without bulk statistics; list() turns to it by itself.
Result<std::vector<DomainRecord>> listOneByOne(const ConnectHandle &connection);
/// Two calls however many machines there are.
Result<DomainTraits> traits(const ConnectHandle &connection);
/// One machine afresh, e.g. after an event.
Result<DomainRecord> describe(const DomainHandle &domain);

Result<DomainHandle> lookup(const ConnectHandle &connection, const QUuid &uuid);
Result<DomainHandle> lookup(const ConnectHandle &connection, const QString &name);

enum class Xml {
    Current,        ///< live when it runs, else stored; no passwords
    Inactive,       ///< as it will be at the next start; no passwords
    CurrentSecret,  ///< with passwords: never to be logged, shown or kept
    InactiveSecret, ///< the one to edit and define again
};
Result<QString> xmlOf(const DomainHandle &domain, Xml which);
Result<DomainInfo> info(const DomainHandle &domain);
Result<bool> isPersistent(const DomainHandle &domain);
Result<bool> isAutostarted(const DomainHandle &domain);
Result<bool> hasSavedState(const DomainHandle &domain);

/// Creates or replaces a stored definition. Validated against libvirt's schema where `check` says so.
enum class SchemaCheck { No, Yes };
Result<DomainHandle> define(const ConnectHandle &connection, const QString &xml, SchemaCheck check = SchemaCheck::No);
/// Starts a machine without storing its definition.
Result<DomainHandle> createTransient(const ConnectHandle &connection, const QString &xml);
/// Forgets the definition with saved state, snapshot and checkpoint metadata and NVRAM; tries with less where
/// the driver knows less. Disks and, unlike NVRAM, TPM state stay.
Result<void> undefine(const DomainHandle &domain);
Result<void> rename(const DomainHandle &domain, const QString &name);
Result<void> setAutostart(const DomainHandle &domain, bool on);

enum class Boot {
    Normal,             ///< brings a saved machine back
    Paused,
    ForgetSavedState,
};
Result<void> start(const DomainHandle &domain, Boot boot = Boot::Normal);
/// Asks the guest, and returns before it has obeyed.
Result<void> shutDown(const DomainHandle &domain);
Result<void> reboot(const DomainHandle &domain);
Result<void> reset(const DomainHandle &domain);
/// Pulls the plug.
Result<void> forceOff(const DomainHandle &domain);
Result<void> pause(const DomainHandle &domain);
Result<void> resume(const DomainHandle &domain);
/// Out of the guest's own sleep.
Result<void> wakeUp(const DomainHandle &domain);
/// Keeps memory on disk and stops the machine: blocks until all is written. See domainjobs.h for its progress.
Result<void> save(const DomainHandle &domain);
Result<void> discardSavedState(const DomainHandle &domain);

/// virDomainState and its reason in our words. A domain with an id is running even where the driver (Xen)
/// says "no state".
MachineState stateFrom(int state, int reason, bool active);
/// Of a machine that is off: its own system turned it off, asked or not; its power was not cut.
bool isShutDownFromWithin(int reason);
/// Local knowledge, no call: the handle carries it.
QUuid uuidOf(const DomainHandle &domain);
QString nameOf(const DomainHandle &domain);

} // namespace domains
