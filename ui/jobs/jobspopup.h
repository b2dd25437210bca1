// SPDX-License-Identifier: GPL-3.0-or-later
// The list of jobs of this run, newest first, with progress, outcome and cancel. Closes on a click elsewhere. GUI thread.
#pragma once

#include <QFrame>

class Job;
class JobList;
class QListView;
class QPushButton;

class JobsPopup final : public QFrame {
    Q_OBJECT
public:
    JobsPopup(JobList &jobs, QWidget *parent);

    QSize sizeHint() const override;

private:
    Job *current() const;
    void refresh();

    JobList &m_jobs;
    QListView *m_list;
    QPushButton *m_cancel;
    QPushButton *m_details;
};
