// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfblink.h"

#include <utility>

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

// A motion that was not sent yet is replaced by the next one, or a slow link would lag behind the hand. A press
// or release keeps the place where it happened.
bool mergeMotion(std::deque<RfbInput> &queue, const RfbInput &input)
{
    const auto *next = std::get_if<RfbPointer>(&input);
    auto *last = queue.empty() ? nullptr : std::get_if<RfbPointer>(&queue.back());
    if (!next || !last || !next->motionOnly || !last->motionOnly || next->relative != last->relative)
        return false;
    if (next->relative)
        last->position += next->position;
    else
        last->position = next->position;
    return true;
}

} // namespace

RfbLink::RfbLink(RfbReports *reports)
    : m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_reports(reports)
{
}

RfbLink::~RfbLink()
{
    if (m_watched >= 0)
        close(m_watched);
    if (m_wake >= 0)
        close(m_wake);
}

void RfbLink::post(RfbInput input)
{
    const auto *key = std::get_if<ConsoleKey>(&input);
    const auto outlet = key ? m_outlet.tryHold() : RfbOutlet::Hold();
    const std::lock_guard held(m_mutex);
    if (m_stopped)
        return;
    if (auto *pointer = std::get_if<RfbPointer>(&input)) {
        pointer->motionOnly = pointer->buttons == m_postedButtons;
        m_postedButtons = pointer->buttons;
    }
    const bool isOut = outlet && m_input.empty() && m_outlet.send(*key);
    if (!isOut && !mergeMotion(m_input, input))
        m_input.push_back(std::move(input));
    m_hasInput = true;
    wake(); // while locked: after the input was taken it would wake up for nothing, and without end
}

void RfbLink::answer(RfbAnswer answer)
{
    {
        const std::lock_guard held(m_mutex);
        m_answer = std::move(answer);
    }
    m_answered.notify_all();
}

void RfbLink::stop()
{
    {
        const std::lock_guard held(m_mutex);
        m_stopped = true;
        if (m_watched >= 0)
            shutdown(m_watched, SHUT_RDWR);
    }
    m_answered.notify_all();
    wake();
}

void RfbLink::detach()
{
    {
        const std::lock_guard held(m_reportsMutex);
        m_reports = nullptr;
    }
    m_heard.notify_all();
}

std::deque<RfbInput> RfbLink::takeInput()
{
    const std::lock_guard held(m_mutex);
    if (!m_stopped) {
        quint64 count = 0;
        [[maybe_unused]] const auto drained = ::read(m_wake, &count, sizeof count);
    }
    m_hasInput = false;
    return std::exchange(m_input, {});
}

bool RfbLink::watch(int socket)
{
    const std::lock_guard held(m_mutex);
    if (m_watched >= 0)
        close(m_watched);
    m_watched = fcntl(socket, F_DUPFD_CLOEXEC, 0);
    return !m_stopped && m_watched >= 0;
}

std::optional<RfbAnswer> RfbLink::ask(bool withUser)
{
    {
        const std::lock_guard held(m_mutex);
        m_answer.reset();
    }
    report(&RfbReports::credentialsNeeded, withUser);
    std::unique_lock held(m_mutex);
    m_answered.wait(held, [this] { return m_stopped || m_answer; });
    return m_stopped ? std::nullopt : std::exchange(m_answer, {});
}

void RfbLink::wake()
{
    const quint64 one = 1;
    [[maybe_unused]] const auto written = ::write(m_wake, &one, sizeof one);
}
