// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbclipboard.h"

#include <QtEndian>

#include <gtest/gtest.h>

#include <zlib.h>

using namespace rfbclipboard;

namespace {

constexpr qint64 most = 1 << 20;

QByteArray number(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray deflated(const QByteArray &bytes)
{
    auto size = compressBound(uLong(bytes.size()));
    QByteArray out(qsizetype(size), '\0');
    compress(reinterpret_cast<Bytef *>(out.data()), &size, reinterpret_cast<const Bytef *>(bytes.constData()),
             uLong(bytes.size()));
    return out.left(qsizetype(size));
}

QByteArray provided(const QByteArray &text)
{
    return number(1u << 28 | 1) + deflated(number(quint32(text.size())) + text);
}

/// The body of a client's message, as a server would read it.
QByteArray bodyOf(const QByteArray &message)
{
    EXPECT_EQ(message.at(0), 6);
    EXPECT_EQ(qFromBigEndian<qint32>(message.constData() + 4), -(message.size() - 8));
    return message.mid(8);
}

} // namespace

TEST(RfbClipboard, ReadsTextWithoutItsWindowsLineEndsAndZero)
{
    const auto message = parse(provided(QByteArray("gr\xc3\xbc\xc3\x9f\r\ndich\0", 13)), most);
    ASSERT_TRUE(message);
    EXPECT_EQ(message->action, Action::Provide);
    EXPECT_EQ(message->text, QByteArray("gr\xc3\xbc\xc3\x9f\ndich"));
}

TEST(RfbClipboard, ReadsWhatTheOtherSideHasAndWants)
{
    struct Case {
        quint32 flags;
        Action action;
        bool hasText;
    };
    for (const Case &each : {Case{1u << 27 | 1, Action::Notify, true}, Case{1u << 27 | 0xe, Action::Notify, false},
                             Case{1u << 25 | 1, Action::Request, true}, Case{1u << 26, Action::Peek, false},
                             Case{0x1f000001, Action::Capabilities, true}}) {
        const auto message = parse(number(each.flags), most);
        ASSERT_TRUE(message) << each.flags;
        EXPECT_EQ(message->action, each.action) << each.flags;
        EXPECT_EQ(message->hasText, each.hasText) << each.flags;
    }
}

TEST(RfbClipboard, PassesOverOtherForms)
{
    const auto message = parse(number(1u << 28 | 4) + deflated(number(4) + "html"), most);
    ASSERT_TRUE(message);
    EXPECT_FALSE(message->hasText);
    EXPECT_TRUE(message->text.isEmpty());
}

TEST(RfbClipboard, TakesTheTextWhereOtherFormsFollow)
{
    const auto message = parse(number(1u << 28 | 5) + deflated(number(3) + "abc" + number(4) + "html"), most);
    ASSERT_TRUE(message);
    EXPECT_EQ(message->text, QByteArray("abc"));
}

TEST(RfbClipboard, RefusesWhatMakesNoSense)
{
    const QByteArray good = provided("some text that is long enough to be cut");
    for (qsizetype cut = 0; cut < good.size() - 5; ++cut) { // the checksum at the end is not waited for
        const auto message = parse(good.left(cut), most);
        EXPECT_FALSE(message && message->action == Action::Provide) << cut;
    }
    EXPECT_FALSE(parse(number(1u << 28 | 1) + "no deflated bytes", most));
    EXPECT_FALSE(parse(number(1u << 28 | 1u << 25 | 1), most)) << "two actions at once";
    EXPECT_FALSE(parse(number(1), most)) << "no action";
    EXPECT_FALSE(parse(number(1u << 28 | 1) + deflated(number(0xffffffff) + "x"), most)) << "a size beyond all";
    EXPECT_FALSE(parse(number(1u << 28 | 1) + deflated(number(10) + "x"), most)) << "a size beyond what is there";
}

TEST(RfbClipboard, InflatesNoBomb)
{
    const QByteArray bomb = number(1u << 28 | 1) + deflated(number(64 << 20) + QByteArray(64 << 20, 'x'));
    ASSERT_LT(bomb.size(), 1 << 17);
    EXPECT_FALSE(parse(bomb, most));
}

TEST(RfbClipboard, SendsTextAsSpecified)
{
    const auto message = provide("one\ntwo\r\nthree", Text::AsSpecified, most);
    ASSERT_TRUE(message);
    const QByteArray body = bodyOf(*message);
    EXPECT_EQ(body.left(4), number(1u << 28 | 1));
    const QByteArray expected("one\r\ntwo\r\nthree\0", 16);
    EXPECT_EQ(qUncompress(number(quint32(expected.size() + 4)) + body.mid(4)), number(quint32(expected.size())) + expected);
}

TEST(RfbClipboard, SendsTextToQemuAsItIs)
{
    const auto message = provide("one\ntwo", Text::AsIs, most);
    ASSERT_TRUE(message);
    EXPECT_EQ(qUncompress(number(11) + bodyOf(*message).mid(4)), number(7) + "one\ntwo");
}

TEST(RfbClipboard, SendsNothingLargerThanAllowed)
{
    EXPECT_TRUE(provide(QByteArray(1000, 'x'), Text::AsIs, 1004));
    EXPECT_FALSE(provide(QByteArray(1001, 'x'), Text::AsIs, 1004));
}

TEST(RfbClipboard, TellsTheServerToSendNothingUnasked)
{
    const QByteArray body = bodyOf(capabilities());
    ASSERT_EQ(body.size(), 8);
    EXPECT_EQ(qFromBigEndian<quint32>(body.constData()) & 0xffff, 1u);
    EXPECT_EQ(qFromBigEndian<quint32>(body.constData() + 4), 0u);
    EXPECT_EQ(bodyOf(notify(true)), number(1u << 27 | 1));
    EXPECT_EQ(bodyOf(notify(false)), number(1u << 27));
    EXPECT_EQ(bodyOf(request()), number(1u << 25 | 1));
}
