// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobbar.h"

#include "core/jobs/joblist.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/shades.h"
#include "ui/common/statetext.h"
#include "ui/jobs/jobspopup.h"
#include "ui/jobs/jobtext.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace {
constexpr qint64 quickMs = 1000;
} // namespace

JobBar::JobBar(JobList &jobs, QWidget *parent)
    : QWidget(parent), m_jobs(jobs), m_title(new ElidedLabel(this)), m_progress(new QProgressBar(this)), m_figures(new ElidedLabel(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_counts(new QToolButton(this))
{
    setAccessibleName(tr("Jobs"));
    m_progress->setFixedWidth(160);
    m_progress->setMaximumHeight(10);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_figures->setFaint(true);
    m_cancel->setFlat(true);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_counts->setAutoRaise(true);
    m_counts->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 3, 8, 2);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_progress);
    layout->addWidget(m_figures);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    layout->addWidget(m_counts);
    setFixedHeight(fontMetrics().height() + 20);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
    });
    connect(m_counts, &QToolButton::clicked, this, &JobBar::openList);
    connect(&jobs, &JobList::jobAdded, this, [this] {
        count();
        if (!m_look.isActive())
            m_look.start(int(quickMs) + 20);
    });
    connect(&jobs, &JobList::jobFinished, this, [this] { choose(); });
    connect(&jobs, &JobList::countsChanged, this, &JobBar::count);
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &JobBar::choose);
    choose();
    count();
}

void JobBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, shades::line(palette()));
}

void JobBar::choose()
{
    Job *oldest = nullptr;
    bool more = false;
    const auto now = QDateTime::currentDateTime();
    for (int row = 0; row < m_jobs.rowCount(); ++row) {
        auto *job = m_jobs.index(row).data(JobList::JobRole).value<Job *>();
        if (!job || job->isFinished())
            continue;
        if (job->startedAt().msecsTo(now) >= quickMs)
            oldest = oldest ? oldest : job;
        else
            more = true;
    }
    if (more && !m_look.isActive())
        m_look.start(int(quickMs) / 2);
    if (m_job != oldest) {
        if (m_job)
            disconnect(m_job, nullptr, this, nullptr);
        m_job = oldest;
        if (m_job) {
            connect(m_job, &Job::progressed, this, &JobBar::write);
            connect(m_job, &Job::stateChanged, this, &JobBar::write);
        }
    }
    write();
}

void JobBar::write()
{
    const bool shown = m_job && !m_job->isFinished();
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_progress), static_cast<QWidget *>(m_figures)})
        widget->setVisible(shown);
    m_cancel->setVisible(shown && m_job->canCancel());
    if (!shown)
        return;
    m_title->setText(statetext::jobTitle(*m_job));
    const auto &progress = m_job->progress();
    if (progress.total.isZero()) {
        m_progress->setRange(0, 0);
    } else {
        m_progress->setRange(0, 1000);
        m_progress->setValue(int(double(progress.done.count()) / double(progress.total.count()) * 1000));
    }
    m_figures->setText(jobtext::progress(*m_job));
}

void JobBar::count()
{
    const int running = m_jobs.runningCount();
    const int problems = m_jobs.problemCount();
    QString text = tr("No jobs");
    if (running > 0 || problems > 0)
        text = tr("%1 · %2").arg(tr("%n jobs", nullptr, running), tr("%n problems", nullptr, problems));
    m_counts->setText(text);
    m_counts->setAccessibleName(text);
    m_counts->setToolTip(tr("Show what ran and what runs"));
}

void JobBar::openList()
{
    if (m_popup) {
        m_popup->close();
        return;
    }
    m_popup = new JobsPopup(m_jobs, this);
    const auto size = m_popup->sizeHint();
    const auto corner = mapToGlobal(QPoint(width() - size.width() - 8, -size.height() - 8));
    m_popup->setGeometry(QRect(corner, size));
    m_popup->show();
}
