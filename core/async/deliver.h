// SPDX-License-Identifier: GPL-3.0-or-later
// Brings the result of a lane home: calls back once, in the receiver's thread, and vanishes with the receiver.
// QFuture::then(context) aborts debug builds of Qt 6.4 when the context dies first; this does not.
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

template<class T, class Callback>
void deliver(QFuture<Result<T>> future, QObject *receiver, Callback callback)
{
    auto *watcher = new QFutureWatcher<Result<T>>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, callback = std::move(callback)]() mutable {
                         watcher->deleteLater();
                         auto done = watcher->future();
                         if (done.resultCount() > 0)
                             callback(done.takeResult());
                         else
                             callback(Result<T>(failure(Error::Kind::Cancelled, {})));
                     });
    watcher->setFuture(future);
}
