// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/installerboot.h"

#include "core/provisioning/windows/discfile.h"

#include <QFile>

#include <algorithm>

namespace {

constexpr qint64 largestFile = qint64(1) << 30;
constexpr qint64 piece = 4 << 20;

struct Place {
    AnswerFormat format;
    const char *kernel;
    const char *initrd;
    const char *architecture;
    std::initializer_list<const char *> proof;  ///< one of these is there as well; none: no more is asked
    std::initializer_list<const char *> others; ///< none of these is there: they tell of something else in the same place
};

const std::initializer_list<Place> places = {
    {AnswerFormat::Preseed, "install.amd/vmlinuz", "install.amd/initrd.gz", "x86_64", {}, {}},
    {AnswerFormat::Preseed, "install.a64/vmlinuz", "install.a64/initrd.gz", "aarch64", {}, {}},
    {AnswerFormat::Preseed, "install.386/vmlinuz", "install.386/initrd.gz", "i686", {}, {}},
    {AnswerFormat::Preseed, "install/vmlinuz", "install/initrd.gz", "", {}, {"live/filesystem.squashfs"}},
    {AnswerFormat::Preseed, "linux", "initrd.gz", "", {}, {}}, // "mini.iso", for installing over the network
    // Of servers, 22.04 and 20.04: desktops have a kernel there too, and another installer or one that reads less.
    {AnswerFormat::Autoinstall, "casper/vmlinuz", "casper/initrd", "", {"casper/ubuntu-server-minimal.squashfs", "casper/installer.squashfs"}, {}},
    // Live discs have the same kernel, and an installer that reads no answers.
    {AnswerFormat::Kickstart, "images/pxeboot/vmlinuz", "images/pxeboot/initrd.img", "", {"images/install.img", ".treeinfo"}, {}},
    // Agama, which follows YaST, starts from the same place and lives in a live system.
    {AnswerFormat::AutoYast, "boot/x86_64/loader/linux", "boot/x86_64/loader/initrd", "x86_64", {"boot/x86_64/root"}, {"LiveOS/squashfs.img"}},
    {AnswerFormat::AutoYast, "boot/aarch64/linux", "boot/aarch64/initrd", "aarch64", {"boot/aarch64/root"}, {"LiveOS/squashfs.img"}},
};

// Indexes of packages, which every installable tree of that kind has.
constexpr std::initializer_list<const char *> packageIndexes = {"repodata/repomd.xml", "BaseOS/repodata/repomd.xml", "dists/stable/Release",
                                                                "casper/filesystem.squashfs", "casper/ubuntu-server-minimal.squashfs"};

bool has(const ImageFile &image, const char *path)
{
    return findOnIso(image, QByteArray(path).split('/')).has_value();
}

bool isIn(const ImageFile &image, const Place &place)
{
    const auto on = [&image](const char *path) { return has(image, path); };
    return on(place.kernel) && on(place.initrd) && (place.proof.size() == 0 || std::any_of(place.proof.begin(), place.proof.end(), on))
        && std::none_of(place.others.begin(), place.others.end(), on);
}

Result<void> copyTo(QFile &target, const ImageFile &image, const DiscFile &file)
{
    for (qint64 at = 0; at < file.size(); at += piece) {
        const auto count = std::min(piece, file.size() - at);
        const auto data = file.at(image, at, count);
        if (data.isEmpty())
            return failure(Error::Kind::InvalidInput, QStringLiteral("the image is cut short"), target.fileName());
        if (target.write(data) != count)
            return failure(target.error() == QFileDevice::ResourceError ? Error::Kind::NoSpace : Error::Kind::Internal, target.errorString(),
                           target.fileName());
    }
    return target.flush() ? Result<void>() : failure(Error::Kind::NoSpace, target.errorString(), target.fileName());
}

} // namespace

std::optional<InstallerBoot> installerOn(const ImageFile &image)
{
    const auto found = std::find_if(places.begin(), places.end(), [&image](const Place &place) { return isIn(image, place); });
    if (found == places.end())
        return std::nullopt;
    InstallerBoot boot{found->format, QLatin1StringView(found->kernel), QLatin1StringView(found->initrd), QLatin1StringView(found->architecture)};
    boot.hasPackages = std::any_of(packageIndexes.begin(), packageIndexes.end(), [&image](const char *path) { return has(image, path); });
    return boot;
}

Result<void> copyFromDisc(const ImageFile &image, const QString &path, const QString &target)
{
    const auto file = findOnIso(image, path.toUtf8().split('/'));
    if (!file)
        return failure(Error::Kind::NotFound, QStringLiteral("not on the disc"), path);
    if (file->size() <= 0 || file->size() > largestFile)
        return failure(Error::Kind::InvalidInput, QStringLiteral("larger than such files are"), path);
    QFile made(target);
    if (!made.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(QFile::exists(target) ? Error::Kind::AlreadyExists : Error::Kind::Refused, made.errorString(), target);
    made.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // answers may be added to it
    auto outcome = copyTo(made, image, *file);
    if (!outcome)
        made.remove();
    return outcome;
}
