// SPDX-License-Identifier: GPL-3.0-or-later
// Runs on the installed database, and asks it only for what each edition of it since 2021 knows.
#include "core/provisioning/osdatabase.h"

#include "core/provisioning/osneeds.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <algorithm>

namespace {

class OsDatabaseTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (!database().systems().result())
            GTEST_SKIP() << "needs the OS database (osinfo-db)";
    }
    static OsDatabase &database()
    {
        static OsDatabase database;
        return database;
    }
    Result<MediaIdentity> identify(const QByteArray &bytes)
    {
        const auto path = m_folder.filePath(QStringLiteral("image: é %1.iso").arg(++m_count));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        return database().identify(path).result();
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

const QString debian11 = QStringLiteral("http://debian.org/debian/11");

} // namespace

TEST_F(OsDatabaseTest, ListsSystemsNewestFirst)
{
    const auto systems = database().systems().result();
    ASSERT_TRUE(systems);
    EXPECT_GT(systems->size(), 300U);
    EXPECT_TRUE(std::is_sorted(systems->begin(), systems->end(), [](const auto &a, const auto &b) { return a.released > b.released; }));
}

TEST_F(OsDatabaseTest, NamesASystem)
{
    EXPECT_EQ(*database().nameOf(debian11).result(), QStringLiteral("Debian 11"));
    EXPECT_EQ(*database().nameOf(QStringLiteral("http://nobody.org/nothing")).result(), QString());
    EXPECT_EQ(*database().nameOf({}).result(), QString());
}

TEST_F(OsDatabaseTest, KnowsWhatDebianNeeds)
{
    const auto needs = database().needs(debian11).result();
    ASSERT_TRUE(needs);
    EXPECT_TRUE(needs->known);
    EXPECT_EQ(needs->os.shortId, QStringLiteral("debian11"));
    EXPECT_EQ(needs->os.family, QStringLiteral("linux"));
    EXPECT_EQ(needs->os.released, QDate(2021, 8, 14));
    EXPECT_GE(needs->memory, Bytes::gib(1));
    EXPECT_GE(needs->disk, Bytes::gib(10));
    EXPECT_TRUE(needs->virtioDisk && needs->virtioNet && needs->virtioRng && needs->virtioVideo && needs->q35 && needs->usbTablet);
    EXPECT_FALSE(needs->uefiRequired || needs->tpmRequired || needs->isWindows || needs->clockLocal);
}

TEST_F(OsDatabaseTest, KnowsWhatWindows11Needs)
{
    const auto needs = database().needs(QStringLiteral("http://microsoft.com/win/11")).result();
    ASSERT_TRUE(needs);
    EXPECT_TRUE(needs->isWindows && needs->clockLocal && needs->q35);
    EXPECT_TRUE(needs->uefiRequired && needs->tpmRequired && needs->secureBootRequired);
    EXPECT_FALSE(needs->virtioDisk || needs->virtioNet);
    EXPECT_GE(needs->memoryMinimum, Bytes::gib(4));
    EXPECT_GE(needs->memory, needs->memoryMinimum);
}

TEST_F(OsDatabaseTest, KnowsThatWindowsXpIsOld)
{
    const auto needs = database().needs(QStringLiteral("http://microsoft.com/win/xp")).result();
    ASSERT_TRUE(needs);
    ASSERT_TRUE(needs->known);
    EXPECT_FALSE(needs->q35 || needs->virtioDisk || needs->virtioVideo || needs->uefiRequired);
}

TEST_F(OsDatabaseTest, TakesAnUnknownSystemForAPresentDayLinux)
{
    const auto needs = database().needs(QStringLiteral("http://nobody.org/nothing")).result();
    ASSERT_TRUE(needs);
    EXPECT_FALSE(needs->known);
    EXPECT_TRUE(needs->virtioDisk && needs->q35);
    EXPECT_EQ(needs->memory, Bytes::gib(2));
}

TEST_F(OsDatabaseTest, GivesEverySystemSomethingSensible)
{
    const auto systems = database().systems().result();
    for (const auto &entry : *systems) {
        const auto needs = database().needs(entry.id).result();
        ASSERT_TRUE(needs) << entry.id.toStdString();
        EXPECT_GT(needs->memory, Bytes::mib(1)) << entry.id.toStdString();
        EXPECT_GE(needs->memory, needs->memoryMinimum) << entry.id.toStdString();
        EXPECT_GT(needs->disk, Bytes::mib(1)) << entry.id.toStdString();
    }
}

TEST_F(OsDatabaseTest, RecognisesAnInstaller)
{
    const auto identity = identify(samples::isoImage("Debian 11.5.0 amd64 n", true));
    ASSERT_TRUE(identity) << identity.error().message.toStdString();
    EXPECT_TRUE(identity->recognised);
    EXPECT_TRUE(identity->bootable);
    EXPECT_EQ(identity->os.id, debian11);
    EXPECT_EQ(identity->architecture, QStringLiteral("x86_64"));
    EXPECT_EQ(identity->volumeLabel, QStringLiteral("Debian 11.5.0 amd64 n"));
    EXPECT_EQ(identity->size, Bytes(40 * 2048));
}

TEST_F(OsDatabaseTest, GivesTheLabelOfAnUnknownImage)
{
    const auto identity = identify(samples::isoImage("NOBODY KNOWS ME", true));
    ASSERT_TRUE(identity);
    EXPECT_FALSE(identity->recognised);
    EXPECT_TRUE(identity->bootable);
    EXPECT_EQ(identity->volumeLabel, QStringLiteral("NOBODY KNOWS ME"));
}

TEST_F(OsDatabaseTest, TakesAnImageThatDoesNotBootForWhatItIs)
{
    const auto identity = identify(samples::isoImage("cidata", false));
    ASSERT_TRUE(identity);
    EXPECT_FALSE(identity->recognised);
    EXPECT_FALSE(identity->bootable);
}

TEST_F(OsDatabaseTest, RefusesWhatIsNoImage)
{
    const auto text = identify("just some text, longer than nothing");
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().kind, Error::Kind::InvalidInput);
    const auto missing = database().identify(QStringLiteral("/nowhere/at.iso")).result();
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, Error::Kind::NotFound);
}

TEST_F(OsDatabaseTest, SurvivesImagesCutAnywhere)
{
    const auto image = samples::isoImage("Debian 11.5.0 amd64 n", true);
    for (qsizetype length = 2048; length < image.size(); length += 1543) {
        const auto identity = identify(image.first(length));
        EXPECT_EQ(identity.has_value(), length >= 17 * 2048) << length;
    }
}
