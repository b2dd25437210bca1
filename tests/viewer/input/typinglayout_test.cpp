// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/typinglayout.h"

#include <gtest/gtest.h>

#include <linux/input-event-codes.h>

namespace {
KeyStroke only(const char *layout, char32_t character)
{
    const auto strokes = TypingLayout::named(QLatin1StringView(layout)).strokesFor(character);
    return strokes && strokes->size() == 1 ? strokes->first() : KeyStroke{};
}
} // namespace

TEST(TypingLayout, TypesAllOfAsciiOnEveryKeyboard)
{
    for (const auto &layout : TypingLayout::all()) {
        for (char32_t character = 0x20; character < 0x7f; ++character) {
            const auto strokes = layout.strokesFor(character);
            ASSERT_TRUE(strokes) << layout.id().toStdString() << ' ' << int(character);
            for (const auto &stroke : *strokes)
                EXPECT_NE(stroke.evdev, 0u) << layout.id().toStdString() << ' ' << int(character);
        }
    }
}

TEST(TypingLayout, KnowsWhereLettersChangePlaces)
{
    EXPECT_EQ(only("us", U'z'), (KeyStroke{KEY_Z, U'z', false, false}));
    EXPECT_EQ(only("de", U'z'), (KeyStroke{KEY_Y, U'z', false, false}));
    EXPECT_EQ(only("de", U'Y'), (KeyStroke{KEY_Z, U'Y', true, false}));
    EXPECT_EQ(only("fr", U'a'), (KeyStroke{KEY_Q, U'a', false, false}));
    EXPECT_EQ(only("fr", U'1'), (KeyStroke{KEY_1, U'1', true, false}));
    EXPECT_EQ(only("fr", U'm'), (KeyStroke{KEY_SEMICOLON, U'm', false, false}));
    EXPECT_EQ(only("gb", U'"'), (KeyStroke{KEY_2, U'"', true, false}));
    EXPECT_EQ(only("es", U'ñ'), (KeyStroke{KEY_SEMICOLON, U'ñ', false, false}));
}

TEST(TypingLayout, HoldsAltGrForTheThirdCharacterOfAKey)
{
    EXPECT_EQ(only("de", U'@'), (KeyStroke{KEY_Q, U'@', false, true}));
    EXPECT_EQ(only("de", U'|'), (KeyStroke{KEY_102ND, U'|', false, true}));
    EXPECT_EQ(only("fr", U'@'), (KeyStroke{KEY_0, U'@', false, true}));
    EXPECT_EQ(only("es", U'{'), (KeyStroke{KEY_APOSTROPHE, U'{', false, true}));
    EXPECT_EQ(only("de", U'€'), (KeyStroke{KEY_E, 0x10020ac, false, true}));
}

TEST(TypingLayout, TypesAccentsByDeadKeys)
{
    const auto &german = TypingLayout::named(QStringLiteral("de"));
    EXPECT_EQ(german.strokesFor(U'^'), (QList<KeyStroke>{{KEY_GRAVE, 0xfe52, false, false}, {KEY_SPACE, U' ', false, false}}));
    EXPECT_EQ(german.strokesFor(U'é'), (QList<KeyStroke>{{KEY_EQUAL, 0xfe51, false, false}, {KEY_E, U'e', false, false}}));
    EXPECT_EQ(german.strokesFor(U'À'), (QList<KeyStroke>{{KEY_EQUAL, 0xfe50, true, false}, {KEY_A, U'A', true, false}}));
    EXPECT_EQ(TypingLayout::named(QStringLiteral("fr")).strokesFor(U'ë'),
              (QList<KeyStroke>{{KEY_LEFTBRACE, 0xfe57, true, false}, {KEY_E, U'e', false, false}}));
}

TEST(TypingLayout, NamesWhatCannotBeTyped)
{
    EXPECT_EQ(TypingLayout::named(QStringLiteral("us")).missingOf(QStringLiteral("Größe 5€ ß")), u"öß€");
    EXPECT_EQ(TypingLayout::named(QStringLiteral("de")).missingOf(QStringLiteral("Größe 5€ 漢")), u"漢");
    EXPECT_EQ(TypingLayout::named(QStringLiteral("us")).missingOf(QStringLiteral("plain\ttext\n")), u"");
}

TEST(TypingLayout, EndsEveryLineOnce)
{
    const auto strokes = TypingLayout::named(QStringLiteral("us")).strokesFor(QStringLiteral("a\r\nb\rc\n"));
    ASSERT_EQ(strokes.size(), 6);
    for (const int line : {1, 3, 5})
        EXPECT_EQ(strokes.at(line), (QList<KeyStroke>{{KEY_ENTER, 0xff0d, false, false}}));
}

TEST(TypingLayout, PutsLettersTogetherThatArriveInParts)
{
    const auto whole = QStringLiteral("ü");
    EXPECT_EQ(TypingLayout::named(QStringLiteral("de")).strokesFor(whole.normalized(QString::NormalizationForm_D)).size(), 1);
}
