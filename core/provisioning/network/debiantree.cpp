// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/network/debiantree.h"

#include "core/downloads/checksums.h"
#include "core/provisioning/network/treeinfo.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace {

constexpr std::array architectures = {std::pair{"x86_64", "amd64"},    std::pair{"aarch64", "arm64"}, std::pair{"i686", "i386"},
                                      std::pair{"armv7l", "armhf"},    std::pair{"ppc64le", "ppc64el"}, std::pair{"s390x", "s390x"},
                                      std::pair{"riscv64", "riscv64"}, std::pair{"loongarch64", "loong64"}};

debiantree::Place placeOf(const QUrl &installer, const QString &images, const QUrl &suite)
{
    return {installer.resolved(QUrl(images)), suite.isEmpty() ? QUrl() : suite.resolved(QUrl(QStringLiteral("Release")))};
}

QString fieldOf(const QByteArray &release, const QByteArray &name)
{
    const QRegularExpression field(QStringLiteral("^%1: *([A-Za-z0-9._+-]{1,40})\\r?$").arg(QString::fromLatin1(name)), QRegularExpression::MultilineOption);
    const auto found = field.match(QString::fromUtf8(release.left(4096))); // the head; what follows are sums
    return found.hasMatch() ? found.captured(1) : QString();
}

} // namespace

QString debiantree::debianName(const QString &architecture)
{
    for (const auto &[ours, theirs] : architectures) {
        if (architecture == QLatin1StringView(ours))
            return QLatin1StringView(theirs);
    }
    return architecture;
}

QList<debiantree::Place> debiantree::placesIn(const QUrl &top, const QString &architecture)
{
    static const QRegularExpression installer(QStringLiteral("^(.*/installer-[a-z0-9]+/)"));
    static const QRegularExpression suite(QStringLiteral("^(.*/dists/[^/]+(?:/updates)?/)"));
    const auto path = top.path();
    const auto inTop = [&top](const QString &folder) {
        auto url = top;
        url.setPath(folder);
        return url;
    };
    const auto at = suite.match(path);
    const auto suiteUrl = at.hasMatch() ? inTop(at.captured(1)) : QUrl();
    QList<Place> places;
    const auto add = [&places](const QUrl &folder, const QUrl &release) {
        for (const auto &images : {QStringLiteral("current/images/"), QStringLiteral("current/legacy-images/")})
            places += placeOf(folder, images, release);
    };
    const auto folder = QStringLiteral("main/installer-%1/").arg(debianName(architecture));
    if (const auto inside = installer.match(path); inside.hasMatch()) {
        add(inTop(inside.captured(1)), suiteUrl);
    } else if (at.hasMatch()) {
        add(suiteUrl.resolved(QUrl(folder)), suiteUrl);
    } else {
        const auto stable = top.resolved(QUrl(QStringLiteral("dists/stable/"))); // Ubuntu's has no such name, and says so
        add(stable.resolved(QUrl(folder)), stable);
    }
    places += placeOf(top, QStringLiteral("./"), suiteUrl); // the folder of images itself
    return places;
}

std::optional<InstallTree> debiantree::read(const QByteArray &sums, const Place &place, const QUrl &top, const QString &architecture)
{
    const auto name = debianName(architecture);
    for (const auto *installer : {"debian-installer", "ubuntu-installer"}) {
        const auto folder = QStringLiteral("netboot/%1/%2/").arg(QLatin1StringView(installer), name);
        const auto file = [&](const QString &what) {
            const QRegularExpression line(QStringLiteral("^([0-9a-f]{64}) +\\*?(?:\\./)?%1\\r?$").arg(QRegularExpression::escape(folder + what)),
                                          QRegularExpression::MultilineOption);
            const auto found = line.match(QString::fromLatin1(sums));
            return found.hasMatch() ? TreeFile{installtrees::below(place.images, folder + what), found.captured(1)} : TreeFile();
        };
        const auto kernel = file(QStringLiteral("linux")), initrd = file(QStringLiteral("initrd.gz"));
        if (!kernel.url.isEmpty() && !initrd.url.isEmpty())
            return InstallTree{top, kernel, initrd, {}, architecture};
    }
    return std::nullopt;
}

debiantree::System debiantree::systemIn(const QByteArray &release)
{
    const auto origin = fieldOf(release, "Origin"), version = fieldOf(release, "Version"), codename = fieldOf(release, "Codename");
    if (origin == u"Debian") {
        const auto number = version.section(u'.', 0, 0);
        if (number.isEmpty()) // what is not released has no number yet
            return {QStringLiteral("http://debian.org/debian/") + (codename == u"sid" ? QStringLiteral("unstable") : QStringLiteral("testing")), QStringLiteral("Debian ") + codename};
        return {QStringLiteral("http://debian.org/debian/") + number, QStringLiteral("Debian ") + number};
    }
    if (origin == u"Ubuntu")
        return {QStringLiteral("http://ubuntu.com/ubuntu/") + version, QStringLiteral("Ubuntu ") + version};
    return {{}, QStringLiteral("%1 %2").arg(origin, version).trimmed()};
}
