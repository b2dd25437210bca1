// SPDX-License-Identifier: GPL-3.0-or-later
// Machines of libvirt's test driver, on a host of each test's own, which were set up by a medium.
#include "core/provisioning/seedremoval.h"

#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/metadata.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/volumeconfig.h"
#include "tests/core/support/waiting.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace {

class SeedRemovalTest : public testing::Test {
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

    /// Runs, with a disk, the seed, and a note on it.
    void make(const QString &noted = QStringLiteral("/images/web-seed.iso"))
    {
        away([&]() -> Result<void> {
            const auto pool = pools::lookup(connection, QStringLiteral("images"));
            for (const auto &name : {QStringLiteral("web.qcow2"), QStringLiteral("web-seed.iso")}) {
                NewVolume volume;
                volume.name = name;
                volume.capacity = Bytes::mib(1);
                if (const auto made = volumes::create(*pool, volumeXmlFor(volume)); !made)
                    return failure(made.error());
            }
            auto config = DomainConfig::parse(QStringLiteral(
                "<domain type='test'><name>web</name><memory>8192</memory><os><type>hvm</type></os><devices>"
                "<disk type='file' device='disk'><source file='/images/web.qcow2'/><target dev='vda' bus='virtio'/></disk>"
                "<disk type='file' device='disk'><source file='/images/web-seed.iso'/><target dev='vdb' bus='virtio'/><readonly/></disk>"
                "</devices></domain>"));
            setSeed(*config, noted);
            const auto domain = domains::define(connection, config->toXml());
            if (!domain)
                return failure(domain.error());
            uuid = domains::uuidOf(*domain);
            return domains::start(*domain);
        });
    }
    void stop(Result<void> (*how)(const DomainHandle &))
    {
        const auto stopped = away([&] { return how(*domains::lookup(connection, uuid)); });
        ASSERT_TRUE(stopped) << stopped.error().message.toStdString();
    }
    DomainConfig config()
    {
        return away([&] { return *DomainConfig::parse(*domains::xmlOf(*domains::lookup(connection, uuid), domains::Xml::Inactive)); });
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
    Result<void> remove()
    {
        return away([&] { return seeds::remove(connection, uuid); });
    }

    QTemporaryDir folder;
    ConnectHandle connection;
    QUuid uuid;
};

} // namespace

TEST_F(SeedRemovalTest, TakesTheMediumAwayAfterAShutdownFromWithin)
{
    make();
    stop(domains::shutDown);
    EXPECT_EQ(away([&] { return seeds::dueFor(connection, uuid); }).value(), u"/images/web-seed.iso");
    const auto removed = remove();
    ASSERT_TRUE(removed) << removed.error().message.toStdString();
    EXPECT_EQ(volumeNames(), QStringList{QStringLiteral("web.qcow2")});
    const auto left = config();
    EXPECT_EQ(left.devices<Disk>().size(), 1U);
    EXPECT_EQ(seedOf(left), QString());
}

TEST_F(SeedRemovalTest, LeavesItWhereThePowerWasCut)
{
    make();
    stop(domains::forceOff);
    EXPECT_EQ(away([&] { return seeds::dueFor(connection, uuid); }).error().kind, Error::Kind::WrongState);
    EXPECT_EQ(remove().error().kind, Error::Kind::WrongState);
    EXPECT_EQ(volumeNames().size(), 2);
}

TEST_F(SeedRemovalTest, LeavesItWhileTheMachineRuns)
{
    make();
    EXPECT_EQ(remove().error().kind, Error::Kind::WrongState);
    EXPECT_EQ(volumeNames().size(), 2);
}

TEST_F(SeedRemovalTest, DeletesNothingElseWhateverTheNoteSays)
{
    make(QStringLiteral("/images/web.qcow2"));
    stop(domains::shutDown);
    EXPECT_EQ(remove().error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(volumeNames().size(), 2);
    EXPECT_EQ(config().devices<Disk>().size(), 2U);
}

TEST_F(SeedRemovalTest, ForgetsTheNoteOnAMediumThatIsNotAttachedAndLeavesTheFile)
{
    make(QStringLiteral("/images/other-seed.iso"));
    stop(domains::shutDown);
    ASSERT_TRUE(remove());
    EXPECT_EQ(volumeNames().size(), 2);
    EXPECT_EQ(seedOf(config()), QString());
}
