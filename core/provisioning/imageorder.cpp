// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/imageorder.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>
#include <tuple>

namespace {

// What people ask for most, before the alphabet.
constexpr std::array<QLatin1StringView, 11> wellKnown{
    QLatin1StringView("debian"), QLatin1StringView("ubuntu"), QLatin1StringView("fedora"), QLatin1StringView("almalinux"),
    QLatin1StringView("rocky"), QLatin1StringView("centos"), QLatin1StringView("opensuse"), QLatin1StringView("archlinux"),
    QLatin1StringView("alpinelinux"), QLatin1StringView("freebsd"), QLatin1StringView("openbsd")};

int fameOf(const OsImage &image)
{
    return int(std::find(wellKnown.begin(), wellKnown.end(), image.os.distribution) - wellKnown.begin());
}

bool is32Bit(const OsImage &image)
{
    return image.architecture == u"i686" || image.architecture == u"i386";
}

bool runsOn(const OsImage &image, const QString &architecture)
{
    return image.architecture.isEmpty() || architecture.isEmpty() || image.architecture == architecture || image.architecture == u"all"
        || (is32Bit(image) && architecture == u"x86_64");
}

bool isNarrow(const OsImage &image)
{
    return image.variant.contains(u"netinst") || image.variant.contains(u"minimal");
}

} // namespace

std::vector<RankedImage> rankImages(std::vector<OsImage> images, const QStringList &recent, const QString &architecture)
{
    QSet<QString> wide;
    QHash<QString, QDate> newest; // of each distribution, among what is supported
    for (const auto &image : images) {
        if (!runsOn(image, architecture))
            continue;
        if (!is32Bit(image))
            wide.insert(image.os.id);
        if (!image.isOwn && !image.os.endOfLife && image.os.released.isValid())
            newest[image.os.distribution] = std::max(newest.value(image.os.distribution), image.os.released);
    }
    std::vector<RankedImage> ranked;
    for (auto &image : images) {
        if (!runsOn(image, architecture) || (is32Bit(image) && !image.isOwn && wide.contains(image.os.id)))
            continue;
        using Rank = RankedImage::Rank;
        // What rolls has no date; beside versions it is what its makers try things in.
        const bool isNewest = image.os.released == newest.value(image.os.distribution);
        const bool isFamous = fameOf(image) < int(wellKnown.size());
        const auto rank = recent.contains(image.url.toString(QUrl::FullyEncoded)) ? Rank::Recent
            : image.isOwn                                                        ? Rank::Own
            : image.os.endOfLife                                                 ? Rank::Unsupported
            : isFamous && isNewest                                               ? Rank::Recommended
                                                                                 : Rank::Other;
        ranked.push_back({std::move(image), rank});
    }
    const auto key = [&recent](const RankedImage &each) {
        const auto &image = each.image;
        const auto place = each.rank == RankedImage::Rank::Recent ? recent.indexOf(image.url.toString(QUrl::FullyEncoded)) : 0;
        return std::tuple(each.rank, place, fameOf(image), image.os.distribution, -image.os.released.toJulianDay(), int(image.kind),
                          isNarrow(image) ? 0 : 1, image.edition, image.url.toString());
    };
    std::sort(ranked.begin(), ranked.end(), [&key](const RankedImage &a, const RankedImage &b) { return key(a) < key(b); });
    return ranked;
}
