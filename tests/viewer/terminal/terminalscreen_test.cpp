// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminalscreen.h"

#include <gtest/gtest.h>

#include <random>

namespace {
QStringList shown(const TerminalScreen &screen)
{
    QStringList rows;
    for (int row = 0; row < screen.rows(); ++row)
        rows += screen.screenLine(row).text();
    while (!rows.isEmpty() && rows.last().isEmpty())
        rows.removeLast();
    return rows;
}

QStringList past(const TerminalScreen &screen)
{
    QStringList rows;
    for (int row = 0; row < screen.historyRows(); ++row)
        rows += screen.line(row).text();
    return rows;
}

QString place(const TerminalScreen &screen)
{
    return QStringLiteral("%1,%2").arg(screen.cursor().row).arg(screen.cursor().column);
}

const TerminalStyle &styleAt(const TerminalScreen &screen, int row, int column)
{
    return screen.screenLine(row).cells[size_t(column)].style;
}
} // namespace

TEST(TerminalScreen, WritesWrapsAndScrollsIntoItsHistory)
{
    TerminalScreen screen(3, 5);
    screen.feed("one\r\ntwo\r\nabcdefg\r\nend");
    EXPECT_EQ(past(screen), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
    EXPECT_EQ(shown(screen), QStringList({QStringLiteral("abcde"), QStringLiteral("fg"), QStringLiteral("end")}));
    EXPECT_FALSE(screen.screenLine(0).continues);
    EXPECT_TRUE(screen.screenLine(1).continues);
    EXPECT_FALSE(screen.screenLine(2).continues);
    EXPECT_EQ(place(screen), u"2,3");
    const auto changes = screen.takeChanges();
    EXPECT_EQ(changes.scrolled, 2);
    EXPECT_TRUE(changes.cursor);
}

TEST(TerminalScreen, TellsOnlyTheRowsThatChanged)
{
    TerminalScreen screen(4, 10);
    screen.takeChanges();
    screen.feed("\x1b[3;2Hx");
    EXPECT_EQ(screen.takeChanges().rows, std::vector<bool>({false, false, true, false}));
    EXPECT_EQ(screen.takeChanges().rows, std::vector<bool>({false, false, false, false}));
}

TEST(TerminalScreen, ObeysTheSequencesOfAFullScreenProgram)
{
    TerminalScreen screen(4, 10);
    screen.feed("first\x1b[2;1Hsecond\x1b[3;1Hthird\x1b[4;1Hfourth");
    screen.feed("\x1b[2;3r\x1b[3;1H\n"); // scrolls between its margins alone
    EXPECT_EQ(shown(screen), QStringList({QStringLiteral("first"), QStringLiteral("third"), {}, QStringLiteral("fourth")}));
    EXPECT_EQ(screen.historyRows(), 0);
    screen.feed("\x1b[r\x1b[2;2H\x1b[2P"); // deletes two characters
    EXPECT_EQ(shown(screen)[1], u"trd");
    screen.feed("\x1b[2;2H\x1b[2@"); // makes room for two
    EXPECT_EQ(shown(screen)[1], u"t  rd");
    screen.feed("\x1b[1;1H\x1b[L"); // a line
    EXPECT_EQ(shown(screen)[1], u"first");
    screen.feed("\x1b[2;1H\x1b[M\x1b[1;3H\x1b[1Kz\x1b[2J");
    EXPECT_TRUE(shown(screen).isEmpty());
}

TEST(TerminalScreen, KeepsThePrimaryScreenWhileAProgramHasTheOther)
{
    TerminalScreen screen(3, 10);
    screen.feed("prompt\x1b[31m\x1b[?1049h\x1b[H\x1b[32mfull\r\n\n\n\n");
    EXPECT_TRUE(screen.isAlternate());
    EXPECT_EQ(screen.historyRows(), 0);
    screen.feed("\x1b[?1049lx");
    EXPECT_FALSE(screen.isAlternate());
    EXPECT_EQ(shown(screen), QStringList({QStringLiteral("promptx")}));
    EXPECT_EQ(styleAt(screen, 0, 6).foreground, TerminalColour::indexed(1)) << "the colour comes back with the cursor";
}

TEST(TerminalScreen, HasAllManners)
{
    TerminalScreen screen(2, 20);
    screen.feed("\x1b[1;3;4;9;7ma\x1b[0mb\x1b[38;5;200mc\x1b[48;2;1;2;3md\x1b[38:2::9:8:7me\x1b[4:2mf\x1b[39;49mg\x1b[91mh");
    using S = TerminalStyle;
    EXPECT_EQ(styleAt(screen, 0, 0).flags, S::Bold | S::Italic | S::Underline | S::Strike | S::Reverse);
    EXPECT_EQ(styleAt(screen, 0, 1), TerminalStyle());
    EXPECT_EQ(styleAt(screen, 0, 2).foreground, TerminalColour::indexed(200));
    EXPECT_EQ(styleAt(screen, 0, 3).background, TerminalColour::rgb(1, 2, 3));
    EXPECT_EQ(styleAt(screen, 0, 4).foreground, TerminalColour::rgb(9, 8, 7));
    EXPECT_EQ(styleAt(screen, 0, 5).flags, S::DoubleUnderline);
    EXPECT_EQ(styleAt(screen, 0, 6).foreground, TerminalColour());
    EXPECT_EQ(styleAt(screen, 0, 7).foreground, TerminalColour::indexed(9));
}

TEST(TerminalScreen, TakesEveryModeOfOneSequence)
{
    TerminalScreen screen(2, 10);
    screen.feed("\x1b[?1002;1006h");
    EXPECT_EQ(screen.mouse(), TerminalScreen::Mouse::Drags);
    screen.movePointer(1, 4, {});
    screen.pressButton(1, true, {});
    EXPECT_EQ(screen.takeReplies(), "\x1b[<0;5;2M");
    screen.feed("\x1b[?1002l");
    EXPECT_EQ(screen.mouse(), TerminalScreen::Mouse::None);
    screen.pressButton(1, false, {});
    EXPECT_TRUE(screen.takeReplies().isEmpty());
}

TEST(TerminalScreen, PutsWideAndCombiningCharactersWhereTheyBelong)
{
    TerminalScreen screen(2, 6);
    screen.feed("e\xcc\x81\xe6\xbc\xa2x");
    EXPECT_EQ(screen.screenLine(0).text(), QStringLiteral("e\u0301\u6f22x"));
    EXPECT_TRUE(styleAt(screen, 0, 1).flags & TerminalStyle::Wide);
    EXPECT_TRUE(styleAt(screen, 0, 2).flags & TerminalStyle::WideTail);
    screen.feed("\x1b[1;3Hy"); // into its second half
    EXPECT_EQ(screen.screenLine(0).text(), QStringLiteral("e\u0301 yx"));
    screen.feed("\x1b[2;6H\xe6\xbc\xa2"); // does not fit any more
    EXPECT_TRUE(screen.screenLine(1).continues);
}

TEST(TerminalScreen, UnderstandsUtf8CutAtEveryByte)
{
    const QByteArray text = QStringLiteral("aä€𝄞 ok漢").toUtf8();
    TerminalScreen whole(2, 20);
    whole.feed(text);
    ASSERT_EQ(shown(whole), QStringList({QStringLiteral("aä€𝄞 ok漢")}));
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        TerminalScreen screen(2, 20);
        screen.feed(QByteArrayView(text).first(cut));
        screen.feed(QByteArrayView(text).sliced(cut));
        EXPECT_EQ(shown(screen), shown(whole)) << "cut at " << cut;
    }
}

