// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/downloadcache.h"

#include "core/downloads/filename.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace {

constexpr qint64 longestIndex = 4 * 1024 * 1024;

QString folderNameOf(const QUrl &url)
{
    const auto hash = QCryptographicHash::hash(url.toEncoded(), QCryptographicHash::Sha256).toHex();
    return QString::fromLatin1(hash.first(16));
}

QJsonObject toJson(const CachedFile &file)
{
    return {{QStringLiteral("url"), file.url.toString(QUrl::FullyEncoded)},
            {QStringLiteral("size"), double(file.size.count())},
            {QStringLiteral("checksum"), QString::fromLatin1(file.checksum.hex)},
            {QStringLiteral("verified"), file.isVerified},
            {QStringLiteral("fetched"), file.fetched.toString(Qt::ISODate)}};
}

} // namespace

DownloadCache::DownloadCache(QString folder) : m_folder(std::move(folder)) {}

QString DownloadCache::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/vivarium/images");
}

Result<QString> DownloadCache::placeOf(const QUrl &url) const
{
    const auto name = fileNameOf(url);
    if (name.isEmpty())
        return failure(Error::Kind::InvalidInput, QStringLiteral("the address names no file"), url.toString());
    return m_folder + u'/' + folderNameOf(url) + u'/' + name;
}

QHash<QString, CachedFile> DownloadCache::read() const
{
    QHash<QString, CachedFile> index;
    QFile file(m_folder + QStringLiteral("/index.json"));
    if (!file.open(QIODevice::ReadOnly))
        return index;
    const auto entries = QJsonDocument::fromJson(file.read(longestIndex)).array();
    for (const auto &value : entries) {
        const auto object = value.toObject();
        CachedFile entry;
        entry.url = QUrl(object[QStringLiteral("url")].toString(), QUrl::StrictMode);
        entry.size = Bytes(quint64(std::max(0.0, object[QStringLiteral("size")].toDouble())));
        entry.isVerified = object[QStringLiteral("verified")].toBool();
        entry.fetched = QDateTime::fromString(object[QStringLiteral("fetched")].toString(), Qt::ISODate);
        const auto checksum = Checksum::fromHex(object[QStringLiteral("checksum")].toString().toLatin1());
        const auto place = placeOf(entry.url);
        if (!checksum || !place)
            continue;
        entry.checksum = *checksum;
        entry.path = *place;
        index.insert(folderNameOf(entry.url), entry);
    }
    return index;
}

Result<void> DownloadCache::write(const QHash<QString, CachedFile> &index) const
{
    QJsonArray entries;
    for (const auto &entry : index)
        entries.append(toJson(entry));
    QDir().mkpath(m_folder);
    QSaveFile file(m_folder + QStringLiteral("/index.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(entries).toJson()) < 0 || !file.commit())
        return failure(Error::Kind::Internal, file.errorString(), file.fileName());
    return {};
}

std::optional<CachedFile> DownloadCache::find(const QUrl &url) const
{
    const auto index = read();
    const auto found = index.constFind(folderNameOf(url));
    if (found == index.constEnd() || found->url != url)
        return std::nullopt;
    const QFileInfo file(found->path);
    if (!file.isFile() || Bytes(quint64(file.size())) != found->size)
        return std::nullopt;
    return *found;
}

Result<void> DownloadCache::remember(const CachedFile &file)
{
    auto index = read();
    index.insert(folderNameOf(file.url), file);
    return write(index);
}

std::vector<CachedFile> DownloadCache::contents() const
{
    std::vector<CachedFile> files;
    for (const auto &entry : read()) {
        if (QFileInfo(entry.path).isFile())
            files.push_back(entry);
    }
    std::sort(files.begin(), files.end(), [](const CachedFile &a, const CachedFile &b) { return a.fetched > b.fetched; });
    return files;
}

Result<void> DownloadCache::remove(const QUrl &url)
{
    QDir folder(m_folder + u'/' + folderNameOf(url));
    if (folder.exists() && !folder.removeRecursively())
        return failure(Error::Kind::Refused, QStringLiteral("could not be removed"), folder.path());
    auto index = read();
    return index.remove(folderNameOf(url)) ? write(index) : Result<void>();
}

Result<void> DownloadCache::clear()
{
    QDir folder(m_folder);
    if (folder.exists() && !folder.removeRecursively())
        return failure(Error::Kind::Refused, QStringLiteral("could not be removed"), folder.path());
    return {};
}
