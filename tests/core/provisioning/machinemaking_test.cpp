// SPDX-License-Identifier: GPL-3.0-or-later
// Makes machines on libvirt's test driver, on a host of each test's own.
#include "core/provisioning/machinemaking.h"

#include "core/libvirt/connection.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/volumeconfig.h"
#include "core/provisioning/volumeplacing.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/support/waiting.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <thread>

namespace {

/// What there is on the host: machines, and volumes of its pool.
struct Inventory {
    QStringList machines;
    QStringList volumes;
    QStringList pools;
    friend bool operator==(const Inventory &, const Inventory &) = default;
};

void PrintTo(const Inventory &inventory, std::ostream *out)
{
    *out << inventory.machines.join(u',').toStdString() << " | " << inventory.volumes.join(u',').toStdString() << " | "
         << inventory.pools.join(u',').toStdString();
}

const QByteArray nodeXml = R"(<node>
  <domain type='test'><name>test</name><memory>8192</memory><os><type>hvm</type></os></domain>
  <network><name>default</name><forward mode='nat'/><ip address='192.168.122.1' netmask='255.255.255.0'/></network>
  <pool type='dir'><name>default-pool</name><target><path>/default-pool</path></target></pool>
</node>)";

class MachineMaking : public testing::Test {
protected:
    void SetUp() override
    {
        QFile node(folder.filePath(QStringLiteral("node.xml")));
        ASSERT_TRUE(node.open(QIODevice::WriteOnly));
        node.write(nodeXml);
        node.close();
        const auto uri = QStringLiteral("test://") + node.fileName();
        auto opened = away([uri] { return connections::open(uri, Access::Full); });
        ASSERT_TRUE(opened) << opened.error().message.toStdString();
        connection = *opened;
        QFile file(iso());
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(samples::isoImage("INSTALLER", true));
        recipe = samples::recipe(QStringLiteral("debian"), survey);
        recipe.name = QStringLiteral("it's <new> & 機械");
        recipe.mediaPath = iso();
    }
    void TearDown() override
    {
        away([this] { connection = {}; });
    }

    QString iso() const { return folder.filePath(QStringLiteral("installer & more.iso")); }

    Result<MadeMachine> make()
    {
        return away([this] { return makeMachine(connection, recipe, survey, uuid, control); });
    }
    /// Reads the host, then makes, then says whether the host is as it was.
    bool leavesNothing(Error::Kind expected)
    {
        const auto before = inventory();
        const auto made = make();
        EXPECT_FALSE(made);
        if (made)
            return false;
        EXPECT_EQ(made.error().kind, expected) << made.error().message.toStdString();
        EXPECT_TRUE(made.error().leftovers.isEmpty()) << made.error().leftovers.join(u',').toStdString();
        EXPECT_EQ(inventory(), before);
        return inventory() == before;
    }
    Inventory inventory()
    {
        return away([this] {
            Inventory found;
            const auto machines = domains::list(connection).value();
            for (const auto &record : machines)
                found.machines += record.name;
            const auto pools = pools::list(connection).value();
            for (const auto &pool : pools) {
                found.pools += pool.name;
                const auto volumes = volumes::list(pool.pool).value();
                for (const auto &volume : volumes)
                    found.volumes += volume.name;
            }
            for (auto *list : {&found.machines, &found.volumes, &found.pools})
                list->sort();
            return found;
        });
    }

    void takeAwayPools()
    {
        away([this] {
            const auto all = pools::list(connection).value();
            for (const auto &pool : all) {
                EXPECT_TRUE(pools::stop(pool.pool));
                EXPECT_TRUE(pools::undefine(pool.pool));
            }
        });
        survey.pools.clear();
        recipe.pool.clear();
    }

    QTemporaryDir folder;
    ConnectHandle connection;
    HostSurvey survey = samples::testHost();
    MachineRecipe recipe;
    QUuid uuid = QUuid::createUuid();
    JobControl control;
};

} // namespace

