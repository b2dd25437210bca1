// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/domain/metadata.h"

#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

DomainConfig fromCorpus(const char *name)
{
    auto config = DomainConfig::parse(testdata::text(QStringLiteral("config/data/corpus/") + QLatin1StringView(name)));
    EXPECT_TRUE(config);
    return *config;
}

const QString debian = QStringLiteral("http://debian.org/debian/12");

} // namespace

TEST(Metadata, FindsTheSystemUnderAnyPrefix)
{
    EXPECT_EQ(osIdOf(fromCorpus("metadata-foreign.xml")), QStringLiteral("http://debian.org/debian/11"));
    EXPECT_EQ(osIdOf(fromCorpus("metadata-default-namespace.xml")), QStringLiteral("http://microsoft.com/win/10"));
    EXPECT_EQ(osIdOf(fromCorpus("minimal.xml")), QString());
}

TEST(Metadata, IgnoresAnElementOfTheSameNameFromElsewhere)
{
    const auto config = DomainConfig::parse(QStringLiteral(
        "<domain><metadata><libosinfo xmlns='urn:other'><os id='x'/></libosinfo><libosinfo><os id='y'/></libosinfo></metadata></domain>"));
    EXPECT_EQ(osIdOf(*config), QString());
}

TEST(Metadata, ChangesTheNoteThatIsThereAndNothingElse)
{
    auto config = fromCorpus("metadata-foreign.xml");
    const auto before = config.toXml();
    setOsId(config, debian);
    EXPECT_EQ(osIdOf(config), debian);
    // The file mixes quotes, as the first of them decides how a changed one is written.
    EXPECT_EQ(config.toXml().replace(u'"', u'\''),
              QString(before).replace(QStringLiteral("debian/11"), QStringLiteral("debian/12")).replace(u'"', u'\''));
}

TEST(Metadata, NotesASystemWhereNoneWasAndForgetsItWithoutATrace)
{
    for (const auto &file : testdata::filesIn(QStringLiteral("config/data/corpus"))) {
        const auto xml = testdata::text(file);
        auto config = DomainConfig::parse(xml);
        ASSERT_TRUE(config);
        if (!osIdOf(*config).isEmpty())
            continue;
        setOsId(*config, debian);
        auto again = DomainConfig::parse(config->toXml());
        ASSERT_TRUE(again) << file.toStdString();
        EXPECT_EQ(osIdOf(*again), debian) << file.toStdString();
        setOsId(*config, {});
        EXPECT_EQ(config->toXml(), xml) << file.toStdString();
    }
}

TEST(Metadata, NotesTheMediumThatSetsUpBesideTheSystemAndForgetsItWithoutATrace)
{
    auto config = fromCorpus("metadata-foreign.xml");
    const auto before = config.toXml();
    setSeed(config, QStringLiteral("/images/a & <b>-seed.iso"));
    auto again = DomainConfig::parse(config.toXml());
    ASSERT_TRUE(again);
    EXPECT_EQ(seedOf(*again), QStringLiteral("/images/a & <b>-seed.iso"));
    EXPECT_EQ(osIdOf(*again), QStringLiteral("http://debian.org/debian/11"));
    setSeed(config, {});
    EXPECT_EQ(config.toXml(), before);
    setSeed(config, {});
    EXPECT_EQ(config.toXml(), before);
}

TEST(Metadata, NotesFilesOfAnInstallerBesideTheMedium)
{
    auto config = fromCorpus("metadata-foreign.xml");
    const auto before = config.toXml();
    const QStringList files{QStringLiteral("/images/a & <b>-install-kernel"), QStringLiteral("/images/a-install-initrd")};
    setInstallerFiles(config, files);
    setSeed(config, QStringLiteral("/images/a-seed.iso"));
    auto again = DomainConfig::parse(config.toXml());
    ASSERT_TRUE(again);
    EXPECT_EQ(installerFilesOf(*again), files);
    EXPECT_EQ(seedOf(*again), QStringLiteral("/images/a-seed.iso"));
    setInstallerFiles(config, {files[1]});
    EXPECT_EQ(installerFilesOf(config), QStringList{files[1]});
    setSeed(config, {});
    EXPECT_EQ(installerFilesOf(config), QStringList{files[1]});
    setInstallerFiles(config, {});
    EXPECT_EQ(config.toXml(), before);
}

TEST(Metadata, BelievesNoNoteOnAMediumFromElsewhere)
{
    const auto config = DomainConfig::parse(QStringLiteral("<domain><metadata><setup xmlns='urn:other'><seed path='/x'/></setup></metadata></domain>"));
    EXPECT_EQ(seedOf(*config), QString());
    EXPECT_EQ(installerFilesOf(*config), QStringList());
}
