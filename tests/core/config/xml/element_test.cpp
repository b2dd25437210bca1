// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/xml/element.h"

#include "core/config/xml/document.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

Document parsed(const QString &xml)
{
    auto document = Document::parse(xml);
    EXPECT_TRUE(document) << xml.toStdString();
    return document ? *document : Document("broken");
}

} // namespace

TEST(Element, MakesMissingStepsIndentedLikeTheirSiblings)
{
    auto document = parsed(QStringLiteral("<d>\n    <a/>\n    <b>\n        <c/>\n    </b>\n</d>\n"));
    document.root().setText("b/e/@f", QStringLiteral("1"));
    document.root().setText("g", QStringLiteral("2"));
    EXPECT_EQ(document.toXml(),
              QStringLiteral("<d>\n    <a/>\n    <b>\n        <c/>\n        <e f='1'/>\n    </b>\n    <g>2</g>\n</d>\n"));
}

TEST(Element, OpensAnEmptyElementForItsFirstChild)
{
    auto document = parsed(QStringLiteral("<d>\n  <devices/>\n</d>"));
    document.root().setText("devices/disk/@type", QStringLiteral("file"));
    EXPECT_EQ(document.toXml(), QStringLiteral("<d>\n  <devices>\n    <disk type='file'/>\n  </devices>\n</d>"));
}

TEST(Element, AddsNoSpaceToADocumentThatHasNone)
{
    auto document = parsed(QStringLiteral("<d><a/></d>"));
    document.root().setText("b/c", QStringLiteral("1"));
    EXPECT_EQ(document.toXml(), QStringLiteral("<d><a/><b><c>1</c></b></d>"));
}

TEST(Element, ClearsWhatItMadeWithoutATrace)
{
    const auto xml = QStringLiteral("<d>\n  <a x='1'/>\n</d>\n");
    auto document = parsed(xml);
    auto root = document.root();
    root.setText("p/q/r/@s", QStringLiteral("1"));
    root.setText("a/b/c", QStringLiteral("2"));
    root.erase("p/q/r/@s");
    root.erase("a/b/c");
    EXPECT_EQ(document.toXml(), xml);
}

TEST(Element, KeepsASharedStepUntilItsLastChildGoes)
{
    auto document = parsed(QStringLiteral("<d><s a='1' b='2'/></d>"));
    document.root().erase("s/@a");
    EXPECT_EQ(document.toXml(), QStringLiteral("<d><s b='2'/></d>"));
    document.root().erase("s/@b");
    EXPECT_EQ(document.toXml(), QStringLiteral("<d/>"));
}

TEST(Element, KeepsCommentsAndUnknownChildrenWhenItClears)
{
    auto document = parsed(QStringLiteral("<d><s a='1'><!-- why --></s><t a='1'><x/></t></d>"));
    document.root().erase("s/@a");
    document.root().erase("t/@a");
    EXPECT_EQ(document.toXml(), QStringLiteral("<d><s><!-- why --></s><t><x/></t></d>"));
}

TEST(Element, FindsTheSiblingThatAnAttributeNames)
{
    auto document = parsed(QStringLiteral("<c><timer name='rtc'/><timer name='hpet' present='no'/></c>"));
    auto root = document.root();
    EXPECT_EQ(root.text("timer[@name='hpet']/@present"), QStringLiteral("no"));
    root.setText("timer[@name='pit']/@tickpolicy", QStringLiteral("delay"));
    EXPECT_EQ(document.toXml(),
              QStringLiteral("<c><timer name='rtc'/><timer name='hpet' present='no'/><timer name='pit' tickpolicy='delay'/></c>"));
    root.erase("timer[@name='pit']/@tickpolicy");
    EXPECT_EQ(document.toXml(), QStringLiteral("<c><timer name='rtc'/><timer name='hpet' present='no'/></c>"));
}

TEST(Element, ReadsTextThroughEscapesAndCdata)
{
    const auto document = parsed(QStringLiteral("<d><t>a &lt; <![CDATA[b & <c>]]> &#x20ac;</t><u a='&quot;&apos;&amp;'/></d>"));
    EXPECT_EQ(document.root().text("t"), QStringLiteral("a < b & <c> €"));
    EXPECT_EQ(document.root().text("u/@a"), QStringLiteral("\"'&"));
}

TEST(Element, WritesAnyTextSoThatItReadsTheSame)
{
    const QStringList texts = {QStringLiteral("<>&\"'"), QStringLiteral("]]>"), QStringLiteral("&amp;"), QStringLiteral("line\nend\ttab\rreturn"),
                               QStringLiteral("🐙 機械"), QStringLiteral(" edges "), QStringLiteral("<!-- -->"), QString()};
    for (const auto &text : texts) {
        auto document = parsed(QStringLiteral("<d/>"));
        document.root().setText("t", text);
        document.root().setText("u/@a", text);
        const auto again = parsed(document.toXml());
        EXPECT_EQ(again.root().text("t"), text);
        EXPECT_EQ(again.root().text("u/@a"), text);
    }
}

TEST(Element, LeavesOutCharactersThatXmlCannotHold)
{
    auto document = parsed(QStringLiteral("<d/>"));
    document.root().setText("@a", QStringLiteral("a") + QChar(1) + QChar(0) + QStringLiteral("b") + QChar(0xFFFE) + QChar(0xD800));
    const auto again = parsed(document.toXml());
    EXPECT_TRUE(again.root().text("@a")->startsWith(QStringLiteral("ab")));
    EXPECT_FALSE(again.root().text("@a")->contains(QChar(1)));
}

TEST(Element, RemovesADeviceWithItsLine)
{
    auto document = parsed(QStringLiteral("<d>\n  <a/>\n  <b/>\n  <c/>\n</d>"));
    auto b = document.root().find("b");
    b.remove();
    EXPECT_FALSE(b.isValid());
    EXPECT_EQ(document.toXml(), QStringLiteral("<d>\n  <a/>\n  <c/>\n</d>"));
}

TEST(Element, AnswersNothingWhereThereIsNoElement)
{
    Element none;
    EXPECT_FALSE(none.isValid());
    EXPECT_FALSE(none.text("a/@b"));
    EXPECT_TRUE(none.children().empty());
    none.setText("a", QStringLiteral("b"));
    none.erase("a");
    none.remove();
    EXPECT_FALSE(none.ensure("a").isValid());
    EXPECT_FALSE(none.append("a").isValid());
}
