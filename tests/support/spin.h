// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the event loop until something is so. For tests.
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

/// True as soon as `isSo()`; false when the time is over.
template<class Predicate>
bool spinUntil(Predicate isSo, std::chrono::milliseconds limit = std::chrono::seconds(10))
{
    const QDeadlineTimer deadline(limit);
    QTimer tick; // looks again at what no event announces
    tick.start(std::chrono::milliseconds(2));
    while (!isSo()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}
