// SPDX-License-Identifier: GPL-3.0-or-later
// Once an installer has turned a machine off, by the reboot at its end: takes the files away that only it needed, as the creation has noted
// in the machine's metadata, and starts the machine. Where its power was cut instead, the files go and the machine stays off; so it does where
// it stopped while nobody watched, and is cared for when somebody next looks at it. GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QObject>
#include <QSet>
#include <QUuid>

class JobList;
class Machine;

class InstallationEnd final : public QObject {
    Q_OBJECT
public:
    explicit InstallationEnd(JobList &jobs, QObject *parent = nullptr);

    /// Its facts changed, or it has come.
    void note(Machine *machine);
    void forget(Machine *machine);

private:
    void ask(Machine *machine, bool hasJustStopped);

    JobList &m_jobs;
    QSet<QUuid> m_seenOn; ///< and not off since
    QSet<QUuid> m_asked;  ///< looked at while off
};

namespace installations {
/// The machine is off and has files of an installer. Blocks.
Result<bool> isOver(const ConnectHandle &connection, const QUuid &machine);
enum class Then {
    Start,     ///< where the installer ended by itself
    LeaveOff,
};
/// Takes them off the host and out of the note. WrongState while it runs; InvalidInput where the note names something else than what creation
/// makes: whoever may write metadata may not have files deleted. Blocks.
Result<void> finish(const ConnectHandle &connection, const QUuid &machine, Then then);
} // namespace installations
