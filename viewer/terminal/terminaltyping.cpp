// SPDX-License-Identifier: GPL-3.0-or-later
// Of TerminalScreen: what keys, pointer and paste send to the guest.
#include "viewer/terminal/terminalscreen_p.h"

#include <QList>

#include <array>

namespace {
VTermModifier modifiersOf(Qt::KeyboardModifiers given)
{
    int result = VTERM_MOD_NONE;
    result |= given & Qt::ShiftModifier ? VTERM_MOD_SHIFT : 0;
    result |= given & Qt::AltModifier ? VTERM_MOD_ALT : 0;
    result |= given & Qt::ControlModifier ? VTERM_MOD_CTRL : 0;
    return VTermModifier(result);
}

VTermKey keyOf(TerminalKey key)
{
    static constexpr std::array plain{VTERM_KEY_ENTER, VTERM_KEY_TAB, VTERM_KEY_BACKSPACE, VTERM_KEY_ESCAPE, VTERM_KEY_UP,
                                      VTERM_KEY_DOWN, VTERM_KEY_LEFT, VTERM_KEY_RIGHT, VTERM_KEY_INS, VTERM_KEY_DEL,
                                      VTERM_KEY_HOME, VTERM_KEY_END, VTERM_KEY_PAGEUP, VTERM_KEY_PAGEDOWN};
    const auto number = size_t(key);
    if (number < plain.size())
        return plain[number];
    return VTermKey(VTERM_KEY_FUNCTION(1 + int(key) - int(TerminalKey::F1)));
}

/// What Ctrl makes of a character, as terminals have always had it; 0 for none that is known.
char controlOf(char32_t code)
{
    if (code >= U'a' && code <= U'z')
        return char(code - U'a' + 1);
    if (code >= U'@' && code <= U'_')
        return char(code - U'@');
    switch (code) {
    case U'2': return '\0';
    case U'3': return '\x1b';
    case U'4': return '\x1c';
    case U'5': return '\x1d';
    case U'6': return '\x1e';
    case U'7':
    case U'/':
    case U'-': return '\x1f';
    case U'8':
    case U'?': return '\x7f';
    default: return '\0';
    }
}

bool hasControl(char32_t code)
{
    return code == U' ' || code == U'@' || code == U'2' || controlOf(code) != '\0';
}
} // namespace

void TerminalScreen::press(TerminalKey key, Qt::KeyboardModifiers modifiers)
{
    // Libvterm would tell Shift+Return from Return, in a way that shells do not know.
    if (key == TerminalKey::Enter || key == TerminalKey::Escape)
        modifiers &= Qt::AltModifier;
    if (key == TerminalKey::Tab)
        modifiers &= Qt::AltModifier | Qt::ShiftModifier;
    if (key == TerminalKey::Backspace) {
        if (modifiers & Qt::AltModifier)
            d->reply("\x1b");
        d->reply(modifiers & Qt::ControlModifier ? "\x08" : "\x7f");
        return;
    }
    vterm_keyboard_key(d->term, keyOf(key), modifiersOf(modifiers));
}

void TerminalScreen::type(const QString &text, Qt::KeyboardModifiers modifiers)
{
    QByteArray bytes;
    const auto codes = text.toUcs4();
    for (const auto code : codes) {
        if (modifiers & Qt::AltModifier)
            bytes += '\x1b';
        if (modifiers & Qt::ControlModifier && hasControl(code))
            bytes += code == U' ' ? '\0' : controlOf(code);
        else
            bytes += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1).toUtf8();
    }
    d->reply(bytes);
}

bool TerminalScreen::paste(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        const bool lineEnd = c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        if (lineEnd) {
            if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n')
                ++i;
            clean += u'\r';
        } else if (c == u'\t' || c.category() != QChar::Other_Control) {
            clean += c;
        }
    }
    const auto bytes = clean.toUtf8();
    constexpr qsizetype brackets = 16;
    if (d->replies.size() + bytes.size() + brackets > mostReplies)
        return false;
    vterm_keyboard_start_paste(d->term);
    d->reply(bytes);
    vterm_keyboard_end_paste(d->term);
    return true;
}

void TerminalScreen::movePointer(int row, int column, Qt::KeyboardModifiers modifiers)
{
    if (d->mouse != Mouse::None)
        vterm_mouse_move(d->term, row, column, modifiersOf(modifiers));
}

void TerminalScreen::pressButton(int button, bool down, Qt::KeyboardModifiers modifiers)
{
    if (d->mouse != Mouse::None)
        vterm_mouse_button(d->term, button, down, modifiersOf(modifiers));
}

void TerminalScreen::setFocused(bool focused)
{
    focused ? vterm_state_focus_in(d->state) : vterm_state_focus_out(d->state);
}
