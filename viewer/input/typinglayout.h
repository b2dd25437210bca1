// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys a person would press for a character on a keyboard of some country. Pure values; any thread.
// Tables follow xkb's layouts; where Windows makes a key dead and xkb does not, xkb is right here.
#pragma once

#include <QList>
#include <QString>

#include <optional>

/// A key with the modifiers held meanwhile.
struct KeyStroke {
    quint32 evdev = 0;
    quint32 keysym = 0; ///< what it means with them
    bool shift = false;
    bool altGr = false;

    friend bool operator==(const KeyStroke &, const KeyStroke &) = default;
};

class TypingLayout final {
public:
    /// All that are known, the US one first.
    static const QList<TypingLayout> &all();
    /// By xkb's name, such as "de"; the US one where it is none.
    static const TypingLayout &named(const QString &id);

    const QString &id() const { return m_id; }
    /// One stroke, or a dead key and another; nothing where the keyboard cannot make it.
    std::optional<QList<KeyStroke>> strokesFor(char32_t character) const;
    /// For a whole text, whose lines end with Return; characters that cannot be typed are left out.
    QList<QList<KeyStroke>> strokesFor(const QString &text) const;
    /// What of the text cannot be typed, each once.
    QString missingOf(const QString &text) const;

private:
    struct Table;
    TypingLayout(const char *id, const Table &table) : m_id(QLatin1StringView(id)), m_table(&table) {}
    std::optional<KeyStroke> keyFor(char32_t character) const;
    std::optional<KeyStroke> deadKeyFor(char32_t accent) const;
    std::optional<QList<KeyStroke>> composed(char32_t character) const;

    QString m_id;
    const Table *m_table;
};
