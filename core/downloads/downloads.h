// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches files over http and https into a cache, checks them against what their makers publish, and goes on with what broke off.
// Called from the GUI thread; the work is done on a thread of its own, which begins with the first question.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/downloads/checksums.h"
#include "core/downloads/downloadcache.h"
#include "core/downloads/mirrors.h"
#include "core/jobs/jobcontrol.h"

#include <QFuture>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <vector>

class QThread;

struct DownloadOrder {
    QUrl url;                          ///< as the catalogue has it; mirrors are applied when it is asked for
    std::optional<Checksum> checksum = {}; ///< where it is known; or else it is looked for beside the file
    Bytes limit = Bytes::gib(64);
};

struct DownloadedFile {
    QString path;
    Bytes size;
    bool isVerified = false; ///< its checksum is what its makers publish
};

class Downloads final {
public:
    /// `firstPause` after a broken connection; it grows with each one in a row.
    explicit Downloads(QString folder = DownloadCache::defaultFolder(), std::chrono::milliseconds firstPause = std::chrono::seconds(1));
    ~Downloads();
    Downloads(const Downloads &) = delete;
    Downloads &operator=(const Downloads &) = delete;

    void setMirrors(const Mirrors &mirrors);
    const Mirrors &mirrors() const { return m_mirrors; }

    /// The file, from the cache where it is still the published one. ServerUnreachable, after several attempts: what has come is
    /// kept for the next time. ServerRefused; Damaged (length or checksum), NoSpace; Cancelled: then nothing stays behind.
    QFuture<Result<DownloadedFile>> get(const DownloadOrder &order, const JobControl &control);
    /// How long a file is; zero where the server does not say.
    QFuture<Result<Bytes>> sizeOf(const QUrl &url);
    /// A small file, into memory. InvalidInput where it is larger than `limit`.
    QFuture<Result<QByteArray>> text(const QUrl &url, Bytes limit);

    QFuture<Result<std::vector<CachedFile>>> cached();
    /// Removes one from the cache.
    QFuture<Result<void>> forget(const QUrl &url);
    /// Removes everything, also halves; a download that runs goes on and may fail.
    QFuture<Result<void>> clear();

private:
    class Worker;
    Worker &worker();

    QString m_folder;
    std::chrono::milliseconds m_firstPause;
    Mirrors m_mirrors;
    QThread *m_thread = nullptr;
    Worker *m_worker = nullptr; ///< lives on m_thread
};
