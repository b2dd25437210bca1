// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs of a machine, as jobs on its host's lanes.
#include "core/async/deliver.h"
#include "core/hosts/host_p.h"
#include "core/jobs/joblist.h"
#include "core/libvirt/domainjobs.h"
#include "core/machines/machine.h"
#include "core/machines/machine_p.h"

#include <QPointer>
#include <QTimer>

#include <chrono>

namespace {

constexpr std::chrono::milliseconds progressPause{300};

/// The driver has no such function at all; other refusals concern one machine or one moment.
bool lacksFunction(const Error &error)
{
    return error.kind == Error::Kind::Unsupported
        && error.message.contains(QLatin1StringView("not supported by the connection driver"));
}

} // namespace

Job &Machine::Private::refused(MachineVerb verb, JobKind kind)
{
    auto &job = host.d->services.jobs.add(kind, facts.name, q, Job::Cancel::Impossible);
    const auto why = q->may(verb).refusal;
    const bool gone = why == Refusal::HostNotConnected;
    const Error error{gone ? Error::Kind::Unreachable : Error::Kind::WrongState, {},
                      QStringLiteral("verb %1, refusal %2").arg(int(verb)).arg(int(why))};
    // Later, so that whoever gets the job can still listen to it.
    QMetaObject::invokeMethod(&job, [&job, error] { job.finish(failure(error)); }, Qt::QueuedConnection);
    return job;
}

Job &Machine::Private::run(MachineVerb verb, JobKind kind, On where, Act act)
{
    if (!q->may(verb))
        return refused(verb, kind);
    const auto cancel = verb == MachineVerb::Save ? Job::Cancel::Possible : Job::Cancel::Impossible;
    auto &job = host.d->services.jobs.add(kind, facts.name, q, cancel);
    const auto id = nextPending++;
    pending.push_back({id, verb});
    roster().announce(q);

    // The hypervisor is asked again after the verb, so that the screen does not fall back to the old state
    // for the moment before the event arrives.
    auto work = [domain = domain, connection = session()->connection(), clock = session()->eventClock(), verb,
                 act = std::move(act)]() -> Result<Sighting> {
        if (const auto done = act(domain); !done)
            return failure(done.error());
        const auto now = clock->load();
        // A handle keeps the name that it was made with.
        const auto fresh = verb == MachineVerb::Rename ? domains::lookup(connection, domains::uuidOf(domain)) : Result<DomainHandle>(domain);
        auto sighting = Roster::look(fresh.value_or(domain), now);
        if (!sighting) // gone with the verb, which did succeed
            return Sighting{{}, true, false, 0};
        return sighting;
    };
    auto &lane = where == On::Slow ? session()->slow() : session()->quick();
    const QPointer<HostSession> link(session());
    deliver(lane.run(std::move(work)), &job, [&job, machine = QPointer<Machine>(q), link, id, verb](const Result<Sighting> &outcome) {
        const bool current = machine && link && machine->d->session() == link;
        if (current)
            machine->d->finished(id, verb, outcome);
        if (outcome)
            job.finish({});
        else if (!current && outcome.error().kind == Error::Kind::Cancelled)
            job.finish(failure(Error::Kind::Unreachable, QStringLiteral("The connection was lost before the host had answered.")));
        else
            job.finish(failure(outcome.error()));
    });
    if (verb == MachineVerb::Save)
        followSaving(&job);
    return job;
}

void Machine::Private::finished(quint64 id, MachineVerb verb, const Result<Sighting> &outcome)
{
    std::erase_if(pending, [id](const Pending &p) { return p.id == id; });
    auto &book = roster();
    if (book.find(facts.uuid) != q)
        return; // removed while the verb was under way
    if (!outcome) {
        const bool cancelled = outcome.error().kind == Error::Kind::Cancelled && verb != MachineVerb::Save;
        if (lacksFunction(outcome.error()))
            host.d->unsupported.insert(verb);
        if (host.isConnected() && !cancelled)
            book.verify(q); // whatever failed, what is shown must be true
        book.announce(q);
        return;
    }
    if (verb == MachineVerb::ShutDown)
        expectShutDown();
    if (verb == MachineVerb::Remove && !isActive(facts.state)) {
        book.forget(q);
        return;
    }
    if (verb == MachineVerb::Rename)
        detailsStale = true;
    if (outcome->record.uuid != facts.uuid || !book.see(*outcome))
        book.announce(q);
}

