// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/joblist.h"

#include <algorithm>

namespace {
// Finished jobs beyond these are forgotten, oldest first.
constexpr int keepFinished = 200;
} // namespace

JobList::JobList(QObject *parent) : QAbstractListModel(parent) {}
JobList::~JobList() = default;

int JobList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_jobs.size());
}

QVariant JobList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != JobRole)
        return {};
    return QVariant::fromValue(m_jobs[size_t(index.row())].get());
}

QHash<int, QByteArray> JobList::roleNames() const
{
    return {{JobRole, QByteArrayLiteral("job")}};
}

Job &JobList::add(JobKind kind, const QString &subject, QObject *target, Job::Cancel cancel)
{
    if (rowCount() > keepFinished) {
        const auto oldest = std::find_if(m_jobs.begin(), m_jobs.end(), [](const auto &job) { return job->isFinished(); });
        if (oldest != m_jobs.end()) {
            const int row = int(oldest - m_jobs.begin());
            beginRemoveRows({}, row, row);
            (*oldest).release()->deleteLater(); // a slot of its own signals may still be on the stack
            m_jobs.erase(oldest);
            endRemoveRows();
        }
    }
    auto job = std::make_unique<Job>(kind, subject, target, cancel);
    auto *raw = job.get();
    connect(raw, &Job::finished, this, [this, raw] { noteFinished(raw); });
    const auto touch = [this, raw] {
        const auto it = std::find_if(m_jobs.begin(), m_jobs.end(), [raw](const auto &j) { return j.get() == raw; });
        const auto cell = index(int(it - m_jobs.begin()));
        Q_EMIT dataChanged(cell, cell);
    };
    connect(raw, &Job::stateChanged, this, touch);
    connect(raw, &Job::progressed, this, touch);
    beginInsertRows({}, rowCount(), rowCount());
    m_jobs.push_back(std::move(job));
    endInsertRows();
    ++m_running;
    Q_EMIT jobAdded(raw);
    Q_EMIT countsChanged();
    return *raw;
}

Job &JobList::add(JobKind kind, const QString &subject, QObject *target, Job::Cancel cancel, QFuture<Result<void>> work)
{
    auto &job = add(kind, subject, target, cancel);
    deliver(work, &job, [&job](const Result<void> &outcome) { job.finish(outcome); });
    return job;
}

int JobList::problemCount() const
{
    return int(std::count_if(m_jobs.begin(), m_jobs.end(), [](const auto &job) { return job->state() == Job::State::Failed; }));
}

void JobList::forgetFinished()
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!m_jobs[size_t(row)]->isFinished())
            continue;
        beginRemoveRows({}, row, row);
        m_jobs[size_t(row)].release()->deleteLater();
        m_jobs.erase(m_jobs.begin() + row);
        endRemoveRows();
    }
    Q_EMIT countsChanged();
}

void JobList::cancelAll()
{
    for (const auto &job : m_jobs)
        job->cancel();
}

void JobList::noteFinished(Job *job)
{
    --m_running;
    Q_EMIT jobFinished(job);
    Q_EMIT countsChanged();
}
