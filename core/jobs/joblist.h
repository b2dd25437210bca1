// SPDX-License-Identifier: GPL-3.0-or-later
// All jobs of the program, running and done, newest last. Owns them. GUI thread.
#pragma once

#include "core/async/deliver.h"
#include "core/jobs/job.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

class JobList final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { JobRole = Qt::UserRole + 1 };

    explicit JobList(QObject *parent = nullptr);
    ~JobList() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; ///< JobRole: Job *
    QHash<int, QByteArray> roleNames() const override;

    /// A new running job; whoever adds it calls finish().
    Job &add(JobKind kind, const QString &subject, QObject *target, Job::Cancel cancel);
    /// The same, ended by the result of `work`.
    Job &add(JobKind kind, const QString &subject, QObject *target, Job::Cancel cancel, QFuture<Result<void>> work);

    int runningCount() const { return m_running; }
    /// Failed jobs that nobody has dismissed.
    int problemCount() const;
    void forgetFinished();
    void cancelAll();

Q_SIGNALS:
    void jobAdded(Job *job);
    /// The one place where a failure becomes known to ui.
    void jobFinished(Job *job);
    void countsChanged();

private:
    void noteFinished(Job *job);

    std::vector<std::unique_ptr<Job>> m_jobs;
    int m_running = 0;
};
