// SPDX-License-Identifier: GPL-3.0-or-later
// A new tar (POSIX ustar; sizes from 8 GiB on as GNU's tar and every reader of appliances write them). Blocks on the disk: call it on a
// worker.
#pragma once

#include "core/appliances/bytesource.h"

#include <QFile>

class TarWriter final {
public:
    /// What is at `path` is written over.
    explicit TarWriter(const QString &path);

    Result<void> open();
    Result<void> add(const QString &name, const QByteArray &content);
    /// A file's content, as it is read. Cancelled; NoSpace.
    using Progress = std::function<void(Bytes done)>;
    Result<void> add(const QString &name, const ByteSource &source, const Progress &progress, const std::function<bool()> &isCancelled);
    Result<void> finish();

private:
    Result<void> writeHeader(const QString &name, quint64 size);
    Result<void> write(const QByteArray &bytes);

    QFile m_file;
};