TEST_F(MachineMaking, MakesDiskAndDefinitionAndStarts)
{
    std::vector<JobStep> steps;
    control.onReport([&steps](const JobProgress &progress) {
        if (steps.empty() || steps.back() != progress.step)
            steps.push_back(progress.step);
    });
    const auto made = make();
    ASSERT_TRUE(made) << made.error().message.toStdString() << made.error().detail.toStdString();
    EXPECT_EQ(steps, std::vector({JobStep::CheckingMedia, JobStep::AllocatingDisk, JobStep::Defining, JobStep::Starting}));
    const auto record = away([this] { return domains::describe(domains::lookup(connection, uuid).value()); });
    ASSERT_TRUE(record);
    EXPECT_EQ(record->name, recipe.name);
    EXPECT_EQ(record->state, MachineState::Running);
    EXPECT_TRUE(inventory().volumes.contains(recipe.name + QStringLiteral(".qcow2")));
}

TEST_F(MachineMaking, LeavesItOffWhereThatIsWanted)
{
    recipe.startNow = false;
    ASSERT_TRUE(make());
    EXPECT_EQ(away([this] { return domains::describe(domains::lookup(connection, uuid).value()); })->state, MachineState::Off);
}

TEST_F(MachineMaking, LeavesNothingWhenTheNameIsTaken)
{
    recipe.name = QStringLiteral("test"); // which the host has from the start
    const auto before = away([this] { return domains::lookup(connection, QStringLiteral("test")); });
    ASSERT_TRUE(before);
    EXPECT_TRUE(leavesNothing(Error::Kind::AlreadyExists));
    const auto after = away([this] { return domains::lookup(connection, QStringLiteral("test")); });
    ASSERT_TRUE(after);
    EXPECT_EQ(domains::uuidOf(*before), domains::uuidOf(*after));
}

TEST_F(MachineMaking, LeavesNothingWhenThePoolIsGone)
{
    recipe.pool = QStringLiteral("no such pool");
    EXPECT_TRUE(leavesNothing(Error::Kind::NotFound));
}

TEST_F(MachineMaking, MakesNothingWithoutItsMedium)
{
    recipe.mediaPath = folder.filePath(QStringLiteral("missing.iso"));
    EXPECT_TRUE(leavesNothing(Error::Kind::NotFound));
    recipe.mediaPath = folder.path();
    EXPECT_TRUE(leavesNothing(Error::Kind::InvalidInput));
}

TEST_F(MachineMaking, LeavesNothingWhenItIsCancelledAtAnyStep)
{
    for (const auto step : {JobStep::CheckingMedia, JobStep::AllocatingDisk, JobStep::Defining, JobStep::Starting}) {
        control = JobControl();
        std::thread canceller;
        control.onReport([&](const JobProgress &progress) {
            if (progress.step != step)
                return;
            canceller = std::thread([copy = control] { copy.cancel(); });
            while (!control.isCancelled())
                std::this_thread::yield();
        });
        EXPECT_TRUE(leavesNothing(Error::Kind::Cancelled)) << int(step);
        ASSERT_TRUE(canceller.joinable()) << int(step);
        canceller.join();
        control.onReport({});
    }
    control = JobControl();
    control.cancel();
    EXPECT_TRUE(leavesNothing(Error::Kind::Cancelled));
}

TEST_F(MachineMaking, TakesAnotherVolumeNameWhereOneIsTaken)
{
    recipe.startNow = false;
    ASSERT_TRUE(make());
    const auto name = recipe.name;
    away([this] { return domains::undefine(domains::lookup(connection, uuid).value()); });
    ASSERT_TRUE(make());
    EXPECT_TRUE(inventory().volumes.contains(name + QStringLiteral(".qcow2")));
    EXPECT_TRUE(inventory().volumes.contains(name + QStringLiteral("-2.qcow2")));
}

