// SPDX-License-Identifier: GPL-3.0-or-later
// All hosts and what is on them: the one object that ui receives. GUI thread.
#pragma once

#include "core/hosts/credentials.h"
#include "core/hosts/hostlist.h"
#include "core/inventory/inventorytree.h"
#include "core/jobs/joblist.h"
#include "core/machines/machinelist.h"
#include "core/provisioning/osdatabase.h"

#include <QObject>

#include <memory>

class Downloads;
class Settings;
class SshLinks;

/// Why the embedded default is what it is; ui words it on the welcome page and in the host's tooltip.
struct DefaultHostChoice {
    enum class Reason {
        SessionForPerson,     ///< qemu:///session, always there for a normal user
        SystemPermitted,      ///< qemu:///system answers and lets us in
        SystemForRoot,
        NothingUsable,        ///< no QEMU driver or no daemon: see `error`
    };
    QString uri;
    Reason reason;
    std::optional<Error> error;
};

class Inventory final : public QObject {
    Q_OBJECT
public:
    explicit Inventory(Settings &settings, QObject *parent = nullptr);
    ~Inventory() override;

    HostList &hosts();
    MachineList &machines();
    InventoryTree &tree();
    JobList &jobs();
    CredentialDesk &credentials();
    OsDatabase &osDatabase();
    Downloads &downloads();
    /// After the settings for downloads have changed.
    void applyDownloadSettings();
    Settings &settings();

    /// Restores saved hosts and connects those that want it; at first start looks for the embedded default.
    void open();
    /// What the search for a default found; empty while it has not ended, or when hosts were saved before.
    const std::vector<DefaultHostChoice> &defaultChoices() const;
    /// Tries an address without adding it: connects, reads the version, disconnects. Cancelling the future gives
    /// it up, and takes back what the connection has asked.
    QFuture<Result<HostFacts>> probe(const HostUri &uri);

    /// By UUID, then by exact name, on `host` or on all.
    Machine *findMachine(const QString &nameOrUuid, const Host *host = nullptr) const;
    int runningCount() const;

    /// Cancels jobs and closes every host, without waiting for any.
    void close();

Q_SIGNALS:
    void machineAdded(Machine *machine);
    void machineRemoved(Machine *machine); ///< about to be destroyed
    void machineChanged(Machine *machine);
    void machinesSampled(const std::vector<Machine *> &machines);
    void defaultsChosen();

private:
    class Private;
    std::unique_ptr<Private> d;
};
