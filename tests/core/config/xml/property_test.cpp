// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/xml/property.h"

#include "core/config/xml/document.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

std::optional<Bytes> sizeOf(const QString &xml)
{
    const auto document = Document::parse(xml);
    return document->root().get(Size{"m"});
}

QString written(const QString &before, Bytes size)
{
    auto document = Document::parse(before);
    document->root().set(Size{"m"}, size);
    return document->toXml();
}

} // namespace

TEST(Size, ReadsEveryUnitOfLibvirt)
{
    const std::pair<const char *, quint64> units[] = {
        {"b", 1}, {"byte", 1}, {"bytes", 1}, {"k", 1024}, {"KiB", 1024}, {"KB", 1000}, {"M", 1 << 20}, {"MiB", 1 << 20}, {"MB", 1000000},
        {"G", 1ULL << 30}, {"GiB", 1ULL << 30}, {"GB", 1000000000}, {"T", 1ULL << 40}, {"TiB", 1ULL << 40}, {"TB", 1000000000000},
        {"P", 1ULL << 50}, {"E", 1ULL << 60}, {"EB", 1000000000000000000}, {"kib", 1024}, {"gIb", 1ULL << 30}};
    for (const auto &[unit, bytes] : units) {
        const auto xml = QStringLiteral("<d><m unit='%1'>3</m></d>").arg(QLatin1StringView(unit));
        EXPECT_EQ(sizeOf(xml), Bytes(3 * bytes)) << unit;
    }
}

TEST(Size, MeansKibibytesWithoutUnit)
{
    EXPECT_EQ(sizeOf(QStringLiteral("<d><m>1024</m></d>")), Bytes::mib(1));
    EXPECT_EQ(sizeOf(QStringLiteral("<d><m> 1024 \n</m></d>")), Bytes::mib(1));
}

TEST(Size, IsNothingWhereItIsNoAmount)
{
    for (const auto *text : {"<d/>", "<d><m/></d>", "<d><m>much</m></d>", "<d><m>-1</m></d>", "<d><m unit='QiB'>1</m></d>", "<d><m unit=''>1</m></d>",
                             "<d><m unit='E'>16</m></d>", "<d><m unit='Gi'>1</m></d>", "<d><m>99999999999999999999</m></d>"})
        EXPECT_FALSE(sizeOf(QString::fromLatin1(text))) << text;
}

TEST(Size, KeepsTheUnitThatStandsThereWhileItIsExact)
{
    EXPECT_EQ(written(QStringLiteral("<d><m unit='GiB'>1</m></d>"), Bytes::gib(2)), QStringLiteral("<d><m unit='GiB'>2</m></d>"));
    EXPECT_EQ(written(QStringLiteral("<d><m unit='GiB'>1</m></d>"), Bytes::mib(1536)), QStringLiteral("<d><m unit='KiB'>1572864</m></d>"));
    EXPECT_EQ(written(QStringLiteral("<d><m>1</m></d>"), Bytes(1025)), QStringLiteral("<d><m unit='bytes'>1025</m></d>"));
    EXPECT_EQ(written(QStringLiteral("<d/>"), Bytes::mib(1)), QStringLiteral("<d>\n  <m>1024</m>\n</d>"));
}

TEST(Size, ChangesNothingWhenTheAmountIsTheSame)
{
    const auto xml = QStringLiteral("<d><m unit='G'>1</m></d>");
    EXPECT_EQ(written(xml, Bytes::mib(1024)), xml);
}

TEST(OnOff, KnowsNoThirdWord)
{
    const auto document = Document::parse(QStringLiteral("<d><a s='on'/><b s='off'/><c s='maybe'/></d>"));
    EXPECT_EQ(document->root().get(OnOff{"a/@s"}), true);
    EXPECT_EQ(document->root().get(OnOff{"b/@s"}), false);
    EXPECT_FALSE(document->root().get(OnOff{"c/@s"}));
    EXPECT_FALSE(document->root().get(YesNo{"a/@s"}));
}

TEST(Flag, ComesAndGoesWithItsElement)
{
    auto document = Document::parse(QStringLiteral("<d><source/></d>"));
    auto root = document->root();
    const Flag flag{"readonly"};
    EXPECT_EQ(root.get(flag), false);
    root.set(flag, true);
    root.set(flag, true);
    EXPECT_EQ(document->toXml(), QStringLiteral("<d><source/><readonly/></d>"));
    root.set(flag, false);
    EXPECT_EQ(document->toXml(), QStringLiteral("<d><source/></d>"));
}

TEST(Number, TakesDigitsAlone)
{
    const auto document = Document::parse(QStringLiteral("<d a='12' b='-1' c='0x10' d='' e='+3'/>"));
    EXPECT_EQ(document->root().get(Number{"@a"}), 12U);
    for (const auto *path : {"@b", "@c", "@d", "@e", "@f"})
        EXPECT_FALSE(document->root().get(Number{path})) << path;
}
