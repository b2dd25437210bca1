// SPDX-License-Identifier: GPL-3.0-or-later
// One download from the question of what is there already to the checked file in the cache. Lives on the thread of the downloads.
#pragma once

#include "core/downloads/downloads.h"
#include "core/downloads/filefetch.h"

#include <QPointer>

#include <functional>

class QNetworkAccessManager;
class QNetworkReply;

/// Asks for a small file. `done` is called once.
void fetchText(QNetworkAccessManager &network, const QUrl &url, Bytes limit, QObject *context,
               std::function<void(const Result<QByteArray> &)> done);

class DownloadRun final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const Result<DownloadedFile> &)>;

    DownloadRun(QNetworkAccessManager &network, DownloadCache &cache, Mirrors mirrors, DownloadOrder order, JobControl control,
                std::chrono::milliseconds firstPause, Done done, QObject *parent);

    void start();
    const QUrl &url() const { return m_order.url; }

private:
    void askForChecksum(int place);
    void takeChecksum();
    void fetch();
    void keep(const FetchedFile &fetched);
    void leaveNothing();
    void reuse();
    void finish(const Result<DownloadedFile> &outcome);

    QNetworkAccessManager &m_network;
    DownloadCache &m_cache;
    Mirrors m_mirrors;
    DownloadOrder m_order;
    JobControl m_control;
    std::chrono::milliseconds m_firstPause;
    Done m_done;
    QString m_place;
    QList<QUrl> m_sums;
    std::optional<CachedFile> m_cached;
};
