// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/xml/document.h"

#include "core/config/xml/property.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

const QString corpus = QStringLiteral("config/data/corpus");

QString nested(int depth)
{
    return QStringLiteral("<a>").repeated(depth) + QStringLiteral("</a>").repeated(depth);
}

/// Visits every element, and writes back each attribute and text as it is read.
void rewrite(Element element)
{
    for (const auto &[name, value] : element.attributes())
        element.set(Text{"@" + name.toStdString()}, value);
    for (const auto &child : element.children())
        rewrite(child);
}

bool meansTheSame(const Element &a, const Element &b)
{
    const auto ours = a.children();
    const auto theirs = b.children();
    return a.name() == b.name() && a.attributes() == b.attributes() && a.text({}) == b.text({})
        && std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(), meansTheSame);
}

} // namespace

TEST(Document, WritesEveryFileOfTheCorpusAsItWas)
{
    const auto files = testdata::filesIn(corpus);
    ASSERT_GE(files.size(), 30);
    for (const auto &file : files) {
        const auto xml = testdata::text(file);
        const auto document = Document::parse(xml);
        ASSERT_TRUE(document) << file.toStdString() << document.error().message.toStdString();
        EXPECT_EQ(document->toXml(), xml) << file.toStdString();
    }
}

TEST(Document, WritesWhatItReadsBackAsItWas)
{
    for (const auto &file : testdata::filesIn(corpus)) {
        const auto xml = testdata::text(file);
        auto document = Document::parse(xml);
        ASSERT_TRUE(document);
        rewrite(document->root());
        EXPECT_EQ(document->toXml(), xml) << file.toStdString();
    }
}

TEST(Document, KeepsItsMeaningWhenSomethingElseChanges)
{
    for (const auto &file : testdata::filesIn(corpus)) {
        auto document = Document::parse(testdata::text(file));
        ASSERT_TRUE(document);
        document->root().setText("@mark", QStringLiteral("'\"&<>"));
        const auto changed = document->toXml();
        auto again = Document::parse(changed);
        ASSERT_TRUE(again) << file.toStdString() << changed.toStdString();
        EXPECT_EQ(again->root().text("@mark"), QStringLiteral("'\"&<>")) << file.toStdString();
        again->root().erase("@mark");
        const auto original = Document::parse(testdata::text(file));
        EXPECT_TRUE(meansTheSame(again->root(), original->root())) << file.toStdString() << changed.toStdString();
    }
}

TEST(Document, TouchesNothingButThePlaceThatChanges)
{
    const auto xml = testdata::text(corpus + QStringLiteral("/stored-by-libvirt.xml"));
    auto document = Document::parse(xml);
    ASSERT_TRUE(document);
    document->root().setText("name", QStringLiteral("renamed & <new>"));
    auto expected = xml;
    expected.replace(QStringLiteral("<name>stored</name>"), QStringLiteral("<name>renamed &amp; &lt;new&gt;</name>"));
    EXPECT_EQ(document->toXml(), expected);
}

TEST(Document, CopiesDeeply)
{
    auto first = Document::parse(QStringLiteral("<a><b c='1'/></a>"));
    ASSERT_TRUE(first);
    Document second = *first;
    second.root().setText("b/@c", QStringLiteral("2"));
    EXPECT_EQ(first->toXml(), QStringLiteral("<a><b c='1'/></a>"));
    EXPECT_EQ(second.toXml(), QStringLiteral("<a><b c='2'/></a>"));
    *first = second;
    EXPECT_EQ(first->root().text("b/@c"), QStringLiteral("2"));
}

TEST(Document, RefusesAFileCutAnywhere)
{
    for (const auto &name : {QStringLiteral("/stored-by-libvirt.xml"), QStringLiteral("/entities.xml"), QStringLiteral("/cdata.xml")}) {
        const auto xml = testdata::text(corpus + name).trimmed();
        ASSERT_FALSE(xml.isEmpty());
        for (qsizetype length = 0; length < xml.size(); ++length) {
            const auto cut = Document::parse(xml.first(length));
            ASSERT_FALSE(cut) << name.toStdString() << " at " << length;
            EXPECT_EQ(cut.error().kind, Error::Kind::InvalidInput);
        }
    }
}

TEST(Document, SurvivesAFileWithAnyByteSpoilt)
{
    const auto xml = testdata::text(corpus + QStringLiteral("/quotes-mixed.xml"));
    int refused = 0;
    for (qsizetype at = 0; at < xml.size(); ++at) {
        for (const char16_t spoiler : {u'<', u'>', u'&', u'\'', u'"', u'/', u'\0', u'\xD800'}) {
            auto spoilt = xml;
            spoilt[at] = spoiler;
            auto document = Document::parse(spoilt);
            if (!document) {
                ++refused;
                continue;
            }
            rewrite(document->root());
            EXPECT_FALSE(document->toXml().isEmpty());
        }
    }
    EXPECT_GT(refused, 100);
}

TEST(Document, RefusesADepthBomb)
{
    EXPECT_TRUE(Document::parse(nested(Document::maxDepth)));
    EXPECT_FALSE(Document::parse(nested(Document::maxDepth + 1)));
    EXPECT_FALSE(Document::parse(nested(1'000'000)));
    EXPECT_FALSE(Document::parse(QStringLiteral("<a>").repeated(1'000'000)));
}

TEST(Document, RefusesMoreThanSixteenMebibytes)
{
    const auto padding = QString(Document::maxBytes - 7, u'x');
    EXPECT_TRUE(Document::parse(QStringLiteral("<a>") + padding + QStringLiteral("</a>")));
    EXPECT_FALSE(Document::parse(QStringLiteral("<a>x") + padding + QStringLiteral("</a>")));
}

TEST(Document, ExpandsNoEntity)
{
    const auto bomb = QStringLiteral("<!DOCTYPE a [<!ENTITY b 'BOOM'><!ENTITY c '&b;&b;&b;&b;'><!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
                                     "<a d='&c;'>&c;&x;</a>");
    const auto document = Document::parse(bomb);
    ASSERT_TRUE(document) << document.error().message.toStdString();
    EXPECT_EQ(document->root().text({}), QStringLiteral("&c;&x;"));
    EXPECT_EQ(document->root().text("@d"), QStringLiteral("&c;"));
    EXPECT_EQ(document->toXml(), bomb);
}

TEST(Document, RefusesWhatIsNoDocument)
{
    for (const auto &text : {QString(), QStringLiteral(" "), QStringLiteral("hello"), QStringLiteral("<a/><b/>"), QStringLiteral("<a/>tail"),
                             QStringLiteral("<!-- only -->"), QStringLiteral("<a><b></a></b>"), QStringLiteral("<a b=1/>"),
                             QStringLiteral("<a") + QChar(0) + QStringLiteral("/>")})
        EXPECT_FALSE(Document::parse(text)) << text.toStdString();
}

TEST(Document, SaysWhereItStopsBeingXml)
{
    const auto document = Document::parse(QStringLiteral("<a><b></a>"));
    ASSERT_FALSE(document);
    EXPECT_FALSE(document.error().message.isEmpty());
    EXPECT_TRUE(document.error().detail.contains(QStringLiteral("at byte")));
}