void Machine::Private::followSaving(Job *job)
{
    // Progress can only be asked for. The next question waits for the answer to the last.
    auto *timer = new QTimer(job);
    timer->setSingleShot(true);
    timer->setInterval(progressPause);
    const QPointer<HostSession> link(session());
    connect(timer, &QTimer::timeout, job, [job, timer, link, domain = domain] {
        if (!link || link->isAbandoned() || job->isFinished())
            return;
        auto work = [domain] { return domains::currentJob(domain); };
        deliver(link->quick().run(std::move(work)), job, [job, timer](const Result<std::optional<DomainJob>> &now) {
            if (job->isFinished())
                return;
            if (now && *now)
                // Not what was written: a guest that goes on changing its memory makes that more than all there is.
                job->control().report(JobStep::SavingMemory, (*now)->total - (*now)->remaining, (*now)->total);
            timer->start();
        });
    });
    timer->start();
    // Cancelling comes from the GUI thread: Job::cancel() belongs to it.
    job->control().onCancel([link, domain = domain] {
        if (link && !link->isAbandoned())
            link->quick().run([domain] { return domains::abortJob(domain); });
    });
}

Job &Machine::start()
{
    return d->run(MachineVerb::Start, JobKind::Start, Private::On::Slow, [](const DomainHandle &m) { return domains::start(m); });
}

Job &Machine::shutDown()
{
    return d->run(MachineVerb::ShutDown, JobKind::ShutDown, Private::On::Quick, domains::shutDown);
}

Job &Machine::reboot()
{
    return d->run(MachineVerb::Reboot, JobKind::Reboot, Private::On::Quick, domains::reboot);
}

Job &Machine::reset()
{
    return d->run(MachineVerb::Reset, JobKind::Reset, Private::On::Quick, domains::reset);
}

Job &Machine::forceOff()
{
    return d->run(MachineVerb::ForceOff, JobKind::ForceOff, Private::On::Quick, domains::forceOff);
}

Job &Machine::pause()
{
    return d->run(MachineVerb::Pause, JobKind::Pause, Private::On::Quick, domains::pause);
}

Job &Machine::resume()
{
    const bool asleep = d->facts.state == MachineState::Suspended;
    return d->run(MachineVerb::Resume, JobKind::Resume, Private::On::Quick, asleep ? domains::wakeUp : domains::resume);
}

Job &Machine::save()
{
    return d->run(MachineVerb::Save, JobKind::Save, Private::On::Slow, domains::save);
}

Job &Machine::restore()
{
    return d->run(MachineVerb::Restore, JobKind::Restore, Private::On::Slow, [](const DomainHandle &m) { return domains::start(m); });
}

Job &Machine::discardSavedState()
{
    return d->run(MachineVerb::DiscardSavedState, JobKind::DiscardSavedState, Private::On::Quick, domains::discardSavedState);
}

Job &Machine::setAutostart(bool on)
{
    return d->run(MachineVerb::ChangeAutostart, JobKind::ChangeAutostart, Private::On::Quick,
                  [on](const DomainHandle &m) { return domains::setAutostart(m, on); });
}

Job &Machine::rename(const QString &name)
{
    return d->run(MachineVerb::Rename, JobKind::Rename, Private::On::Slow,
                  [name](const DomainHandle &m) { return domains::rename(m, name); });
}

Job &Machine::remove()
{
    return d->run(MachineVerb::Remove, JobKind::Remove, Private::On::Quick, domains::undefine);
}

Job &Machine::perform(MachineVerb verb)
{
    switch (verb) {
    case MachineVerb::Start:
        return start();
    case MachineVerb::ShutDown:
        return shutDown();
    case MachineVerb::Reboot:
        return reboot();
    case MachineVerb::Reset:
        return reset();
    case MachineVerb::ForceOff:
        return forceOff();
    case MachineVerb::Pause:
        return pause();
    case MachineVerb::Resume:
        return resume();
    case MachineVerb::Save:
        return save();
    case MachineVerb::Restore:
        return restore();
    case MachineVerb::DiscardSavedState:
        return discardSavedState();
    case MachineVerb::Remove:
        return remove();
    case MachineVerb::ChangeAutostart:
        return setAutostart(!d->facts.autostart);
    case MachineVerb::Rename:
    case MachineVerb::Export:
    case MachineVerb::OpenConsole:
        break;
    }
    // These need more than the verb: there is nothing to be done with it alone.
    return d->refused(verb, JobKind::Rename);
}
