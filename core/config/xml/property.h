// SPDX-License-Identifier: GPL-3.0-or-later
// Typed properties of an element, declared as constexpr rows of a table: a path and what stands there.
//     static constexpr Term<DiskBus> bus{"target/@bus"};
// Reading gives nothing where the path is absent or its text is not of the type. Any thread.
#pragma once

#include "core/base/bytes.h"
#include "core/base/word.h"
#include "core/config/xml/element.h"

#include <QString>

#include <optional>
#include <string_view>

/// Text as it stands. Characters that XML cannot hold are left out when written.
struct Text {
    using Value = QString;
    std::string_view path;

    std::optional<QString> read(const Element &element) const { return element.text(path); }
    void write(Element &element, const QString &value) const { element.setText(path, value); }
    void erase(Element &element) const { element.erase(path); }
};

/// A word of one of libvirt's vocabularies, known to us or not.
template<class W>
struct Term {
    using Value = W;
    std::string_view path;

    std::optional<W> read(const Element &element) const
    {
        const auto text = element.text(path);
        return text ? std::optional<W>(W(*text)) : std::nullopt;
    }
    void write(Element &element, const W &value) const { element.setText(path, value.text()); }
    void erase(Element &element) const { element.erase(path); }
};

/// An element that says yes by being there. Never absent: get() gives false.
struct Flag {
    using Value = bool;
    std::string_view path;

    std::optional<bool> read(const Element &element) const { return element.find(path).isValid(); }
    void write(Element &element, bool value) const;
    void erase(Element &element) const { element.erase(path); }
};

/// A decimal number without sign.
struct Number {
    using Value = quint64;
    std::string_view path;

    std::optional<quint64> read(const Element &element) const;
    void write(Element &element, quint64 value) const { element.setText(path, QString::number(value)); }
    void erase(Element &element) const { element.erase(path); }
};

/// "on" or "off".
struct OnOff {
    using Value = bool;
    std::string_view path;

    std::optional<bool> read(const Element &element) const;
    void write(Element &element, bool value) const;
    void erase(Element &element) const { element.erase(path); }
};

/// "yes" or "no".
struct YesNo {
    using Value = bool;
    std::string_view path;

    std::optional<bool> read(const Element &element) const;
    void write(Element &element, bool value) const;
    void erase(Element &element) const { element.erase(path); }
};

/// An element whose text is an amount, scaled by its `unit` attribute: KiB where it has none, as libvirt means it
/// for memory. Written in the unit that stands there when that is exact, else in KiB, else in bytes.
struct Size {
    using Value = Bytes;
    std::string_view path;

    std::optional<Bytes> read(const Element &element) const;
    void write(Element &element, Bytes value) const;
    void erase(Element &element) const { element.erase(path); }
};

/// Bytes in one of libvirt's units ("b", "bytes", "KB", "k", "KiB", … "EiB", in any case); nothing for another word.
std::optional<quint64> bytesPerUnit(const QString &unit);
