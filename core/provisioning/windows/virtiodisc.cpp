// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/virtiodisc.h"

#include "core/provisioning/windows/discfile.h"

#include <QDir>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVersionNumber>

#include <algorithm>

namespace {

/// By generation, newest first.
QStringList foldersFor(const WindowsEdition &edition)
{
    static const QStringList clients{QStringLiteral("w11"), QStringLiteral("w10"), QStringLiteral("w8.1"), QStringLiteral("w8"), QStringLiteral("w7")};
    static const QStringList servers{QStringLiteral("2k25"), QStringLiteral("2k22"), QStringLiteral("2k19"), QStringLiteral("2k16"),
                                     QStringLiteral("2k12R2"), QStringLiteral("2k12"), QStringLiteral("2k8R2"), QStringLiteral("2k8")};
    const auto generation = edition.osId().section(u'/', -1);
    const auto own = edition.isServer ? generation : u'w' + generation;
    const auto &all = edition.isServer ? servers : clients;
    const auto found = std::find_if(all.begin(), all.end(), [&own](const QString &folder) { return folder.compare(own, Qt::CaseInsensitive) == 0; });
    return all.sliced(found - all.begin());
}

/// "virtio-win-0.1.248.iso"; one without is taken for the oldest.
QVersionNumber versionOf(const QString &disc)
{
    static const QRegularExpression number(QStringLiteral("[0-9]+(\\.[0-9]+)+"));
    return QVersionNumber::fromString(number.match(QFileInfo(disc).fileName()).captured());
}

} // namespace

QStringList usualVirtioFolders()
{
    return {QStringLiteral("/usr/share/virtio-win"), QStandardPaths::writableLocation(QStandardPaths::DownloadLocation)};
}

QStringList virtioDiscsIn(const QStringList &folders)
{
    QStringList discs;
    for (const auto &folder : folders) {
        const auto found = QDir(folder).entryInfoList({QStringLiteral("virtio-win*.iso")}, QDir::Files | QDir::Readable);
        for (const auto &file : found)
            discs += file.absoluteFilePath();
    }
    discs.removeDuplicates();
    std::stable_sort(discs.begin(), discs.end(), [](const QString &a, const QString &b) { return versionOf(a) > versionOf(b); });
    return discs;
}

Result<QString> virtioFolderOn(const QString &disc, const WindowsEdition &edition)
{
    const auto image = ImageFile::open(disc);
    if (!image)
        return failure(image.error());
    const auto architecture = edition.architecture == u"i686" ? QStringLiteral("x86")
        : edition.architecture == u"aarch64"                  ? QStringLiteral("ARM64")
                                                              : QStringLiteral("amd64");
    const auto folders = foldersFor(edition);
    for (const auto &folder : folders) {
        if (findOnIso(*image, {"viostor", folder.toUtf8(), architecture.toUtf8(), "viostor.inf"}))
            return folder + u'/' + architecture;
    }
    return failure(Error::Kind::NotFound, QStringLiteral("no drivers for this system"), disc);
}
