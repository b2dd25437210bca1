// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/imageorder.h"

#include "core/provisioning/osdatabaseupdate.h"
#include "core/provisioning/ownimages.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

OsImage image(const char *system, const char *distribution, int year, const char *architecture = "x86_64", bool endOfLife = false)
{
    OsImage made;
    made.os.id = made.os.name = QString::fromLatin1(system);
    made.os.distribution = QString::fromLatin1(distribution);
    made.os.released = QDate(year, 1, 1);
    made.os.endOfLife = endOfLife;
    made.architecture = QString::fromLatin1(architecture);
    made.url = QUrl(QStringLiteral("https://a.example/%1-%2.iso").arg(made.os.id, made.architecture));
    return made;
}

QStringList namesOf(const std::vector<RankedImage> &images)
{
    QStringList names;
    for (const auto &each : images)
        names += each.image.os.id;
    return names;
}

const QString amd64 = QStringLiteral("x86_64");

} // namespace

TEST(RankImages, PutsTheNewestSupportedOfEachKnownSystemFirst)
{
    const auto ranked = rankImages({image("old", "debian", 2019, "x86_64", true), image("fedora41", "fedora", 2024), image("fedora43", "fedora", 2025),
                                    image("rare", "raredistro", 2026), image("debian13", "debian", 2025)}, {}, amd64);
    EXPECT_EQ(namesOf(ranked), (QStringList{QStringLiteral("debian13"), QStringLiteral("fedora43"), QStringLiteral("fedora41"),
                                            QStringLiteral("rare"), QStringLiteral("old")}));
    EXPECT_EQ(ranked[0].rank, RankedImage::Rank::Recommended);
    EXPECT_EQ(ranked[4].rank, RankedImage::Rank::Unsupported);
}

TEST(RankImages, RecommendsWhatRollsWhereThereIsNothingElse)
{
    auto testing = image("testing", "debian", 2000);
    testing.os.released = {};
    auto arch = image("arch", "archlinux", 2000);
    arch.os.released = {};
    const auto ranked = rankImages({testing, arch, image("debian13", "debian", 2025), image("debian14", "debian", 2027, "aarch64")}, {}, amd64);
    EXPECT_EQ(namesOf(ranked), (QStringList{QStringLiteral("debian13"), QStringLiteral("arch"), QStringLiteral("testing")}));
}

TEST(RankImages, PutsWhatWasUsedLatelyBeforeAll)
{
    const auto ranked = rankImages({image("debian13", "debian", 2025), image("rare", "raredistro", 2020, "x86_64", true)},
                                   {QStringLiteral("https://a.example/rare-x86_64.iso")}, amd64);
    EXPECT_EQ(ranked.front().image.os.id, QStringLiteral("rare"));
    EXPECT_EQ(ranked.front().rank, RankedImage::Rank::Recent);
}

TEST(RankImages, LeavesOutWhatTheHostDoesNotRun)
{
    const std::vector<OsImage> all{image("debian13", "debian", 2025), image("debian13", "debian", 2025, "aarch64"),
                                   image("debian13", "debian", 2025, "i686"), image("small", "freedos", 2022, "i686")};
    EXPECT_EQ(rankImages(all, {}, amd64).size(), 2U) << "one of 64 bits, and one that there is in 32 only";
    EXPECT_EQ(rankImages(all, {}, QStringLiteral("aarch64")).size(), 1U);
}

TEST(OwnImages, ComeBackAsTheyWereKept)
{
    const auto image = ownimages::fromText(QStringLiteral("  My   system "), QStringLiteral(" https://a.example/my.iso "), QString(64, u'A'));
    ASSERT_TRUE(image);
    EXPECT_EQ(image->edition, QStringLiteral("My system"));
    const auto back = ownimages::fromJson(ownimages::toJson({*image}));
    ASSERT_EQ(back.size(), 1U);
    EXPECT_EQ(back[0].url, image->url);
    EXPECT_EQ(back[0].edition, image->edition);
    EXPECT_EQ(back[0].checksum, QString(64, u'a'));
    EXPECT_TRUE(back[0].isOwn);
}

TEST(OwnImages, NameThePartThatIsWrong)
{
    const auto wrong = [](const char *name, const char *address, const char *checksum) {
        const auto image = ownimages::fromText(QString::fromLatin1(name), QString::fromLatin1(address), QString::fromLatin1(checksum));
        return image ? QString() : image.error().detail;
    };
    EXPECT_EQ(wrong(" ", "https://a.example/x.iso", ""), QStringLiteral("name"));
    EXPECT_EQ(wrong("x", "file:///etc/passwd", ""), QStringLiteral("url"));
    EXPECT_EQ(wrong("x", "https://a.example/", ""), QStringLiteral("url"));
    EXPECT_EQ(wrong("x", "https://a.example/x.iso", "abc"), QStringLiteral("checksum"));
    EXPECT_EQ(wrong("x", "https://a.example/x.iso", ""), QString());
    EXPECT_TRUE(ownimages::fromJson("no json").empty());
    EXPECT_TRUE(ownimages::fromJson("[1, {\"name\": \"x\"}]").empty());
}

TEST(OsDatabaseUpdate, TakesTheNewestArchiveThatAPageNames)
{
    EXPECT_EQ(newestArchiveIn(QStringLiteral("<a href=\"osinfo-db-20240701.tar.xz\">x</a> osinfo-db-20250606.tar.xz.asc osinfo-db-20250606.tar.xz "
                                             "osinfo-db-tools-1.12.0.tar.xz osinfo-db-20300101.tar.gz")),
              QStringLiteral("osinfo-db-20250606.tar.xz"));
    EXPECT_EQ(newestArchiveIn(QStringLiteral("<html>nothing</html>")), QString());
}
