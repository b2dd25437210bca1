// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/keycombination.h"

#include "viewer/input/keymap.h"

#include <QStringList>

namespace {
struct Name {
    const char *word;
    quint32 keysym;
};
// https://www.x.org/releases/current/doc/xproto/x11protocol.html#keysym_encoding
constexpr Name names[] = {
    {"ctrl", 0xffe3},      {"alt", 0xffe9},       {"altgr", 0xfe03},     {"shift", 0xffe1},    {"super", 0xffeb},    {"meta", 0xffeb},
    {"del", 0xffff},       {"delete", 0xffff},    {"ins", 0xff63},       {"insert", 0xff63},   {"esc", 0xff1b},      {"escape", 0xff1b},
    {"tab", 0xff09},       {"backspace", 0xff08}, {"return", 0xff0d},    {"enter", 0xff0d},    {"space", 0x20},      {"home", 0xff50},
    {"end", 0xff57},       {"left", 0xff51},      {"up", 0xff52},        {"right", 0xff53},    {"down", 0xff54},     {"pageup", 0xff55},
    {"pagedown", 0xff56},  {"print", 0xff61},     {"printscreen", 0xff61}, {"sysrq", 0xff15},  {"pause", 0xff13},    {"break", 0xff6b},
    {"scrolllock", 0xff14}, {"capslock", 0xffe5}, {"numlock", 0xff7f},   {"menu", 0xff67},
};
constexpr quint32 firstFunctionKey = 0xffbe;
constexpr int mostFunctionKeys = 24;

quint32 keysymOf(const QString &word)
{
    const auto lower = word.toLower();
    for (const auto &name : names) {
        if (lower == QLatin1StringView(name.word))
            return name.keysym;
    }
    if (lower.size() > 1 && lower.startsWith(u'f')) {
        bool ok = false;
        const int number = QStringView(lower).sliced(1).toInt(&ok);
        return ok && number >= 1 && number <= mostFunctionKeys ? firstFunctionKey + quint32(number) - 1 : 0;
    }
    const auto characters = lower.toUcs4();
    return characters.size() == 1 ? keymap::keysymOf(characters.first()) : 0;
}
} // namespace

QList<quint32> keycombination::parse(const QString &text)
{
    QList<quint32> keysyms;
    for (const auto &word : text.split(u'+')) {
        const auto keysym = keysymOf(word.trimmed());
        if (keysym == 0 || keysyms.contains(keysym))
            return {};
        keysyms.append(keysym);
    }
    return keysyms;
}

QStringList keycombination::known(const QString &list)
{
    QStringList all;
    for (const auto &part : list.split(u',')) {
        if (const auto text = part.trimmed(); !parse(text).isEmpty())
            all.append(text);
    }
    return all;
}