TEST(TerminalScreen, ReplacesWhatIsNoUtf8)
{
    TerminalScreen screen(2, 40);
    screen.feed(QByteArrayView("a\xc3(\xe2\x82" "b\xed\xa0\x80" "c\xf4\x90\x80\x80" "d\xff\x80" "e\xc0\xaf"));
    EXPECT_TRUE(screen.screenLine(0).text().startsWith(QStringLiteral("a\ufffd(\ufffdb\ufffd")));
    EXPECT_TRUE(screen.screenLine(0).text().contains(u'e'));
}

TEST(TerminalScreen, LaysLinesOutAnewWhenItsWidthChanges)
{
    TerminalScreen screen(4, 10);
    screen.feed("0123456789abcdefghij\r\nshort\r\n$ ");
    screen.resize(4, 20);
    EXPECT_EQ(shown(screen), QStringList({QStringLiteral("0123456789abcdefghij"), QStringLiteral("short"), QStringLiteral("$ ")}));
    EXPECT_EQ(place(screen), u"2,2");
    screen.feed("x");
    screen.resize(4, 5);
    EXPECT_EQ(past(screen), QStringList({QStringLiteral("01234"), QStringLiteral("56789")}));
    EXPECT_EQ(shown(screen),
              QStringList({QStringLiteral("abcde"), QStringLiteral("fghij"), QStringLiteral("short"), QStringLiteral("$ x")}));
    EXPECT_EQ(place(screen), u"3,3");
    screen.resize(4, 10);
    EXPECT_EQ(past(screen), QStringList());
    EXPECT_EQ(shown(screen),
              QStringList({QStringLiteral("0123456789"), QStringLiteral("abcdefghij"), QStringLiteral("short"), QStringLiteral("$ x")}));
}

