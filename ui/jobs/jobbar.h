// SPDX-License-Identifier: GPL-3.0-or-later
// The window's lower edge: what is running, how far it is, and how to stop it. A job shows once it has taken
// a second; quick ones never flash by. GUI thread.
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

class ElidedLabel;
class Job;
class JobList;
class JobsPopup;
class QProgressBar;
class QPushButton;
class QToolButton;

class JobBar final : public QWidget {
    Q_OBJECT
public:
    explicit JobBar(JobList &jobs, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void choose();
    void write();
    void count();
    void openList();

    JobList &m_jobs;
    QPointer<Job> m_job;
    ElidedLabel *m_title;
    QProgressBar *m_progress;
    ElidedLabel *m_figures;
    QPushButton *m_cancel;
    QToolButton *m_counts;
    QPointer<JobsPopup> m_popup;
    QTimer m_look;
};
