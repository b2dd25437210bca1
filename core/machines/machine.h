// SPDX-License-Identifier: GPL-3.0-or-later
// One machine of one host, live: holds the facts, runs the verbs. GUI thread; never blocks.
// A verb only asks: what the screen shows changes when the hypervisor's event has changed the facts.
// Owned by its Host; destroyed when the host says that it is gone (Inventory::machineRemoved comes first).
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/result.h"
#include "core/machines/machinefacts.h"
#include "core/machines/machinestats.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

#include <memory>
#include <optional>

class Host;
class Job;
class TextConsole;

/// A way to a machine's display, ready to be handed to a viewer. Movable only: it owns the descriptor.
struct DisplayConnection {
    enum class Path { LocalDescriptor, SshTunnel, Direct };
    DisplayKind kind;
    Path path = Path::Direct;
    FileDescriptor socket;  ///< connected, for LocalDescriptor and SshTunnel
    QString address;        ///< host to connect to, for Direct
    int port = -1;
    int tlsPort = -1;
    QString password;       ///< where libvirt told it; empty otherwise
};

/// What happens where another program has a text console open.
enum class ConsoleHold { Ask, Take };
enum class MonitorLanguage { Human, Json };

struct Screenshot {
    QByteArray data;
    QString mimeType; ///< "image/x-portable-pixmap" or "image/png"
};

class Machine final : public QObject {
    Q_OBJECT
public:
    ~Machine() override;

    Host &host() const;
    /// The present facts; the reference is good until changed() is emitted.
    const MachineFacts &facts() const;
    const QString &name() const { return facts().name; }
    const QUuid &uuid() const { return facts().uuid; }
    /// The facts' state, or the transition of a verb of ours that is under way.
    MachineState state() const;
    /// Null before the first sample.
    const MachineStats *stats() const;
    /// The verb of ours that is under way.
    std::optional<MachineVerb> pending() const;
    /// State table, host's capabilities, definition and pending verb together.
    Permission may(MachineVerb verb) const;

    // Verbs. Each is a job in the inventory's JobList, which owns it and tells of its failure.
    // One that is not allowed fails as a job too, with Error::Kind::WrongState.
    Job &start();
    Job &shutDown();
    Job &reboot();
    Job &reset();
    Job &forceOff();
    Job &pause();
    Job &resume();
    Job &save();
    Job &restore();
    Job &discardSavedState();
    Job &setAutostart(bool on);
    Job &rename(const QString &name);
    /// Forgets the definition (with its saved state, NVRAM and snapshot metadata); leaves every disk alone.
    Job &remove();
    /// Adds a display to the stored definition; it is there at the next start. Where there is one, it does nothing.
    Job &addDisplay();
    /// The verb by name, for menus and bulk actions; not for those that need an argument.
    Job &perform(MachineVerb verb);

    /// Somebody looks: fetch `details` if they are not there; changed() follows. Cheap to call again.
    void requestDetails();
    /// Somebody looks closer: fetch addresses (agent lane) and disk sizes, and once more what changes without an
    /// event; changed() follows.
    void requestAddresses();
    /// The stored definition's XML (or the live one where there is no other), as libvirt gives it.
    QFuture<Result<QString>> definition();
    /// A picture of screen 0. Fails with Unsupported where the hypervisor has none.
    QFuture<Result<Screenshot>> screenshot();
    /// A way to the display with libvirt's index `displayIndex`.
    QFuture<Result<std::shared_ptr<DisplayConnection>>> openDisplay(int displayIndex);
    /// Opens a serial port or text console (TextPortFacts::device); see TextConsole for what follows. Owned by `parent`.
    TextConsole *openTextConsole(const QString &device, ConsoleHold hold, QObject *parent);
    /// A command for the monitor of the machine's QEMU, and what it says. It goes past libvirt, which marks the machine
    /// for it; Unsupported where there is no such monitor, which nothing tells without using it.
    QFuture<Result<QString>> askMonitor(const QString &command, MonitorLanguage language);

Q_SIGNALS:
    /// Facts, state or pending verb changed.
    void changed();
    /// A new sample is in stats().
    void sampled();

private:
    friend class DetailsReader;
    friend class Host;
    friend class HostMeter;
    friend class Roster;
    friend class Unannounced;
    class Private;
    explicit Machine(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};