TEST(TerminalScreen, ShowsItsHistoryAtEveryWidth)
{
    TerminalScreen screen(2, 10);
    screen.feed("0123456789abcdef\r\nx\r\ny\r\nz");
    EXPECT_EQ(past(screen), QStringList({QStringLiteral("0123456789"), QStringLiteral("abcdef"), QStringLiteral("x")}));
    screen.resize(2, 6);
    EXPECT_EQ(past(screen), QStringList({QStringLiteral("012345"), QStringLiteral("6789ab"), QStringLiteral("cdef"), QStringLiteral("x")}));
    EXPECT_TRUE(screen.line(1).continues);
    screen.resize(6, 20);
    EXPECT_EQ(shown(screen),
              QStringList({QStringLiteral("0123456789abcdef"), QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")}));
    EXPECT_EQ(screen.historyRows(), 0);
}

TEST(TerminalScreen, LosesNothingOverManySizes)
{
    TerminalScreen screen(7, 13);
    QStringList written;
    for (int i = 0; i < 40; ++i) {
        written += QStringLiteral("%1:%2").arg(i).arg(QString(i * 3 % 31, u'x'));
        screen.feed(written.last().toUtf8() + "\r\n");
    }
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        screen.resize(1 + int(random() % 30), 2 + int(random() % 60));
        QString all;
        for (int row = 0; row < screen.historyRows() + screen.rows(); ++row) {
            const auto line = screen.line(row);
            if (row > 0 && !line.continues)
                all += u'\n';
            all += line.text();
        }
        ASSERT_EQ(all.trimmed(), written.join(u'\n')) << screen.rows() << " rows of " << screen.columns();
    }
}

TEST(TerminalScreen, AnswersAndBoundsItsAnswers)
{
    TerminalScreen screen(5, 10);
    screen.feed("\x1b[2;3H\x1b[6n");
    EXPECT_EQ(screen.takeReplies(), "\x1b[2;3R");
    for (int i = 0; i < 1000; ++i)
        screen.feed(QByteArray("\x1b[6n").repeated(1000));
    EXPECT_LE(screen.takeReplies().size(), TerminalScreen::mostReplies);
}

TEST(TerminalScreen, TellsTitlesLinksAndBells)
{
    TerminalScreen screen(2, 20);
    screen.feed("\x1b]0;a title\x07\x07");
    EXPECT_EQ(screen.title(), u"a title");
    const auto changes = screen.takeChanges();
    EXPECT_TRUE(changes.title);
    EXPECT_TRUE(changes.bell);
    screen.feed("\x1b]8;;https://example.org/a b\x1b\\x\x1b]8;;\x1b\\y\x1b]8;;https://example.org/\x1b\\z\x1b]8;;file:///etc/passwd\x1b\\w");
    EXPECT_EQ(styleAt(screen, 0, 0).link, 0);
    EXPECT_EQ(screen.link(styleAt(screen, 0, 2).link), u"https://example.org/");
    EXPECT_EQ(styleAt(screen, 0, 3).link, 0);
    EXPECT_EQ(screen.link(99), QString());
}

TEST(TerminalScreen, SendsKeysAsProgramsExpectThem)
{
    TerminalScreen screen(5, 10);
    const auto sends = [&](TerminalKey key, Qt::KeyboardModifiers modifiers = {}) {
        screen.press(key, modifiers);
        return screen.takeReplies();
    };
    EXPECT_EQ(sends(TerminalKey::Enter), "\r");
    EXPECT_EQ(sends(TerminalKey::Enter, Qt::ShiftModifier), "\r");
    EXPECT_EQ(sends(TerminalKey::Tab, Qt::ShiftModifier), "\x1b[Z");
    EXPECT_EQ(sends(TerminalKey::Backspace), "\x7f");
    EXPECT_EQ(sends(TerminalKey::Up), "\x1b[A");
    EXPECT_EQ(sends(TerminalKey::Up, Qt::ControlModifier), "\x1b[1;5A");
    EXPECT_EQ(sends(TerminalKey::F1), "\x1bOP");
    EXPECT_EQ(sends(TerminalKey::F12), "\x1b[24~");
    EXPECT_EQ(sends(TerminalKey::PageDown), "\x1b[6~");
    screen.feed("\x1b[?1h");
    EXPECT_EQ(sends(TerminalKey::Up), "\x1bOA") << "application cursor mode";
    const auto types = [&](const char *text, Qt::KeyboardModifiers modifiers = {}) {
        screen.type(QString::fromUtf8(text), modifiers);
        return screen.takeReplies();
    };
    EXPECT_EQ(types("ä"), "ä");
    EXPECT_EQ(types("c", Qt::ControlModifier), "\x03");
    EXPECT_EQ(types("[", Qt::ControlModifier), "\x1b");
    EXPECT_EQ(types(" ", Qt::ControlModifier), QByteArray("\0", 1));
    EXPECT_EQ(types("x", Qt::AltModifier), "\x1bx");
}

TEST(TerminalScreen, PastesInBracketsWhereAskedAndLetsNothingOutOfThem)
{
    TerminalScreen screen(5, 10);
    screen.paste(QStringLiteral("a\r\nb\n\tc\x1b[201~d\x03"));
    EXPECT_EQ(screen.takeReplies(), "a\rb\r\tc[201~d");
    screen.feed("\x1b[?2004h");
    screen.paste(QStringLiteral("x"));
    EXPECT_EQ(screen.takeReplies(), "\x1b[200~x\x1b[201~");
    EXPECT_FALSE(screen.paste(QString(TerminalScreen::mostReplies, u'x')));
    EXPECT_EQ(screen.takeReplies(), "") << "all of it or nothing";
}

TEST(TerminalScreen, BoundsItsHistory)
{
    TerminalScreen screen(2, 80);
    screen.setHistoryLimit(100);
    const auto line = QByteArray(79, 'x') + "\r\n";
    for (int i = 0; i < 5000; ++i)
        screen.feed(line);
    EXPECT_EQ(screen.historyRows(), 100);
    EXPECT_EQ(screen.droppedRows(), 5000 + 1 - 2 - 100);
    screen.feed("\x1b[3J");
    EXPECT_EQ(screen.historyRows(), 0);
    screen.setHistoryLimit(0);
    for (int i = 0; i < 10; ++i)
        screen.feed(line);
    EXPECT_EQ(screen.historyRows(), 0);
}

TEST(TerminalScreen, ClearsAllButTheRowOfTheCursor)
{
    TerminalScreen screen(3, 10);
    screen.feed("a\r\nb\r\nc\r\nd\r\nroot$ ");
    screen.clear();
    EXPECT_EQ(shown(screen), QStringList({QStringLiteral("root$ ")}));
    EXPECT_EQ(screen.historyRows(), 0);
    EXPECT_EQ(place(screen), u"0,6");
}

TEST(TerminalScreen, ComesBackFromAGuestThatLeftItInAMess)
{
    TerminalScreen screen(3, 10);
    screen.feed("\x1b[?1049h\x1b[?1003h\x1b[?5h\x1b[31m\x1b(0qqq\x1b]0;endless");
    screen.reset();
    screen.feed("q");
    EXPECT_FALSE(screen.isAlternate());
    EXPECT_FALSE(screen.isReversed());
    EXPECT_EQ(screen.mouse(), TerminalScreen::Mouse::None);
    EXPECT_EQ(shown(screen), QStringList({QStringLiteral("q")}));
    EXPECT_EQ(styleAt(screen, 0, 0), TerminalStyle());
}

// What a hostile guest would write. That it ends, and is still a terminal, is the test; sanitizers see the rest.
class HostileGuest : public testing::TestWithParam<QByteArray> {};

TEST_P(HostileGuest, CannotBreakTheTerminal)
{
    TerminalScreen screen(24, 80);
    screen.setHistoryLimit(200);
    screen.feed(GetParam());
    screen.resize(3, 7);
    screen.feed("\n\n\n\x1b" "8x\n\n");
    screen.feed(GetParam());
    screen.resize(50, 200);
    screen.feed("\x18\x1b\\\x1b" "c\x1b[2Jstill here");
    EXPECT_EQ(shown(screen), QStringList({QStringLiteral("still here")}));
    EXPECT_LE(screen.historyRows(), 200 + 50);
}

INSTANTIATE_TEST_SUITE_P(Terminal, HostileGuest, testing::Values(
    QByteArray("\x1b[5b"),                                   // repeats nothing
    QByteArray("\x1b[999999999999999999999999b"),
    QByteArray("\xcc\x81\x1b[9999999b"),                     // repeats what has no width
    QByteArray("\x1b[") + QByteArray("1;").repeated(100000) + "m",
    QByteArray("\x1b[") + QByteArray(100000, ';') + "H",
    QByteArray("\x1b[") + QByteArray(100000, '9') + "C",
    QByteArray("\x1b[-5;-5H\x1b[99999;99999H\x1b[99999@\x1b[99999P\x1b[99999L\x1b[99999M\x1b[99999X\x1b[99999S\x1b[99999T"),
    QByteArray("\x1b]0;") + QByteArray(1000000, 'a'),        // never ends
    QByteArray("\x1bP") + QByteArray(1000000, 'q'),
    QByteArray("\x1b_") + QByteArray(1000000, 'G'),
    QByteArray("a") + QByteArray("\xcc\x81").repeated(200000), // one character with very many marks
    QByteArray("\x1b[20;24r\x1b[24;1H\x1b" "7"),             // margins and a place that a smaller screen lacks
    QByteArray("\x1b[?69h\x1b[70;80s\x1b[24;75H\n\n\x1b[5P\x1b[5@"),
    QByteArray("\x1b[?6h\x1b[10;20r\x1b[99;99H\x1b" "7"),
    QByteArray("\x1b#8\x1b#3\x1b#6\x1b G\x1b[c\x1b[>c"),
    QByteArray("\x1b[?1049h\x1b[?1049h\x1b[?47l\x1b[?1048l\x1b[u\x1b[s"),
    QByteArray("\xf0\x9f\x98").repeated(1000),
    QByteArray("\xe6\xbc\xa2").repeated(50000),              // one endless line of wide characters
    QByteArray(500000, 'x')));

TEST(TerminalScreen, SurvivesWhatDiceWrite)
{
    static const QByteArrayList words{"\x1b[", "\x1b]", "\x1b", ";", "?", ":", "m", "H", "r", "s", "u", "h", "l", "J", "K", "L", "M", "P",
                                      "@", "S", "T", "X", "b", "\xcc\x81", "\xe6\xbc\xa2", "\r", "\n", "\t", "\b", "1049", "69", "7", "8",
                                      "99999", "0", "12", "text", "\x0e", "\x0f", "\x07", "\x18", "\xff", "#8", "(0", "6n", "\x1b" "M", "D"};
    std::mt19937 random(42);
    for (int round = 0; round < 300; ++round) {
        TerminalScreen screen(1 + int(random() % 30), 2 + int(random() % 90));
        screen.setHistoryLimit(int(random() % 300));
        for (int piece = 0; piece < 20; ++piece) {
            QByteArray bytes;
            for (int i = 0; i < 60; ++i)
                bytes += words[qsizetype(random() % size_t(words.size()))];
            screen.feed(bytes);
            if (random() % 3 == 0)
                screen.resize(1 + int(random() % 60), 2 + int(random() % 120));
            const int column = screen.cursor().column, row = screen.cursor().row;
            ASSERT_TRUE(row >= 0 && row < screen.rows() && column >= 0 && column < screen.columns());
            for (int each = 0; each < screen.historyRows() + screen.rows(); each += 7)
                ASSERT_LE(int(screen.line(each).cells.size()), screen.columns());
        }
        screen.takeReplies();
    }
}
