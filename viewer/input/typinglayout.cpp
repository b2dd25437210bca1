// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/typinglayout.h"

#include "viewer/input/keymap.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <linux/input-event-codes.h>

namespace {

// The characters of a keyboard's places in this order. A space stands for nothing.
constexpr std::array<quint32, 48> places = [] {
    std::array<quint32, 48> all{KEY_GRAVE};
    std::size_t next = 1;
    const auto row = [&](quint32 first, quint32 last) {
        for (quint32 key = first; key <= last; ++key)
            all[next++] = key;
    };
    row(KEY_1, KEY_EQUAL);
    row(KEY_Q, KEY_RIGHTBRACE);
    row(KEY_A, KEY_APOSTROPHE);
    all[next++] = KEY_BACKSLASH;
    all[next++] = KEY_102ND;
    row(KEY_Z, KEY_SLASH);
    return all;
}();

struct ThirdCharacter {
    char32_t character;
    quint32 evdev; ///< pressed with AltGr
};

struct DeadKey {
    char32_t accent; ///< as it stands alone
    quint32 evdev;
    bool shift;
};

/// An accent alone, and the mark that Unicode parts from a letter.
struct Accent {
    char32_t alone;
    char32_t combining;
    quint32 deadKeysym;
};
constexpr Accent accents[] = {
    {U'`', 0x300, 0xfe50}, {U'´', 0x301, 0xfe51}, {U'^', 0x302, 0xfe52}, {U'~', 0x303, 0xfe53}, {U'¨', 0x308, 0xfe57},
};

} // namespace

struct TypingLayout::Table {
    // Grave, digits, upper row, middle row, backslash, the key beside left Shift, lower row.
    std::u32string_view plain;
    std::u32string_view shifted;
    std::array<ThirdCharacter, 14> thirds{};
    std::array<DeadKey, 4> dead{};
};

