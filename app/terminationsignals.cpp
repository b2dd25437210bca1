// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminationsignals.h"

#include <QSocketNotifier>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace {

int s_pipe[2] = {-1, -1};

void note(int)
{
    // All that a signal handler may do here; the pipe is non-blocking, and one byte is enough.
    const int before = errno;
    [[maybe_unused]] const auto written = ::write(s_pipe[1], "", 1);
    errno = before;
}

void handle(void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaction(signal, &action, nullptr);
}

} // namespace

TerminationSignals::TerminationSignals(QObject *parent) : QObject(parent)
{
    if (::pipe2(s_pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = new QSocketNotifier(s_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char drained = 0;
        while (::read(s_pipe[0], &drained, 1) > 0) {}
        handle(SIG_DFL); // a second one ends it at once
        Q_EMIT received();
    });
    handle(note);
}

TerminationSignals::~TerminationSignals()
{
    handle(SIG_DFL);
}
