// SPDX-License-Identifier: GPL-3.0-or-later
// An archive or compressed file being read from its beginning to its end, through libarchive. One thread at a time.
// https://github.com/libarchive/libarchive/wiki
#pragma once

#include "core/archives/archives.h"

#include <memory>
#include <optional>

struct archive;

class PackedFile final {
public:
    enum class As { Archive, Compressed };
    static Result<PackedFile> open(const QString &path, As as);

    /// The next entry; nothing at the end. Of a compressed file there is one, without a name.
    Result<std::optional<ArchiveEntry>> next();
    /// The present entry whole. InvalidInput where it is longer than `limit`.
    Result<QByteArray> readAll(Bytes limit);
    /// Its first bytes, at most `count`.
    Result<QByteArray> readStart(int count);
    /// The present entry to a new file.
    Result<void> writeTo(const QString &target, Bytes limit, const ArchiveWatch &watch);

private:
    struct Close {
        void operator()(archive *reader) const;
    };
    explicit PackedFile(QString path);
    Error problem() const;
    Error tooLong() const;

    std::unique_ptr<archive, Close> m_reader;
    QString m_path;
    Bytes m_size;
};
