// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobtext.h"

#include "core/jobs/job.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/statetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace {
class Words final {
    Q_DECLARE_TR_FUNCTIONS(jobtext)
};
} // namespace

namespace jobtext {

QString progress(const Job &job)
{
    if (job.state() == Job::State::Cancelling)
        return Words::tr("Cancelling…");
    const auto &progress = job.progress();
    QStringList parts{statetext::step(progress.step)};
    if (!progress.total.isZero())
        parts << format::sizeOf(progress.done, progress.total);
    if (!job.rate().isZero())
        parts << format::rate(double(job.rate().count()));
    if (const auto left = job.timeLeft())
        parts << Words::tr("%1 left").arg(format::duration(*left));
    if (progress.step == JobStep::Defining && job.isStepLong())
        parts << Words::tr("the host's libvirt tests QEMU first, which takes long where /dev/kvm does not work");
    return parts.join(QStringLiteral(" · "));
}

QString outcome(const Job &job)
{
    switch (job.state()) {
    case Job::State::Running:
    case Job::State::Cancelling: return progress(job);
    case Job::State::Cancelled: return Words::tr("Cancelled");
    case Job::State::Failed: return errortext::ofJob(job).what;
    case Job::State::Succeeded: break;
    }
    const auto ms = job.startedAt().msecsTo(job.finishedAt());
    return Words::tr("Done in %1 s").arg(QLocale().toString(double(ms) / 1000, 'f', ms < 10000 ? 1 : 0));
}

} // namespace jobtext
