// SPDX-License-Identifier: GPL-3.0-or-later
// Brings an answer home unless the connection that gave it is gone by then. GUI thread.
#pragma once

#include "core/async/deliver.h"
#include "core/hosts/hostsession.h"

#include <QPointer>

/// `present` is a member of `receiver`: the session that counts when the answer arrives.
template<class T, class Callback>
void deliverWithin(const QPointer<HostSession> &present, QFuture<Result<T>> future, QObject *receiver, Callback callback)
{
    deliver(future, receiver, [&present, asked = present, callback = std::move(callback)](Result<T> result) mutable {
        if (asked && asked == present)
            callback(result);
    });
}
