// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/checksums.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace {

/// %F is the file's name; the rest is put beside it.
struct Habit {
    const char *host; ///< a part of the host's name; empty: anybody
    std::array<const char *, 3> names;
};

constexpr std::array habits{
    Habit{"debian.org", {"SHA512SUMS", "SHA256SUMS", nullptr}},
    Habit{"ubuntu.com", {"SHA256SUMS", nullptr, nullptr}},
    Habit{"almalinux.org", {"CHECKSUM", nullptr, nullptr}},
    Habit{"rockylinux.org", {"CHECKSUM", "%F.CHECKSUM", nullptr}},
    Habit{"centos.org", {"%F.SHA256SUM", nullptr, nullptr}},
    Habit{"opensuse.org", {"%F.sha256", nullptr, nullptr}},
    Habit{"alpinelinux.org", {"%F.sha512", "%F.sha256", nullptr}},
    Habit{"openbsd", {"SHA256", nullptr, nullptr}},
    Habit{"lysator", {"SHA256", nullptr, nullptr}},
    Habit{"netbsd.org", {"SHA512", nullptr, nullptr}},
    Habit{"pkgbuild.com", {"sha256sums.txt", "%F.SHA256", nullptr}},
    Habit{"nixos.org", {"%F.sha256", nullptr, nullptr}},
    Habit{"", {"SHA256SUMS", "SHA512SUMS", "%F.sha256"}},
};

QUrl beside(const QUrl &image, const QString &name)
{
    QUrl url = image;
    url.setPath(image.path().section(u'/', 0, -2) + u'/' + name);
    return url;
}

/// "Fedora-Server-43-1.6-x86_64-CHECKSUM" stands beside every image of that composition.
QString fedoraSums(const QUrl &image)
{
    static const QRegularExpression folder(QStringLiteral("/releases/[0-9]+/([A-Za-z]+)/([a-z0-9_]+)/(?:iso|images)/"));
    static const QRegularExpression composition(QStringLiteral("[-.]([0-9]+-[0-9]+\\.[0-9]+)[.-]"));
    const auto place = folder.match(image.path());
    const auto made = composition.match(image.path().section(u'/', -1));
    if (!place.hasMatch() || !made.hasMatch())
        return {};
    return QStringLiteral("Fedora-%1-%2-%3-CHECKSUM").arg(place.captured(1), made.captured(1), place.captured(2));
}

/// "CHECKSUM.SHA512-FreeBSD-14.3-RELEASE-amd64"
QString freebsdSums(const QUrl &image)
{
    static const QRegularExpression release(QStringLiteral("^(FreeBSD-[0-9.]+-RELEASE-.+)-(?:disc1|dvd1|bootonly)\\.iso"));
    const auto found = release.match(image.path().section(u'/', -1));
    return found.hasMatch() ? QStringLiteral("CHECKSUM.SHA512-") + found.captured(1) : QString();
}

} // namespace

std::optional<Checksum> Checksum::fromHex(const QByteArray &text)
{
    const auto hex = text.trimmed().toLower();
    const bool isHex = std::all_of(hex.begin(), hex.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (!isHex || (hex.size() != 64 && hex.size() != 128))
        return std::nullopt;
    return Checksum{hex.size() == 64 ? QCryptographicHash::Sha256 : QCryptographicHash::Sha512, hex};
}

QList<QUrl> checksums::placesFor(const QUrl &image)
{
    QList<QUrl> places;
    for (const auto &name : {fedoraSums(image), freebsdSums(image)}) {
        if (!name.isEmpty())
            places += beside(image, name);
    }
    if (image.hasQuery()) // a mirror list: nothing is beside it
        return places;
    const auto file = image.path().section(u'/', -1);
    for (const auto &habit : habits) {
        if (!image.host().contains(QLatin1StringView(habit.host)))
            continue;
        for (const auto *name : habit.names) {
            if (!name)
                continue;
            const auto place = beside(image, QString::fromLatin1(name).replace(QStringLiteral("%F"), file));
            if (!places.contains(place))
                places += place;
        }
    }
    return places;
}

std::optional<Checksum> checksums::find(const QByteArray &text, const QString &fileName, About about)
{
    static const QRegularExpression bsd(QStringLiteral("^SHA(?:256|512) \\((.+)\\) = ([0-9A-Fa-f]+)$"));
    static const QRegularExpression gnu(QStringLiteral("^([0-9A-Fa-f]{64,128})(?:[ \\t]+\\*?(.+))?$"));
    std::optional<Checksum> alone;
    int lines = 0;
    for (const auto &raw : text.split('\n')) {
        const auto line = QString::fromUtf8(raw).trimmed();
        auto name = QString();
        auto hex = QString();
        if (const auto found = bsd.match(line); found.hasMatch()) {
            name = found.captured(1);
            hex = found.captured(2);
        } else if (const auto plain = gnu.match(line); plain.hasMatch()) {
            hex = plain.captured(1);
            name = plain.captured(2);
        } else {
            continue;
        }
        const auto sum = Checksum::fromHex(hex.toLatin1());
        if (!sum)
            continue;
        if (name.section(u'/', -1) == fileName)
            return sum;
        alone = sum;
        ++lines;
    }
    return about == About::OneFile && lines == 1 ? alone : std::nullopt;
}
