// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/recentevents.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"

#include <QLocale>

#include <chrono>

namespace {

constexpr size_t mostEvents = 20;
// A change this soon after a job of ours is that job's own.
constexpr qint64 ownMs = 1500;

QString changeText(MachineState from, MachineState to)
{
    switch (to) {
    case MachineState::Running: return from == MachineState::Paused || from == MachineState::Suspended ? RecentEvents::tr("Resumed") : RecentEvents::tr("Started");
    case MachineState::Paused: return RecentEvents::tr("Paused");
    case MachineState::Suspended: return RecentEvents::tr("Fell asleep");
    case MachineState::Off: return isActive(from) ? RecentEvents::tr("Turned off") : QString();
    case MachineState::Saved: return RecentEvents::tr("Saved");
    case MachineState::Crashed: return RecentEvents::tr("Crashed");
    default: return {};
    }
}

QString jobText(JobKind kind)
{
    switch (kind) {
    case JobKind::Start: return RecentEvents::tr("Started by you");
    case JobKind::ShutDown: return RecentEvents::tr("Asked by you to shut down");
    case JobKind::Reboot: return RecentEvents::tr("Asked by you to reboot");
    case JobKind::Reset: return RecentEvents::tr("Reset by you");
    case JobKind::ForceOff: return RecentEvents::tr("Forced off by you");
    case JobKind::Pause: return RecentEvents::tr("Paused by you");
    case JobKind::Resume: return RecentEvents::tr("Resumed by you");
    case JobKind::Save: return RecentEvents::tr("Saved by you");
    case JobKind::Restore: return RecentEvents::tr("Restored by you");
    case JobKind::DiscardSavedState: return RecentEvents::tr("Saved state discarded by you");
    case JobKind::ChangeAutostart: return RecentEvents::tr("Start with the host changed by you");
    case JobKind::Rename: return RecentEvents::tr("Renamed by you");
    case JobKind::CreateMachine: return RecentEvents::tr("Created by you");
    case JobKind::RemoveSeed: return RecentEvents::tr("Set-up medium removed");
    case JobKind::FinishInstallation: return RecentEvents::tr("Installed");
    case JobKind::ExportMachine: return RecentEvents::tr("Exported by you");
    case JobKind::AddDisplay: return RecentEvents::tr("Display added by you");
    case JobKind::UpdateOsDatabase: break; // of no machine
    case JobKind::Remove: break;
    }
    return {};
}

} // namespace

RecentEvents::RecentEvents(Inventory &inventory, QObject *parent) : QObject(parent)
{
    connect(&inventory, &Inventory::machineChanged, this, &RecentEvents::noteState);
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *gone) { m_pasts.remove(gone); });
    connect(&inventory.jobs(), &JobList::jobFinished, this, &RecentEvents::noteJob);
    // What is there before the first change is no event.
    connect(&inventory, &Inventory::machineAdded, this, [this](Machine *machine) { m_pasts[machine].state = machine->facts().state; });
}

std::vector<RecentEvents::Event> RecentEvents::of(const Machine *machine) const
{
    const auto events = m_pasts.value(machine).events;
    return {events.rbegin(), events.rend()};
}

void RecentEvents::noteState(Machine *machine)
{
    auto &past = m_pasts[machine];
    if (machine->pending())
        past.ownJobAt = QDateTime::currentDateTime();
    const auto from = past.state;
    const auto to = machine->facts().state;
    if (from == to)
        return;
    // Transitions are passed through; the state that they end in is the event.
    if (isTransitional(to))
        return;
    past.state = to;
    const bool ours = past.ownJobAt.isValid() && past.ownJobAt.msecsTo(QDateTime::currentDateTime()) < ownMs;
    const auto text = from == MachineState::Unknown || to == MachineState::Unknown ? QString() : changeText(from, to);
    if (!ours && !text.isEmpty())
        add(machine, {QDateTime::currentDateTime(), text, {}, to == MachineState::Crashed});
}

void RecentEvents::noteJob(Job *job)
{
    auto *machine = qobject_cast<Machine *>(job->target());
    const auto text = jobText(job->kind());
    if (!machine || text.isEmpty())
        return;
    m_pasts[machine].ownJobAt = QDateTime::currentDateTime();
    if (job->state() == Job::State::Failed) {
        add(machine, {job->finishedAt(), errortext::ofJob(*job).what, {}, true});
        return;
    }
    if (job->state() == Job::State::Cancelled) {
        add(machine, {job->finishedAt(), errortext::ofJob(*job).what, {}, false});
        return;
    }
    const auto ms = job->startedAt().msecsTo(job->finishedAt());
    const auto taken = ms < 100   ? QString()
                       : ms < 60000 ? tr("%1 s").arg(QLocale().toString(double(ms) / 1000, 'f', 1)) : format::duration(std::chrono::seconds(ms / 1000));
    add(machine, {job->finishedAt(), text, taken, false});
}

void RecentEvents::add(Machine *machine, Event event)
{
    auto &events = m_pasts[machine].events;
    events.push_back(std::move(event));
    if (events.size() > mostEvents)
        events.erase(events.begin());
    Q_EMIT happened(machine);
}
