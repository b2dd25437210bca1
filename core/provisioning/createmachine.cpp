// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/createmachine.h"

#include "core/async/deliver.h"
#include "core/downloads/downloads.h"
#include "core/hosts/host.h"
#include "core/jobs/joblist.h"
#include "core/libvirt/domaindevices.h"
#include "core/libvirt/domains.h"
#include "core/machines/machine.h"
#include "core/provisioning/machinemaking.h"
#include "core/provisioning/machineplan.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

using namespace std::chrono_literals;

namespace {

/// The machine is there; only its way into the host's list is awaited. A driver without events takes a poll.
constexpr auto listingLimit = 5s;

/// Windows' discs wait five seconds for a key under UEFI, and do not boot without one. When they ask is told nowhere; before and after,
/// the blank means nothing.
void passPrompt(Host &host, const QUuid &uuid, std::chrono::seconds howLong)
{
    constexpr unsigned blank = 57;
    auto *timer = new QTimer(&host);
    QObject::connect(timer, &QTimer::timeout, &host, [&host, uuid, timer, left = howLong.count()]() mutable {
        if (--left <= 0)
            timer->deleteLater();
        host.runSlow<void>([uuid](const ConnectHandle &connection) -> Result<void> {
            const auto domain = domains::lookup(connection, uuid);
            return domain ? domains::sendKeys(*domain, {blank}) : failure(domain.error());
        });
    });
    timer->start(1s);
}

/// How long that may take to come; zero where nothing asks.
std::chrono::seconds promptSpan(const MachineRecipe &recipe, const HostSurvey &survey)
{
    const bool isUnattended = recipe.startNow && recipe.unattended && recipe.os.isWindows && recipe.source == MediaSource::InstallerImage;
    const auto plan = isUnattended ? planFor(recipe, survey) : MachinePlan();
    return !plan.uefi ? 0s : plan.isKvm ? 20s : 60s;
}

/// Ends the job as soon as it has its target, or has waited long enough for one.
void finishWhenListed(Job &job)
{
    if (job.target()) {
        job.finish({});
        return;
    }
    auto *limit = new QTimer(&job);
    limit->setSingleShot(true);
    QObject::connect(limit, &QTimer::timeout, &job, [&job] { job.finish({}); });
    limit->start(listingLimit);
}

void make(Job &job, Host &host, const MachineRecipe &recipe, const HostSurvey &survey)
{
    // A new identity: a definition under a name that is taken is refused by libvirt, never replaced.
    const auto uuid = QUuid::createUuid();
    auto isMade = std::make_shared<bool>(false);
    QObject::connect(&host, &Host::machinesAdded, &job, [&job, &host, uuid, isMade] {
        if (auto *machine = host.machine(uuid); machine && !job.target()) {
            job.setTarget(machine);
            if (*isMade)
                job.finish({});
        }
    });
    const auto work = host.runSlow<MadeMachine>(
        [recipe, survey, uuid, control = job.control()](const ConnectHandle &connection) {
            return makeMachine(connection, recipe, survey, uuid, control);
        });
    deliver(work, &job, [&job, home = QPointer<Host>(&host), uuid, isMade, prompt = promptSpan(recipe, survey)](const Result<MadeMachine> &made) {
        if (!made) {
            job.setTarget(nullptr);
            job.finish(failure(made.error()));
            return;
        }
        *isMade = true;
        if (!home) { // nobody is left who would list it
            job.finish({});
            return;
        }
        home->noteDefinition(made->definitionTook);
        if (prompt > 0s)
            passPrompt(*home, uuid, prompt);
        if (auto *machine = home->machine(uuid))
            job.setTarget(machine);
        finishWhenListed(job);
    });
}

constexpr Bytes largestOfTree = Bytes::gib(2);

/// One after the other, so that the job shows one at a time. `done` gets the paths.
void fetchFiles(Job &job, Downloads &downloads, QList<TreeFile> files, QStringList paths, std::function<void(const Result<QStringList> &)> done)
{
    if (files.isEmpty()) {
        done(paths);
        return;
    }
    const auto file = files.takeFirst();
    if (file.checksum.isEmpty()) // or yesterday's kernel would be taken with today's initrd
        downloads.forget(file.url);
    const DownloadOrder order{file.url, Checksum::fromHex(file.checksum.toLatin1()), largestOfTree};
    deliver(downloads.get(order, job.control()), &job, [&job, &downloads, files, paths, done = std::move(done)](const Result<DownloadedFile> &fetched) {
        if (fetched)
            fetchFiles(job, downloads, files, paths + QStringList{fetched->path}, done);
        else
            done(failure(fetched.error()));
    });
}

void makeFromTree(Job &job, Host &host, const MachineRecipe &recipe, const HostSurvey &survey, Downloads &downloads)
{
    const auto &tree = *recipe.fromNetwork.tree;
    fetchFiles(job, downloads, {tree.kernel, tree.initrd}, {}, [&job, home = QPointer<Host>(&host), recipe, survey](const Result<QStringList> &files) {
        if (!files || !home) {
            job.finish(failure(files ? Error{Error::Kind::Unreachable, QStringLiteral("the host was removed"), {}} : files.error()));
            return;
        }
        auto complete = recipe;
        complete.fromNetwork.kernel = files->at(0);
        complete.fromNetwork.initrd = files->at(1);
        make(job, *home, complete, survey);
    });
}

} // namespace

Job &createMachine(JobList &jobs, Host &host, const MachineRecipe &recipe, const HostSurvey &survey, Downloads *downloads)
{
    auto &job = jobs.add(JobKind::CreateMachine, recipe.name, nullptr, Job::Cancel::Possible);
    if (recipe.source == MediaSource::NetworkInstall && recipe.fromNetwork.way == NetworkInstall::Way::Tree && recipe.fromNetwork.tree && downloads) {
        makeFromTree(job, host, recipe, survey, *downloads);
        return job;
    }
    if (!recipe.download || !downloads) {
        make(job, host, recipe, survey);
        return job;
    }
    const DownloadOrder order{recipe.download->url, Checksum::fromHex(recipe.download->checksum.toLatin1())};
    deliver(downloads->get(order, job.control()), &job, [&job, home = QPointer<Host>(&host), recipe, survey](const Result<DownloadedFile> &file) {
        if (!file) {
            job.finish(failure(file.error()));
            return;
        }
        if (!home) {
            job.finish(failure(Error::Kind::Unreachable, QStringLiteral("the host was removed")));
            return;
        }
        auto complete = recipe;
        complete.mediaPath = file->path;
        if (complete.source == MediaSource::Download)
            complete.source = MediaSource::InstallerImage;
        make(job, *home, complete, survey);
    });
    return job;
}
