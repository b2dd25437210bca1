// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to and from a hypervisor. Every function blocks: call it on a lane.
// https://libvirt.org/html/libvirt-libvirt-stream.html
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace streams {
Result<StreamHandle> create(const ConnectHandle &connection);
/// Everything up to the end, and finishes the stream. More than `limit` bytes: aborts it, InvalidInput.
Result<QByteArray> receiveAll(const StreamHandle &stream, qint64 limit);
/// Sends what `next` gives until that is empty, and finishes the stream. An error of `next` aborts it.
Result<void> sendAll(const StreamHandle &stream, const std::function<Result<QByteArray>()> &next);
/// Gives `take` all parts up to the end, and finishes the stream. An error of `take` aborts it.
Result<void> receiveTo(const StreamHandle &stream, const std::function<Result<void>(QByteArrayView)> &take);
} // namespace streams
