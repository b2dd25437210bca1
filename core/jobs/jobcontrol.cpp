// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobcontrol.h"

#include <utility>

void JobControl::report(JobStep step, Bytes done, Bytes total) const
{
    const std::lock_guard lock(m_shared->mutex);
    if (m_shared->sink)
        m_shared->sink(JobProgress{step, done, total});
}

void JobControl::cancel() const
{
    std::function<void()> action;
    {
        // Before the lock: a worker in the middle of a report hears of it at once.
        if (m_shared->cancelled.exchange(true))
            return;
        const std::lock_guard lock(m_shared->mutex);
        action = std::exchange(m_shared->onCancel, nullptr);
    }
    if (action)
        action();
}

void JobControl::onReport(std::function<void(JobProgress)> sink) const
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->sink = std::move(sink);
}

void JobControl::onCancel(std::function<void()> action) const
{
    {
        const std::lock_guard lock(m_shared->mutex);
        if (!m_shared->cancelled) {
            m_shared->onCancel = std::move(action);
            return;
        }
    }
    action();
}
