// SPDX-License-Identifier: GPL-3.0-or-later
// One group of a key file, the desktop's INI format, as GLib reads it:
// https://docs.gtk.org/glib/struct.KeyFile.html. Hostile text is refused, not repaired. A value; any thread.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QString>

#include <optional>
#include <variant>

class KeyFile {
public:
    struct Problem {
        enum class Kind { NotText, NoGroup, BadLine };
        Kind kind = Kind::NotText;
        int line = 0; ///< counted from 1; of BadLine
    };

    /// What `group` holds in a text of at most a few hundred kilobytes; other groups are read over.
    static std::variant<KeyFile, Problem> parse(QByteArrayView text, QByteArrayView group);

    /// With the escapes of the format resolved; a backslash that begins none stands for itself. Nothing where the
    /// group has no such key. The last of several counts.
    std::optional<QString> value(const char *key) const;

private:
    QHash<QByteArray, QByteArray> m_values;
};
