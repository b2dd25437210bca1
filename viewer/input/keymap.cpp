// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/keymap.h"

#include <QGuiApplication>
#include <QHash>
#include <QKeyEvent>

#include <linux/input-event-codes.h>

namespace {

struct Named {
    int qtKey;
    quint32 keysym;
    quint32 evdev;
    bool keypad = false;
};

// Keys that have a name rather than a character.
constexpr Named named[] = {
    {Qt::Key_Escape, 0xff1b, KEY_ESC},         {Qt::Key_Tab, 0xff09, KEY_TAB},
    {Qt::Key_Backtab, 0xff09, KEY_TAB},        {Qt::Key_Backspace, 0xff08, KEY_BACKSPACE},
    {Qt::Key_Return, 0xff0d, KEY_ENTER},       {Qt::Key_Enter, 0xff8d, KEY_KPENTER},
    {Qt::Key_Insert, 0xff63, KEY_INSERT},      {Qt::Key_Delete, 0xffff, KEY_DELETE},
    {Qt::Key_Pause, 0xff13, KEY_PAUSE},        {Qt::Key_Print, 0xff61, KEY_SYSRQ},
    {Qt::Key_SysReq, 0xff15, KEY_SYSRQ},       {Qt::Key_Home, 0xff50, KEY_HOME},
    {Qt::Key_End, 0xff57, KEY_END},            {Qt::Key_Left, 0xff51, KEY_LEFT},
    {Qt::Key_Up, 0xff52, KEY_UP},              {Qt::Key_Right, 0xff53, KEY_RIGHT},
    {Qt::Key_Down, 0xff54, KEY_DOWN},          {Qt::Key_PageUp, 0xff55, KEY_PAGEUP},
    {Qt::Key_PageDown, 0xff56, KEY_PAGEDOWN},  {Qt::Key_Shift, 0xffe1, KEY_LEFTSHIFT},
    {Qt::Key_Control, 0xffe3, KEY_LEFTCTRL},   {Qt::Key_Meta, 0xffeb, KEY_LEFTMETA},
    {Qt::Key_Alt, 0xffe9, KEY_LEFTALT},        {Qt::Key_AltGr, 0xfe03, KEY_RIGHTALT},
    {Qt::Key_CapsLock, 0xffe5, KEY_CAPSLOCK},  {Qt::Key_NumLock, 0xff7f, KEY_NUMLOCK},
    {Qt::Key_ScrollLock, 0xff14, KEY_SCROLLLOCK}, {Qt::Key_Super_L, 0xffeb, KEY_LEFTMETA},
    {Qt::Key_Super_R, 0xffec, KEY_RIGHTMETA},  {Qt::Key_Menu, 0xff67, KEY_COMPOSE},
    {Qt::Key_Help, 0xff6a, KEY_HELP},          {Qt::Key_F1, 0xffbe, KEY_F1},
    {Qt::Key_F2, 0xffbf, KEY_F2},              {Qt::Key_F3, 0xffc0, KEY_F3},
    {Qt::Key_F4, 0xffc1, KEY_F4},              {Qt::Key_F5, 0xffc2, KEY_F5},
    {Qt::Key_F6, 0xffc3, KEY_F6},              {Qt::Key_F7, 0xffc4, KEY_F7},
    {Qt::Key_F8, 0xffc5, KEY_F8},              {Qt::Key_F9, 0xffc6, KEY_F9},
    {Qt::Key_F10, 0xffc7, KEY_F10},            {Qt::Key_F11, 0xffc8, KEY_F11},
    {Qt::Key_F12, 0xffc9, KEY_F12},            {0, 0xffe2, KEY_RIGHTSHIFT},
    {0, 0xffe4, KEY_RIGHTCTRL},                {0, 0xffea, KEY_RIGHTALT},
    {0, 0xffe7, KEY_LEFTMETA},                 {0, 0xffe8, KEY_RIGHTMETA},
    {Qt::Key_0, 0xffb0, KEY_KP0, true},        {Qt::Key_1, 0xffb1, KEY_KP1, true},
    {Qt::Key_2, 0xffb2, KEY_KP2, true},        {Qt::Key_3, 0xffb3, KEY_KP3, true},
    {Qt::Key_4, 0xffb4, KEY_KP4, true},        {Qt::Key_5, 0xffb5, KEY_KP5, true},
    {Qt::Key_6, 0xffb6, KEY_KP6, true},        {Qt::Key_7, 0xffb7, KEY_KP7, true},
    {Qt::Key_8, 0xffb8, KEY_KP8, true},        {Qt::Key_9, 0xffb9, KEY_KP9, true},
    {Qt::Key_Plus, 0xffab, KEY_KPPLUS, true},  {Qt::Key_Minus, 0xffad, KEY_KPMINUS, true},
    {Qt::Key_Asterisk, 0xffaa, KEY_KPASTERISK, true}, {Qt::Key_Slash, 0xffaf, KEY_KPSLASH, true},
    {Qt::Key_Period, 0xffae, KEY_KPDOT, true}, {Qt::Key_Enter, 0xff8d, KEY_KPENTER, true},
};

// Rows of a US keyboard: where its characters sit, without and with Shift.
struct Row {
    quint32 first;
    const char *plain;
    const char *shifted;
};
constexpr Row rows[] = {
    {KEY_1, "1234567890-=", "!@#$%^&*()_+"},
    {KEY_Q, "qwertyuiop[]", "QWERTYUIOP{}"},
    {KEY_A, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
    {KEY_BACKSLASH, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
    {KEY_SPACE, " ", " "},
};

quint32 usPlaceOf(char16_t character)
{
    for (const Row &row : rows) {
        for (quint32 i = 0; row.plain[i]; ++i) {
            if (char16_t(row.plain[i]) == character || char16_t(row.shifted[i]) == character)
                return row.first + i;
        }
    }
    return 0;
}

ConsoleKey fromNameOrText(const QKeyEvent &event)
{
    ConsoleKey key;
    const bool keypad = event.modifiers() & Qt::KeypadModifier;
    for (const Named &each : named) {
        if (each.qtKey == event.key() && each.qtKey != 0 && each.keypad == keypad)
            return {each.evdev, each.keysym, false};
    }
    for (const Named &each : named) {
        if (each.qtKey == event.key() && each.qtKey != 0 && !each.keypad)
            return {each.evdev, each.keysym, false};
    }
    if (event.key() > 0 && event.key() <= 0xffff)
        key.evdev = usPlaceOf(char16_t(event.key()));
    const auto text = event.text().toUcs4();
    if (!text.isEmpty())
        key.keysym = keymap::keysymOf(text.front());
    // With Ctrl the text is a control character: the key alone says what was meant.
    if (key.keysym == 0 && event.key() > 0 && event.key() <= 0xffff) {
        const QChar character(char16_t(event.key()));
        const bool shifted = event.modifiers() & Qt::ShiftModifier;
        key.keysym = keymap::keysymOf((shifted ? character : character.toLower()).unicode());
    }
    return key;
}

} // namespace

keymap::Source keymap::platformSource()
{
    static const Source source = [] {
        const QString platform = QGuiApplication::platformName();
        return platform == QLatin1String("xcb") || platform.startsWith(QLatin1String("wayland")) ? Source::X11
                                                                                                 : Source::Other;
    }();
    return source;
}

ConsoleKey keymap::fromEvent(const QKeyEvent &event, Source source)
{
    constexpr quint32 x11Offset = 8;
    ConsoleKey key = fromNameOrText(event);
    if (source == Source::X11 && event.nativeScanCode() > x11Offset) {
        key.evdev = event.nativeScanCode() - x11Offset;
        if (event.nativeVirtualKey() != 0)
            key.keysym = event.nativeVirtualKey();
    }
    key.down = event.type() == QEvent::KeyPress;
    return key;
}

// X11 numbers characters of Latin-1 as they are, and all others from 0x01000000 on.
quint32 keymap::keysymOf(char32_t character)
{
    const bool latin1 = (character >= 0x20 && character <= 0x7e) || (character >= 0xa0 && character <= 0xff);
    return latin1 ? quint32(character) : character >= 0x100 ? 0x01000000u | quint32(character) : 0;
}

ConsoleKey keymap::fromKeysym(quint32 keysym)
{
    for (const Named &each : named) {
        if (each.keysym == keysym)
            return {each.evdev, keysym, true};
    }
    return {0, keysym, true};
}

Qt::KeyboardModifier keymap::modifierOf(const ConsoleKey &key)
{
    switch (key.evdev) {
    case KEY_LEFTCTRL:
    case KEY_RIGHTCTRL:
        return Qt::ControlModifier;
    case KEY_LEFTALT:
    case KEY_RIGHTALT:
        return Qt::AltModifier;
    case KEY_LEFTSHIFT:
    case KEY_RIGHTSHIFT:
        return Qt::ShiftModifier;
    case KEY_LEFTMETA:
    case KEY_RIGHTMETA:
        return Qt::MetaModifier;
    default:
        return Qt::NoModifier;
    }
}
