// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/job.h"

namespace {
constexpr qint64 rateWindowMs = 1000;
constexpr int longStepMs = 5000;
}

Job::Job(JobKind kind, QString subject, QObject *target, Cancel cancel)
    : m_kind(kind), m_cancel(cancel), m_subject(std::move(subject)), m_target(target),
      m_startedAt(QDateTime::currentDateTime())
{
    m_stepLimit.setSingleShot(true);
    connect(&m_stepLimit, &QTimer::timeout, this, [this] {
        m_isStepLong = true;
        Q_EMIT progressed();
    });
    // Runs in the reporting worker, under the control's lock: the destructor takes it back before `this` goes.
    m_control.onReport([this](const JobProgress &progress) {
        QMetaObject::invokeMethod(this, [this, progress] {
            take(progress);
        }, Qt::QueuedConnection);
    });
}

Job::~Job()
{
    m_control.onReport({});
}

std::optional<std::chrono::seconds> Job::timeLeft() const
{
    if (m_rate.isZero() || m_progress.total.isZero())
        return std::nullopt;
    return std::chrono::seconds((m_progress.total - m_progress.done).count() / m_rate.count());
}

void Job::cancel()
{
    if (!canCancel())
        return;
    m_state = State::Cancelling;
    m_control.cancel();
    Q_EMIT stateChanged();
}

void Job::finish(const Result<void> &outcome)
{
    if (isFinished())
        return;
    m_control.onReport({});
    m_stepLimit.stop();
    m_finishedAt = QDateTime::currentDateTime();
    if (outcome) {
        m_state = State::Succeeded;
    } else {
        m_error = outcome.error();
        m_state = m_error->kind == Error::Kind::Cancelled ? State::Cancelled : State::Failed;
    }
    Q_EMIT stateChanged();
    Q_EMIT finished();
}

void Job::take(const JobProgress &progress)
{
    if (isFinished())
        return;
    if (progress.step != m_progress.step) {
        m_isStepLong = false;
        m_stepLimit.start(longStepMs);
    }
    const auto now = QDateTime::currentMSecsSinceEpoch();
    if (progress.step != m_progress.step || progress.done < m_rateBase || m_rateSince == 0) {
        m_rate = {};
        m_rateBase = progress.done;
        m_rateSince = now;
    } else if (now - m_rateSince >= rateWindowMs) {
        m_rate = Bytes((progress.done - m_rateBase).count() * 1000 / quint64(now - m_rateSince));
        m_rateBase = progress.done;
        m_rateSince = now;
    }
    m_progress = progress;
    Q_EMIT progressed();
}
