// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/keymap.h"

#include <QKeyEvent>
#include <QSet>

#include <gtest/gtest.h>

#include <linux/input-event-codes.h>

namespace {

ConsoleKey x11(int qtKey, quint32 evdev, quint32 keysym, const QString &text = {})
{
    const QKeyEvent event(QEvent::KeyPress, qtKey, Qt::NoModifier, evdev + 8, keysym, 0, text);
    return keymap::fromEvent(event, keymap::Source::X11);
}

ConsoleKey bare(int qtKey, const QString &text = {}, Qt::KeyboardModifiers modifiers = {})
{
    const QKeyEvent event(QEvent::KeyPress, qtKey, modifiers, text);
    return keymap::fromEvent(event, keymap::Source::Other);
}

} // namespace

TEST(Keymap, TakesThePlaceFromTheNativeCodeWhateverTheLayout)
{
    // The key right of Tab: q on a US keyboard, a on a French one.
    EXPECT_EQ(x11(Qt::Key_Q, KEY_Q, 'q').evdev, quint32(KEY_Q));
    const ConsoleKey french = x11(Qt::Key_A, KEY_Q, 'a');
    EXPECT_EQ(french.evdev, quint32(KEY_Q));
    EXPECT_EQ(french.keysym, quint32('a'));
    // Y and Z change places on a German one.
    const ConsoleKey german = x11(Qt::Key_Z, KEY_Y, 'z');
    EXPECT_EQ(keymap::scanCode(german.evdev), 0x15u);
    EXPECT_EQ(german.keysym, quint32('z'));
    EXPECT_EQ(x11(Qt::Key_Odiaeresis, KEY_SEMICOLON, 0xf6).evdev, quint32(KEY_SEMICOLON));
}

TEST(Keymap, MapsReturnFromTheKeyAndNotFromItsText)
{
    const ConsoleKey key = bare(Qt::Key_Return, QStringLiteral("\r"));
    EXPECT_EQ(key.evdev, quint32(KEY_ENTER));
    EXPECT_EQ(key.keysym, 0xff0du);
}

TEST(Keymap, FallsBackToAUsKeyboardWithoutNativeCodes)
{
    const ConsoleKey lower = bare(Qt::Key_A, QStringLiteral("a"));
    EXPECT_EQ(lower.evdev, quint32(KEY_A));
    EXPECT_EQ(lower.keysym, quint32('a'));
    const ConsoleKey upper = bare(Qt::Key_A, QStringLiteral("A"), Qt::ShiftModifier);
    EXPECT_EQ(upper.keysym, quint32('A'));
    EXPECT_EQ(bare(Qt::Key_Exclam, QStringLiteral("!"), Qt::ShiftModifier).evdev, quint32(KEY_1));
    const ConsoleKey control = bare(Qt::Key_C, QStringLiteral("\x03"), Qt::ControlModifier);
    EXPECT_EQ(control.evdev, quint32(KEY_C));
    EXPECT_EQ(control.keysym, quint32('c'));
}

TEST(Keymap, TellsTheKeypadFromTheRestWithoutNativeCodes)
{
    EXPECT_EQ(bare(Qt::Key_5, QStringLiteral("5"), Qt::KeypadModifier).evdev, quint32(KEY_KP5));
    EXPECT_EQ(bare(Qt::Key_5, QStringLiteral("5")).evdev, quint32(KEY_5));
    EXPECT_EQ(bare(Qt::Key_Enter, {}, Qt::KeypadModifier).evdev, quint32(KEY_KPENTER));
}

TEST(Keymap, SendsCharactersBeyondLatin1AsUnicodeKeysyms)
{
    EXPECT_EQ(bare(Qt::Key_unknown, QStringLiteral("ж")).keysym, 0x01000436u);
    EXPECT_EQ(bare(Qt::Key_unknown, QStringLiteral("é")).keysym, 0xe9u);
}

TEST(Keymap, KnowsTheScanCodesOfExtendedKeys)
{
    EXPECT_EQ(keymap::scanCode(KEY_ESC), 0x01u);
    EXPECT_EQ(keymap::scanCode(KEY_A), 0x1eu);
    EXPECT_EQ(keymap::scanCode(KEY_F11), 0x57u);
    EXPECT_EQ(keymap::scanCode(KEY_102ND), 0x56u);
    EXPECT_EQ(keymap::scanCode(KEY_RIGHTCTRL), 0x9du);
    EXPECT_EQ(keymap::scanCode(KEY_RIGHTALT), 0xb8u);
    EXPECT_EQ(keymap::scanCode(KEY_DELETE), 0xd3u);
    EXPECT_EQ(keymap::scanCode(KEY_LEFTMETA), 0xdbu);
    EXPECT_EQ(keymap::scanCode(KEY_PAUSE), 0xc6u);
    EXPECT_EQ(keymap::scanCode(0), 0u);
    EXPECT_EQ(keymap::scanCode(10000), 0u);
}

TEST(Keymap, GivesNoScanCodeToTwoKeys)
{
    QSet<quint32> seen;
    for (quint32 key = 1; key < 256; ++key) {
        const quint32 code = keymap::scanCode(key);
        if (code == 0)
            continue;
        EXPECT_FALSE(seen.contains(code)) << "evdev " << key << " shares " << code;
        seen.insert(code);
    }
    EXPECT_GT(seen.size(), 120);
}

TEST(Keymap, FindsThePlaceOfNamedKeysymsOnly)
{
    EXPECT_EQ(keymap::fromKeysym(0xffe3).evdev, quint32(KEY_LEFTCTRL));
    EXPECT_EQ(keymap::fromKeysym(0xffff).evdev, quint32(KEY_DELETE));
    EXPECT_EQ(keymap::fromKeysym(0xffc9).evdev, quint32(KEY_F12));
    EXPECT_EQ(keymap::fromKeysym('z').evdev, 0u);
    EXPECT_TRUE(keymap::fromKeysym('z').down);
}
