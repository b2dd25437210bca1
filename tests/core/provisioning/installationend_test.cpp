// SPDX-License-Identifier: GPL-3.0-or-later
// Machines of libvirt's test driver, on a host of each test's own, that an installer has just left.
#include "core/provisioning/installationend.h"

#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/metadata.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/installedconfig.h"
#include "core/provisioning/recipetoconfig.h"
#include "core/provisioning/volumeconfig.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/support/waiting.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace {

const QStringList files{QStringLiteral("/images/web-install-kernel"), QStringLiteral("/images/web-install-initrd"), QStringLiteral("/images/web-seed.iso")};

class InstallationEndTest : public testing::Test {
protected:
    void SetUp() override
    {
        QFile node(folder.filePath(QStringLiteral("node.xml")));
        ASSERT_TRUE(node.open(QIODevice::WriteOnly));
        node.write("<node><pool type='dir'><name>images</name><target><path>/images</path></target></pool></node>");
        node.close();
        auto opened = away([uri = QStringLiteral("test://") + node.fileName()] { return connections::open(uri, Access::Full); });
        ASSERT_TRUE(opened) << opened.error().message.toStdString();
        connection = *opened;
    }
    void TearDown() override
    {
        away([this] { connection = {}; });
    }

    /// Runs, with a note on these files; those of the usual names and a disk lie in its pool.
    void make(const QStringList &noted = files)
    {
        const auto made = away([&]() -> Result<void> {
            const auto pool = pools::lookup(connection, QStringLiteral("images"));
            for (const auto &name : {"web.qcow2", "web-install-kernel", "web-install-initrd", "web-seed.iso"}) {
                NewVolume volume;
                volume.name = QString::fromLatin1(name);
                volume.capacity = Bytes::mib(1);
                if (const auto created = volumes::create(*pool, volumeXmlFor(volume)); !created)
                    return failure(created.error());
            }
            auto config = DomainConfig::parse(QStringLiteral("<domain type='test'><name>web</name><memory>8192</memory><os><type>hvm</type></os></domain>"));
            setInstallerFiles(*config, noted);
            const auto domain = domains::define(connection, config->toXml());
            if (!domain)
                return failure(domain.error());
            uuid = domains::uuidOf(*domain);
            return domains::start(*domain);
        });
        ASSERT_TRUE(made) << made.error().message.toStdString();
    }
    void stop(Result<void> (*how)(const DomainHandle &))
    {
        const auto stopped = away([&] { return how(*domains::lookup(connection, uuid)); });
        ASSERT_TRUE(stopped) << stopped.error().message.toStdString();
    }
    Result<void> finish(installations::Then then = installations::Then::Start)
    {
        return away([&] { return installations::finish(connection, uuid, then); });
    }
    MachineState state()
    {
        return away([&] { return domains::describe(*domains::lookup(connection, uuid))->state; });
    }
    QStringList noted()
    {
        return away([&] { return installerFilesOf(*DomainConfig::parse(*domains::xmlOf(*domains::lookup(connection, uuid), domains::Xml::Inactive))); });
    }
    QStringList volumeNames()
    {
        return away([&] {
            QStringList names;
            const auto all = volumes::list(*pools::lookup(connection, QStringLiteral("images")));
            for (const auto &volume : *all)
                names += volume.name;
            names.sort();
            return names;
        });
    }

    QTemporaryDir folder;
    ConnectHandle connection;
    QUuid uuid;
};

} // namespace

TEST_F(InstallationEndTest, TakesTheFilesAwayAndStartsTheMachine)
{
    make();
    stop(domains::shutDown);
    EXPECT_TRUE(away([&] { return installations::isOver(connection, uuid); }).value_or(false));
    const auto done = finish();
    ASSERT_TRUE(done) << done.error().message.toStdString();
    EXPECT_EQ(volumeNames(), QStringList{QStringLiteral("web.qcow2")});
    EXPECT_EQ(noted(), QStringList());
    EXPECT_EQ(state(), MachineState::Running);
}

