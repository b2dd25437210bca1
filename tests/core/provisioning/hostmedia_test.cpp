// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/hostmedia.h"

#include "core/hosts/hostdevices.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/mediumchecks.h"
#include "core/provisioning/recipecopies.h"
#include "tests/core/provisioning/findings.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

namespace {
using Kind = RecipeFinding::Kind;

HostMedium volume(const char *name, const char *format)
{
    HostMedium medium;
    medium.name = QString::fromLatin1(name);
    medium.format = QString::fromLatin1(format);
    medium.pool = QStringLiteral("default");
    medium.path = QStringLiteral("/pool/") + medium.name;
    return medium;
}
} // namespace

TEST(HostMedia, AreTheVolumesOfPoolsThatRun)
{
    const TestHost host(0);
    const auto connection = host.open();
    away([&] {
        const auto pool = pools::lookup(connection, QStringLiteral("images"));
        ASSERT_TRUE(pool);
        for (const auto &name : {QStringLiteral("b"), QStringLiteral("a & b")}) {
            ASSERT_TRUE(volumes::create(*pool, QStringLiteral("<volume><name>%1</name><capacity>1048576</capacity><target><format type='qcow2'/></target></volume>")
                                                   .arg(name.toHtmlEscaped())));
        }
        const auto media = listHostMedia(connection);
        ASSERT_TRUE(media);
        ASSERT_EQ(media->size(), 2U);
        EXPECT_EQ(media->at(0).name, QStringLiteral("a & b"));
        EXPECT_EQ(media->at(0).path, QStringLiteral("/images/a & b"));
        EXPECT_EQ(media->at(0).pool, QStringLiteral("images"));
        EXPECT_EQ(media->at(0).size, Bytes::mib(1));
        EXPECT_TRUE(media->at(0).usedBy.isEmpty());
        ASSERT_TRUE(domains::define(connection, QStringLiteral("<domain type='test'><name>owner</name><memory>1024</memory><os><type>hvm</type></os><devices>"
                                                               "<disk type='file'><source file='/images/b'/><target dev='vda'/></disk>"
                                                               "<disk type='file' device='cdrom'><source file='/images/a &amp; b'/><target dev='sda'/></disk>"
                                                               "</devices></domain>")));
        const auto used = listHostMedia(connection);
        ASSERT_TRUE(used);
        EXPECT_EQ(used->at(1).usedBy, QStringLiteral("owner"));
        EXPECT_TRUE(used->at(0).usedBy.isEmpty()) << "what is only read may be shared";
        ASSERT_TRUE(pools::stop(*pool));
        EXPECT_TRUE(listHostMedia(connection)->empty());
    });
}

TEST(HostMedia, FitWhatTheMachineBeginsWith)
{
    HostMedium drive;
    drive.kind = HostMedium::Kind::Drive;
    const std::vector<HostMedium> all{drive, volume("a.iso", "iso"), volume("b.qcow2", "qcow2"), volume("c.img", "raw")};
    const auto names = [](const std::vector<HostMedium> &media) {
        QStringList list;
        for (const auto &medium : media)
            list += medium.name;
        return list.join(u' ');
    };
    EXPECT_EQ(names(mediaFor(MediaSource::InstallerImage, all)), QStringLiteral(" a.iso c.img"));
    EXPECT_EQ(names(mediaFor(MediaSource::ExistingDisk, all)), QStringLiteral("b.qcow2 c.img"));
}

TEST(HostMedia, AreDrivesForDiscsAsWell)
{
    const auto xml = [](const char *type, const char *medium) {
        return QStringLiteral("<device><parent>scsi_0</parent><capability type='storage'><block>/dev/sr0</block><drive_type>%1</drive_type>"
                              "<model>DVD-ROM</model><vendor>QEMU</vendor><capability type='removable'>%2</capability></capability></device>")
            .arg(QLatin1StringView(type), QLatin1StringView(medium));
    };
    const auto full = readHostDrive(xml("cdrom", "<media_available>1</media_available><media_size>1000</media_size><media_label>DEBIAN</media_label>"));
    ASSERT_TRUE(full);
    EXPECT_EQ(full->path, QStringLiteral("/dev/sr0"));
    EXPECT_EQ(full->name, QStringLiteral("QEMU DVD-ROM"));
    EXPECT_EQ(full->label, QStringLiteral("DEBIAN"));
    EXPECT_EQ(full->size, Bytes(1000));
    EXPECT_FALSE(full->isEmpty);
    EXPECT_TRUE(readHostDrive(xml("cdrom", "<media_available>0</media_available>"))->isEmpty);
    EXPECT_FALSE(readHostDrive(xml("disk", "")));
    EXPECT_FALSE(readHostDrive(QStringLiteral("rubbish <")));
}

TEST(HostMedia, NeedNoCopyOnAnotherHost)
{
    auto survey = samples::kvmHost();
    survey.isLocal = false;
    survey.uploadPool.clear();
    auto recipe = samples::recipe(QStringLiteral("debian"), survey);
    recipe.mediaPath = QStringLiteral("/pool/a.iso");
    EXPECT_TRUE(has(checkRecipe(recipe, survey), Kind::MediaNotOnHost, RecipeFinding::Severity::Blocker));
    recipe.hostMedium = volume("a.iso", "iso");
    EXPECT_FALSE(has(checkRecipe(recipe, survey), Kind::MediaNotOnHost));
    EXPECT_EQ(expectedMedia(recipe, survey).cdroms, QStringList(recipe.mediaPath));
    DiskImage disk;
    disk.format = QStringLiteral("vmdk");
    EXPECT_EQ(recommendedUse(disk, &survey, true), DiskUse::InPlace) << "its bytes are not here to be converted";
    EXPECT_EQ(recommendedUse(disk, &survey, false), DiskUse::Convert);
    recipe.hostMedium->usedBy = QStringLiteral("other");
    EXPECT_FALSE(has(checkRecipe(recipe, survey), Kind::DiskInUse)) << "an installer is only read";
    recipe.source = MediaSource::ExistingDisk;
    EXPECT_TRUE(has(checkRecipe(recipe, survey), Kind::DiskInUse, RecipeFinding::Severity::Warning));
    recipe.diskUse = DiskUse::Copy;
    EXPECT_FALSE(has(checkRecipe(recipe, survey), Kind::DiskInUse));
    recipe.hostMedium->isEmpty = true;
    EXPECT_TRUE(has(checkRecipe(recipe, survey), Kind::DriveEmpty));
}
