// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/downloadrun.h"

#include "core/downloads/filename.h"
#include "core/downloads/webrequest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QNetworkAccessManager>

#include <chrono>

namespace {

constexpr Bytes longestSums = Bytes::mib(4);
/// For so long nobody is asked whether a file of the cache is still what is published.
constexpr std::chrono::hours unaskedFor{24};

} // namespace

void fetchText(QNetworkAccessManager &network, const QUrl &url, Bytes limit, QObject *context,
               std::function<void(const Result<QByteArray> &)> done)
{
    auto *reply = network.get(webrequest::to(url));
    reply->setParent(context); // goes with whoever asked
    QObject::connect(reply, &QNetworkReply::downloadProgress, context, [reply, limit](qint64 received) {
        if (Bytes(quint64(received)) > limit)
            reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, context, [reply, limit, done = std::move(done)] {
        reply->deleteLater();
        const auto bytes = reply->readAll();
        if (Bytes(quint64(bytes.size())) > limit)
            done(failure(Error::Kind::InvalidInput, QStringLiteral("larger than expected"), reply->url().toString()));
        else if (const auto error = webrequest::errorOf(*reply))
            done(failure(*error));
        else
            done(bytes);
    });
}

DownloadRun::DownloadRun(QNetworkAccessManager &network, DownloadCache &cache, Mirrors mirrors, DownloadOrder order, JobControl control,
                         std::chrono::milliseconds firstPause, Done done, QObject *parent)
    : QObject(parent), m_network(network), m_cache(cache), m_mirrors(std::move(mirrors)), m_order(std::move(order)),
      m_control(std::move(control)), m_firstPause(firstPause), m_done(std::move(done))
{
}

void DownloadRun::start()
{
    const auto place = m_cache.placeOf(m_order.url);
    if (!place) {
        finish(failure(place.error()));
        return;
    }
    m_place = *place;
    m_control.report(JobStep::Downloading);
    m_cached = m_cache.find(m_order.url);
    if (m_order.checksum) {
        takeChecksum();
        return;
    }
    if (m_cached && m_cached->isVerified && m_cached->fetched.secsTo(QDateTime::currentDateTimeUtc()) < std::chrono::seconds(unaskedFor).count()) {
        reuse();
        return;
    }
    m_sums = checksums::placesFor(m_order.url);
    askForChecksum(0);
}

void DownloadRun::askForChecksum(int place)
{
    if (m_control.isCancelled()) {
        leaveNothing();
        finish(failure(Error::Kind::Cancelled, {}));
        return;
    }
    if (place >= m_sums.size()) { // nobody publishes one
        takeChecksum();
        return;
    }
    fetchText(m_network, m_mirrors.apply(m_sums[place]), longestSums, this, [this, place](const Result<QByteArray> &sums) {
        const auto file = fileNameOf(m_order.url);
        if (sums) {
            const auto about = m_sums[place].path().section(u'/', -1).startsWith(file) ? checksums::About::OneFile : checksums::About::ManyFiles;
            m_order.checksum = checksums::find(*sums, file, about);
        }
        const bool isUseless = !sums && sums.error().kind != Error::Kind::ServerRefused; // the next question would fare no better
        if (m_order.checksum || isUseless)
            takeChecksum();
        else
            askForChecksum(place + 1);
    });
}

void DownloadRun::takeChecksum()
{
    // Without an answer the file of the cache is as good as it was.
    if (m_cached && (!m_order.checksum || m_cached->checksum == *m_order.checksum)) {
        reuse();
        return;
    }
    fetch();
}

void DownloadRun::reuse()
{
    auto entry = *m_cached;
    if (m_order.checksum) {
        entry.isVerified = true;
        entry.fetched = QDateTime::currentDateTimeUtc();
        if (const auto noted = m_cache.remember(entry); !noted) {
            finish(failure(noted.error()));
            return;
        }
    }
    finish(DownloadedFile{entry.path, entry.size, entry.isVerified});
}

void DownloadRun::fetch()
{
    FetchOrder order{m_mirrors.apply(m_order.url), m_place + QStringLiteral(".part"),
                     m_order.checksum ? m_order.checksum->algorithm : QCryptographicHash::Sha256, m_order.limit, m_firstPause};
    auto *one = new FileFetch(m_network, std::move(order), m_control, [this](const Result<FetchedFile> &fetched) {
        if (fetched) {
            keep(*fetched);
            return;
        }
        if (fetched.error().kind != Error::Kind::ServerUnreachable) // only that is better next time
            leaveNothing();
        finish(failure(fetched.error()));
    }, this);
    one->start();
}

void DownloadRun::keep(const FetchedFile &fetched)
{
    const auto part = m_place + QStringLiteral(".part");
    const Checksum checksum{m_order.checksum ? m_order.checksum->algorithm : QCryptographicHash::Sha256, fetched.hex};
    if (m_order.checksum && checksum != *m_order.checksum) {
        leaveNothing();
        finish(failure(Error::Kind::Damaged, QStringLiteral("checksum %1 instead of %2")
                           .arg(QString::fromLatin1(checksum.hex), QString::fromLatin1(m_order.checksum->hex)), m_order.url.toString()));
        return;
    }
    QFile::remove(part + QStringLiteral(".from"));
    QFile::remove(m_place);
    if (!QFile::rename(part, m_place)) {
        finish(failure(Error::Kind::Internal, QStringLiteral("could not be renamed"), part));
        return;
    }
    const CachedFile entry{m_order.url, m_place, fetched.size, checksum, m_order.checksum.has_value(), QDateTime::currentDateTimeUtc()};
    if (const auto noted = m_cache.remember(entry); !noted) {
        finish(failure(noted.error()));
        return;
    }
    finish(DownloadedFile{m_place, fetched.size, entry.isVerified});
}

/// Halves go; an older file that was whole stays.
void DownloadRun::leaveNothing()
{
    QFile::remove(m_place + QStringLiteral(".part"));
    QFile::remove(m_place + QStringLiteral(".part.from"));
    const QFileInfo place(m_place);
    QDir().rmdir(place.path()); // where nothing else is in it
}

void DownloadRun::finish(const Result<DownloadedFile> &outcome)
{
    const auto done = std::move(m_done);
    m_done = nullptr;
    deleteLater();
    if (done)
        done(outcome);
}