TEST_F(InstallationEndTest, LeavesTheMachineOffWhereItsPowerWasCut)
{
    make();
    stop(domains::forceOff);
    ASSERT_TRUE(finish());
    EXPECT_EQ(volumeNames(), QStringList{QStringLiteral("web.qcow2")});
    EXPECT_EQ(state(), MachineState::Off);
}

TEST_F(InstallationEndTest, LeavesItOffWhereNobodySawItStop)
{
    make();
    stop(domains::shutDown);
    ASSERT_TRUE(finish(installations::Then::LeaveOff));
    EXPECT_EQ(volumeNames(), QStringList{QStringLiteral("web.qcow2")});
    EXPECT_EQ(state(), MachineState::Off);
}

TEST_F(InstallationEndTest, WaitsWhileTheInstallerRuns)
{
    make();
    EXPECT_EQ(away([&] { return installations::isOver(connection, uuid); }).error().kind, Error::Kind::WrongState);
    EXPECT_EQ(finish().error().kind, Error::Kind::WrongState);
    EXPECT_EQ(volumeNames().size(), 4);
}

class ForeignFile : public InstallationEndTest, public testing::WithParamInterface<QString> {};

TEST_P(ForeignFile, IsNotDeletedWhateverTheNoteSays)
{
    make({files[0], GetParam()});
    stop(domains::shutDown);
    EXPECT_EQ(finish().error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(volumeNames().size(), 4);
    EXPECT_EQ(state(), MachineState::Off);
}

INSTANTIATE_TEST_SUITE_P(InstallationEnd, ForeignFile,
                         testing::Values(QStringLiteral("/images/web.qcow2"), QStringLiteral("/images/other-install-kernel"), QStringLiteral("/images/other-seed.iso"),
                                         QStringLiteral("/images/web-install-notes")));

TEST_F(InstallationEndTest, DoesNothingToAMachineWithoutANote)
{
    make({});
    stop(domains::shutDown);
    EXPECT_FALSE(away([&] { return installations::isOver(connection, uuid); }).value_or(true));
    ASSERT_TRUE(finish());
    EXPECT_EQ(state(), MachineState::Off);
    EXPECT_EQ(volumeNames().size(), 4);
}

TEST_F(InstallationEndTest, GoesOnWhereAFileIsGoneAlready)
{
    make({files[0], QStringLiteral("/images/web-install-initrd-2")});
    stop(domains::shutDown);
    ASSERT_TRUE(finish());
    EXPECT_EQ(noted(), QStringList());
    EXPECT_EQ(state(), MachineState::Running);
}

TEST(InstalledConfig, HasNothingOfTheInstallerAndAllOfTheMachine)
{
    const auto survey = samples::kvmHost();
    PlacedMedia media;
    media.disks.push_back({QStringLiteral("/images/web.qcow2"), QStringLiteral("qcow2")});
    media.cdroms = {QStringLiteral("/iso/installer.iso"), files[2]};
    media.kernel = files[0];
    media.initrd = files[1];
    media.arguments = QStringLiteral("auto=true");
    media.installerFiles = files;
    auto config = DomainConfig::parse(domainXmlFor(samples::recipe(QStringLiteral("debian"), survey), survey, media));
    ASSERT_TRUE(config);
    EXPECT_EQ(config->as<Firmware>().get(Firmware::kernel), files[0]);
    EXPECT_EQ(config->as<General>().get(General::onReboot), lifecycle::destroy());
    EXPECT_EQ(installerFilesOf(*config), files);
    makeInstalled(*config);
    const auto xml = config->toXml();
    for (const auto *word : {"<kernel>", "<initrd>", "<cmdline>", "/iso/installer.iso"})
        EXPECT_FALSE(xml.contains(QLatin1StringView(word))) << word;
    EXPECT_EQ(config->as<General>().get(General::onReboot), lifecycle::restart());
    const auto disks = config->devices<Disk>();
    ASSERT_EQ(disks.size(), 2U);
    EXPECT_EQ(disks[0].get(Disk::file), QStringLiteral("/images/web.qcow2"));
    EXPECT_EQ(disks[1].get(Disk::device), diskDevices::cdrom());
    EXPECT_EQ(installerFilesOf(*config), files) << "until they are gone";
}
