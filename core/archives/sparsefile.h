// SPDX-License-Identifier: GPL-3.0-or-later
// A new file that keeps holes where zeros are written to it, and is removed again unless it was finished. One thread at a time.
#pragma once

#include "core/base/filedescriptor.h"
#include "core/base/result.h"

#include <QString>

class SparseFile final {
public:
    /// AlreadyExists, Refused, NoSpace.
    static Result<SparseFile> create(const QString &path);
    SparseFile(SparseFile &&) noexcept = default;
    SparseFile &operator=(SparseFile &&) noexcept = default;
    ~SparseFile();

    /// At any place; what lies between is a hole.
    Result<void> write(const char *data, qint64 count, qint64 offset);
    /// Ends it at that length and keeps it.
    Result<void> finish(qint64 length);

private:
    SparseFile() = default;
    Result<void> put(const char *data, qint64 count, qint64 offset);

    FileDescriptor m_file;
    QString m_path;
};
