// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the medium away that set a machine up, as its creation has noted in its metadata: once the machine was shut down from within
// (not: once its power was cut, which may have come too early). Watches machines stop while the program runs; one that stopped at another
// time is cared for when somebody next looks at it. GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QObject>
#include <QSet>
#include <QUuid>

class JobList;
class Machine;

class SeedRemoval final : public QObject {
    Q_OBJECT
public:
    explicit SeedRemoval(JobList &jobs, QObject *parent = nullptr);

    /// Its facts changed, or it has come.
    void note(Machine *machine);
    void forget(Machine *machine);

private:
    void ask(Machine *machine);
    void remove(Machine *machine);

    JobList &m_jobs;
    QSet<QUuid> m_seenOn;    ///< and not off since
    QSet<QUuid> m_asked;     ///< looked at while off
};

namespace seeds {
/// Path of the medium that a machine waits to be rid of; empty where there is none, or not yet. Blocks.
Result<QString> dueFor(const ConnectHandle &connection, const QUuid &machine);
/// Out of the definition first, then off the host. InvalidInput where the note names something else than what creation makes:
/// whoever may write metadata may not have files deleted. Blocks.
Result<void> remove(const ConnectHandle &connection, const QUuid &machine);
} // namespace seeds
