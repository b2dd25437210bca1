// SPDX-License-Identifier: GPL-3.0-or-later
// A stretch of a file that holds one file of an appliance: all of it, or what lies in a tar. Blocks on the disk: call it on a worker.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <functional>

struct ByteSource {
    QString path;
    quint64 offset = 0;
    Bytes size;          ///< as found, not as told
    bool isWhole = true; ///< the whole file
};

/// NotFound, Refused (not readable by this user), InvalidInput (a folder, a pipe).
Result<ByteSource> wholeFile(const QString &path);
/// All of it. InvalidInput where it is longer than `limit`.
Result<QByteArray> readSource(const ByteSource &source, Bytes limit);
/// Its first bytes, at most `count`.
Result<QByteArray> readStart(const ByteSource &source, qint64 count);
/// Lower-case hexadecimal digits. Cancelled.
Result<QByteArray> digestOf(const ByteSource &source, QCryptographicHash::Algorithm algorithm, const std::function<bool()> &isCancelled = {});
