// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/ownimages.h"

#include "core/downloads/checksums.h"
#include "core/downloads/filename.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

std::vector<OsImage> ownimages::fromJson(const QByteArray &json)
{
    std::vector<OsImage> images;
    const auto entries = QJsonDocument::fromJson(json).array();
    for (const auto &value : entries) {
        const auto object = value.toObject();
        if (const auto image = fromText(object[QStringLiteral("name")].toString(), object[QStringLiteral("url")].toString(),
                                        object[QStringLiteral("checksum")].toString()))
            images.push_back(*image);
    }
    return images;
}

QByteArray ownimages::toJson(const std::vector<OsImage> &images)
{
    QJsonArray entries;
    for (const auto &image : images)
        entries.append(QJsonObject{{QStringLiteral("name"), image.edition},
                                   {QStringLiteral("url"), image.url.toString(QUrl::FullyEncoded)},
                                   {QStringLiteral("checksum"), image.checksum}});
    return QJsonDocument(entries).toJson(QJsonDocument::Compact);
}

Result<OsImage> ownimages::fromText(const QString &name, const QString &address, const QString &checksum)
{
    OsImage image;
    image.isOwn = true;
    image.edition = name.simplified();
    image.url = QUrl(address.trimmed(), QUrl::StrictMode);
    if (image.edition.isEmpty())
        return failure(Error::Kind::InvalidInput, {}, QStringLiteral("name"));
    const bool isWeb = image.url.scheme() == u"http" || image.url.scheme() == u"https";
    if (!isWeb || image.url.host().isEmpty() || fileNameOf(image.url).isEmpty())
        return failure(Error::Kind::InvalidInput, {}, QStringLiteral("url"));
    if (const auto digits = checksum.trimmed(); !digits.isEmpty()) {
        const auto known = Checksum::fromHex(digits.toLatin1());
        if (!known)
            return failure(Error::Kind::InvalidInput, {}, QStringLiteral("checksum"));
        image.checksum = QString::fromLatin1(known->hex);
    }
    image.format = QStringLiteral("iso");
    return image;
}