const QList<TypingLayout> &TypingLayout::all()
{
    static constexpr Table us{U"`1234567890-=qwertyuiop[]asdfghjkl;'\\ zxcvbnm,./",
                              U"~!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"| ZXCVBNM<>?"};
    static constexpr Table german{U" 1234567890ß qwertzuiopü+asdfghjklöä#<yxcvbnm,.-",
                                  U"°!\"§$%&/()=? QWERTZUIOPÜ*ASDFGHJKLÖÄ'>YXCVBNM;:_",
                                  {{{U'²', KEY_2}, {U'³', KEY_3}, {U'{', KEY_7}, {U'[', KEY_8}, {U']', KEY_9}, {U'}', KEY_0}, {U'\\', KEY_MINUS},
                                    {U'@', KEY_Q}, {U'€', KEY_E}, {U'~', KEY_RIGHTBRACE}, {U'|', KEY_102ND}, {U'µ', KEY_M}}},
                                  {{{U'^', KEY_GRAVE, false}, {U'´', KEY_EQUAL, false}, {U'`', KEY_EQUAL, true}}}};
    static constexpr Table french{U"²&é\"'(-è_çà)=azertyuiop $qsdfghjklmù*<wxcvbn,;:!",
                                  U" 1234567890°+AZERTYUIOP £QSDFGHJKLM%µ>WXCVBN?./§",
                                  {{{U'~', KEY_2}, {U'#', KEY_3}, {U'{', KEY_4}, {U'[', KEY_5}, {U'|', KEY_6}, {U'`', KEY_7}, {U'\\', KEY_8},
                                    {U'^', KEY_9}, {U'@', KEY_0}, {U']', KEY_MINUS}, {U'}', KEY_EQUAL}, {U'€', KEY_E}, {U'¤', KEY_RIGHTBRACE}}},
                                  {{{U'^', KEY_LEFTBRACE, false}, {U'¨', KEY_LEFTBRACE, true}}}};
    static constexpr Table british{U"`1234567890-=qwertyuiop[]asdfghjkl;'#\\zxcvbnm,./",
                                   U"¬!\"£$%^&*()_+QWERTYUIOP{}ASDFGHJKL:@~|ZXCVBNM<>?", {{{U'€', KEY_4}}}};
    static constexpr Table spanish{U"º1234567890'¡qwertyuiop +asdfghjklñ ç<zxcvbnm,.-",
                                   U"ª!\"·$%&/()=?¿QWERTYUIOP *ASDFGHJKLÑ Ç>ZXCVBNM;:_",
                                   {{{U'\\', KEY_GRAVE}, {U'|', KEY_1}, {U'@', KEY_2}, {U'#', KEY_3}, {U'~', KEY_4}, {U'¬', KEY_6}, {U'€', KEY_E},
                                     {U'[', KEY_LEFTBRACE}, {U']', KEY_RIGHTBRACE}, {U'{', KEY_APOSTROPHE}, {U'}', KEY_BACKSLASH}}},
                                   {{{U'`', KEY_LEFTBRACE, false}, {U'^', KEY_LEFTBRACE, true},
                                     {U'´', KEY_APOSTROPHE, false}, {U'¨', KEY_APOSTROPHE, true}}}};
    static constexpr Table italian{U"\\1234567890'ìqwertyuiopè+asdfghjklòàù<zxcvbnm,.-",
                                   U"|!\"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§>ZXCVBNM;:_",
                                   {{{U'{', KEY_7}, {U'}', KEY_0}, {U'`', KEY_MINUS}, {U'~', KEY_EQUAL}, {U'€', KEY_E}, {U'[', KEY_LEFTBRACE},
                                     {U']', KEY_RIGHTBRACE}, {U'@', KEY_SEMICOLON}, {U'#', KEY_APOSTROPHE}}}};
    static const QList<TypingLayout> layouts{{"us", us}, {"de", german}, {"fr", french}, {"gb", british}, {"es", spanish}, {"it", italian}};
    return layouts;
}

const TypingLayout &TypingLayout::named(const QString &id)
{
    const auto &layouts = all();
    const auto found = std::find_if(layouts.begin(), layouts.end(), [&id](const TypingLayout &each) { return each.id() == id; });
    return found == layouts.end() ? layouts.first() : *found;
}

std::optional<KeyStroke> TypingLayout::keyFor(char32_t character) const
{
    if (character == U' ')
        return KeyStroke{KEY_SPACE, U' ', false, false};
    const auto keysym = keymap::keysymOf(character);
    if (const auto place = m_table->plain.find(character); place != std::u32string_view::npos)
        return KeyStroke{places.at(place), keysym, false, false};
    if (const auto place = m_table->shifted.find(character); place != std::u32string_view::npos)
        return KeyStroke{places.at(place), keysym, true, false};
    for (const ThirdCharacter &each : m_table->thirds) {
        if (each.character == character)
            return KeyStroke{each.evdev, keysym, false, true};
    }
    return std::nullopt;
}

std::optional<KeyStroke> TypingLayout::deadKeyFor(char32_t accent) const
{
    const auto known = std::find_if(std::begin(accents), std::end(accents), [accent](const Accent &each) { return each.alone == accent; });
    for (const DeadKey &each : m_table->dead) {
        if (each.accent == accent && known != std::end(accents))
            return KeyStroke{each.evdev, known->deadKeysym, each.shift, false};
    }
    return std::nullopt;
}

/// A letter with an accent by a dead key and the letter; an accent alone by its dead key and the space bar.
std::optional<QList<KeyStroke>> TypingLayout::composed(char32_t character) const
{
    char32_t letter = U' ';
    char32_t accent = character;
    const auto parts = QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_D).toUcs4();
    if (parts.size() == 2) {
        letter = parts[0];
        const auto mark = std::find_if(std::begin(accents), std::end(accents), [&](const Accent &each) { return each.combining == parts[1]; });
        if (mark == std::end(accents))
            return std::nullopt;
        accent = mark->alone;
    }
    const auto dead = deadKeyFor(accent);
    const auto key = keyFor(letter);
    if (!dead || !key)
        return std::nullopt;
    return QList<KeyStroke>{*dead, *key};
}

std::optional<QList<KeyStroke>> TypingLayout::strokesFor(char32_t character) const
{
    if (character == U'\n')
        return QList<KeyStroke>{{KEY_ENTER, 0xff0d, false, false}};
    if (character == U'\t')
        return QList<KeyStroke>{{KEY_TAB, 0xff09, false, false}};
    if (const auto key = keyFor(character))
        return QList<KeyStroke>{*key};
    return composed(character);
}

namespace {
QList<uint> charactersOf(QString text)
{
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    return text.replace(u'\r', u'\n').normalized(QString::NormalizationForm_C).toUcs4();
}
} // namespace

QList<QList<KeyStroke>> TypingLayout::strokesFor(const QString &text) const
{
    QList<QList<KeyStroke>> all;
    for (const auto character : charactersOf(text)) {
        if (const auto strokes = strokesFor(char32_t(character)))
            all.append(*strokes);
    }
    return all;
}

QString TypingLayout::missingOf(const QString &text) const
{
    QString missing;
    for (const auto character : charactersOf(text)) {
        const char32_t one = character;
        const auto word = QString::fromUcs4(&one, 1);
        if (!strokesFor(one) && !missing.contains(word))
            missing += word;
    }
    return missing;
}
