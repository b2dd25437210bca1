// SPDX-License-Identifier: GPL-3.0-or-later
// An operation that a person can see: what, on what, how far, cancel, outcome. GUI thread only.
// A job knows no dialog and never deletes itself: JobList owns it.
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTimer>

#include <chrono>
#include <optional>

/// What a job does; ui makes the title from it and the subject. Connecting is none: a host's own state shows it.
enum class JobKind {
    Start,
    ShutDown,
    Reboot,
    Reset,
    ForceOff,
    Pause,
    Resume,
    Save,
    Restore,
    DiscardSavedState,
    ChangeAutostart,
    Rename,
    Remove,
    CreateMachine,
    AddDisplay,
    UpdateOsDatabase,
    RemoveSeed,
    FinishInstallation,
    ExportMachine,
};

class Job final : public QObject {
    Q_OBJECT
public:
    enum class State { Running, Cancelling, Succeeded, Failed, Cancelled };
    enum class Cancel { Possible, Impossible };

    Job(JobKind kind, QString subject, QObject *target, Cancel cancel);
    ~Job() override;

    JobKind kind() const { return m_kind; }
    /// The machine's or host's name at the time the job began.
    const QString &subject() const { return m_subject; }
    /// The live Machine or Host concerned; null once that is gone, or where there is none yet.
    QObject *target() const { return m_target; }
    State state() const { return m_state; }
    bool isFinished() const { return m_state != State::Running && m_state != State::Cancelling; }
    bool canCancel() const { return m_cancel == Cancel::Possible && m_state == State::Running; }
    const JobProgress &progress() const { return m_progress; }
    /// Bytes per second, measured over the last seconds; zero while unknown.
    Bytes rate() const { return m_rate; }
    std::optional<std::chrono::seconds> timeLeft() const;
    /// The present step has lasted longer than steps do; progressed() tells when that begins.
    bool isStepLong() const { return !isFinished() && m_isStepLong; }
    const QDateTime &startedAt() const { return m_startedAt; }
    const QDateTime &finishedAt() const { return m_finishedAt; }
    const std::optional<Error> &error() const { return m_error; }
    const JobControl &control() const { return m_control; }

    void cancel();
    /// Ends the job with this outcome. Once.
    void finish(const Result<void> &outcome);
    /// The live thing that the job was about to make is there now.
    void setTarget(QObject *target) { m_target = target; }

Q_SIGNALS:
    void progressed();
    void stateChanged();
    /// After stateChanged(), when it has ended.
    void finished();

private:
    void take(const JobProgress &progress);

    JobKind m_kind;
    Cancel m_cancel;
    State m_state = State::Running;
    QString m_subject;
    QPointer<QObject> m_target;
    JobProgress m_progress;
    QTimer m_stepLimit;
    bool m_isStepLong = false;
    Bytes m_rate;
    Bytes m_rateBase;
    qint64 m_rateSince = 0;
    QDateTime m_startedAt;
    QDateTime m_finishedAt;
    std::optional<Error> m_error;
    JobControl m_control;
};
