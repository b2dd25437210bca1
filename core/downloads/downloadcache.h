// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of downloaded files with its index. Each file has a folder of its own, so that it keeps its name. Blocks on the disk;
// used by the thread of the downloads alone.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/downloads/checksums.h"

#include <QDateTime>
#include <QHash>
#include <QString>
#include <QUrl>

#include <optional>
#include <vector>

struct CachedFile {
    QUrl url;           ///< as the catalogue has it, before any mirror
    QString path;
    Bytes size;
    Checksum checksum;  ///< of what is there
    bool isVerified = false; ///< its makers publish that checksum
    QDateTime fetched;  ///< UTC
};

class DownloadCache final {
public:
    /// The folder is made when something is put into it.
    explicit DownloadCache(QString folder);

    /// Below XDG_CACHE_HOME.
    static QString defaultFolder();

    /// Where the file of an address belongs, whether it is there or not. InvalidInput where the address names no file.
    Result<QString> placeOf(const QUrl &url) const;
    /// What is there and has the size that it had.
    std::optional<CachedFile> find(const QUrl &url) const;
    Result<void> remember(const CachedFile &file);
    /// Newest first.
    std::vector<CachedFile> contents() const;
    /// Files, and halves of files.
    Result<void> remove(const QUrl &url);
    Result<void> clear();

private:
    QHash<QString, CachedFile> read() const;
    Result<void> write(const QHash<QString, CachedFile> &index) const;

    QString m_folder;
};