TEST_F(MachineMaking, UsesAnExistingDiskInPlace)
{
    const auto path = folder.filePath(QStringLiteral("disk"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArrayLiteral("QFI\xfb\0\0\0\x03").leftJustified(4096, '\0'));
    file.close();
    recipe.source = MediaSource::ExistingDisk;
    recipe.mediaPath = path;
    const auto before = inventory();
    ASSERT_TRUE(make());
    EXPECT_EQ(inventory().volumes, before.volumes);
    const auto xml = away([this] { return domains::xmlOf(domains::lookup(connection, uuid).value(), domains::Xml::Inactive); });
    EXPECT_TRUE(xml->contains(path)) << xml->toStdString();
}

TEST_F(MachineMaking, GivesAFirstPoolToAHostThatHasNone)
{
    takeAwayPools();
    // First one that fails afterwards: the pool goes again.
    recipe.name = QStringLiteral("test");
    EXPECT_TRUE(leavesNothing(Error::Kind::AlreadyExists));
    recipe.name = QStringLiteral("first");
    const auto made = make();
    ASSERT_TRUE(made) << made.error().message.toStdString();
    EXPECT_EQ(inventory().pools, QStringList(QStringLiteral("default")));
}

TEST_F(MachineMaking, PutsAllThatAMachineNeedsIntoTheFirstPool)
{
    takeAwayPools();
    const auto placed = away([this]() -> Result<QStringList> {
        Worksite site{connection, survey, control};
        QStringList paths;
        for (const auto &name : {QStringLiteral("first"), QStringLiteral("second")}) {
            const auto disk = makeBlankDisk(site, name, {}, Bytes::mib(1));
            if (!disk)
                return failure(disk.error());
            paths += disk->path;
        }
        return paths;
    });
    ASSERT_TRUE(placed) << placed.error().message.toStdString();
    EXPECT_EQ(placed->size(), 2);
    EXPECT_EQ(inventory().pools, QStringList(QStringLiteral("default")));
    EXPECT_EQ(inventory().volumes, QStringList({QStringLiteral("first.qcow2"), QStringLiteral("second.qcow2")}));
}

TEST(VolumeConfig, EscapesTheName)
{
    const auto xml = volumeXmlFor({QStringLiteral("a & <b>.qcow2"), QStringLiteral("qcow2"), Bytes::gib(1), true, false});
    EXPECT_EQ(xml, QStringLiteral("<volume>\n  <name>a &amp; &lt;b&gt;.qcow2</name>\n  <capacity unit='bytes'>1073741824</capacity>\n"
                                  "  <allocation unit='bytes'>0</allocation>\n  <target>\n    <format type='qcow2'/>\n  </target>\n</volume>\n"));
}

TEST(VolumeConfig, NumbersFilesBeforeTheirEnding)
{
    EXPECT_EQ(numberedFile(QStringLiteral("a.b.qcow2"), 2), QStringLiteral("a.b-2.qcow2"));
    EXPECT_EQ(numberedFile(QStringLiteral("plain"), 3), QStringLiteral("plain-3"));
    EXPECT_EQ(numberedFile(QStringLiteral(".hidden"), 2), QStringLiteral(".hidden-2"));
}

TEST(VolumeConfig, SaysTheFormatOfTheImageThatAVolumeStandsOn)
{
    NewVolume volume;
    volume.name = QStringLiteral("web.qcow2");
    volume.format = QStringLiteral("qcow2");
    volume.capacity = Bytes::gib(10);
    volume.base = QStringLiteral("/cache/a & b.img");
    volume.baseFormat = QStringLiteral("raw");
    volume.isPrivate = true;
    const auto xml = volumeXmlFor(volume);
    EXPECT_TRUE(xml.contains(QStringLiteral("<path>/cache/a &amp; b.img</path>"))) << xml.toStdString();
    EXPECT_TRUE(xml.contains(QStringLiteral("<format type='raw'/>"))) << xml.toStdString();
    EXPECT_TRUE(xml.contains(QStringLiteral("<mode>0600</mode>"))) << xml.toStdString();
}

TEST_F(MachineMaking, LeavesNothingOfACloudImageThatCannotBePlaced)
{
    recipe.source = MediaSource::CloudImage;
    recipe.account.user = QStringLiteral("anna");
    recipe.account.password = QStringLiteral("fluss-abend-7");
    EXPECT_TRUE(leavesNothing(Error::Kind::InvalidInput)); // the file is a disc image
    recipe.mediaPath = folder.filePath(QStringLiteral("nowhere.qcow2"));
    EXPECT_TRUE(leavesNothing(Error::Kind::NotFound));
}
