// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoletasks.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace {
constexpr int steps = 1000;
} // namespace

ConsoleTask::ConsoleTask(const QString &title, const QString &stop, QWidget *parent)
    : QWidget(parent), m_title(new QLabel(title, this)), m_progress(new QProgressBar(this)), m_stop(new QPushButton(stop, this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(160);
    m_progress->setMaximumHeight(10);
    m_progress->setRange(0, steps);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_stop->setFlat(true);
    m_stop->setAccessibleName(stop);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        if (m_over)
            deleteLater();
        else
            Q_EMIT stopRequested();
    });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 8, 2);
    row->setSpacing(12);
    row->addWidget(m_title, 1);
    row->addWidget(m_progress);
    row->addWidget(m_stop);
}

void ConsoleTask::setTitle(const QString &title)
{
    if (!m_over && m_title->text() != title)
        m_title->setText(title);
}

void ConsoleTask::setProgress(qint64 done, qint64 total)
{
    m_progress->setVisible(total > 0 && !m_over);
    if (total > 0)
        m_progress->setValue(int(double(done) / double(total) * steps));
}

void ConsoleTask::finish()
{
    if (!m_over)
        deleteLater();
}

void ConsoleTask::fail(const QString &problem)
{
    m_title->setText(problem);
    m_title->setToolTip(problem);
    m_over = true;
    m_progress->hide();
    m_stop->setText(tr("Dismiss"));
    m_stop->setAccessibleName(m_stop->text());
}

ConsoleTasks::ConsoleTasks(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

ConsoleTask *ConsoleTasks::add(const QString &title, const QString &stop)
{
    auto *task = new ConsoleTask(title, stop, this);
    m_column->addWidget(task);
    task->show();
    return task;
}
