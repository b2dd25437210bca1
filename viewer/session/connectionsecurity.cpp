// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/session/connectionsecurity.h"

#include <QCryptographicHash>
#include <QSslCertificate>
#include <QStringList>

#include <algorithm>
#include <functional>

namespace {

constexpr qsizetype longestName = 200;

QString shown(QString text)
{
    std::replace_if(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; }, u' ');
    if (text.size() > longestName)
        text = text.left(longestName) + u'…';
    return text;
}

/// The most telling first.
QString nameOf(const QList<QByteArray> &attributes, const std::function<QStringList(const QByteArray &)> &valuesOf)
{
    QStringList parts;
    const auto add = [&](const QByteArray &attribute) {
        for (const auto &value : valuesOf(attribute))
            parts << QString::fromLatin1(attribute) + u'=' + value;
    };
    static const QByteArray first("CN");
    if (attributes.contains(first))
        add(first);
    for (const auto &each : attributes) {
        if (each != first)
            add(each);
    }
    return shown(parts.join(QStringLiteral(", ")));
}

} // namespace

std::optional<ServerCertificate> ServerCertificate::read(const QByteArray &der)
{
    const QSslCertificate certificate(der, QSsl::Der);
    if (der.isEmpty() || certificate.isNull())
        return std::nullopt;
    ServerCertificate read;
    read.subject = nameOf(certificate.subjectInfoAttributes(), [&](const QByteArray &each) { return certificate.subjectInfo(each); });
    read.issuer = nameOf(certificate.issuerInfoAttributes(), [&](const QByteArray &each) { return certificate.issuerInfo(each); });
    read.isSelfSigned = certificate.isSelfSigned();
    read.validUntil = certificate.expiryDate();
    read.fingerprint = QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex(':')).toUpper();
    return read;
}
