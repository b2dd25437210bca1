// SPDX-License-Identifier: GPL-3.0-or-later
// XML of strangers, read by local names: each program has its own prefixes, and its own idea of which are the default.
// Within bounds of size, depth and count; a document with a document type is refused, so no entity is ever declared. Pure.
#pragma once

#include "core/base/result.h"
#include "core/config/xml/document.h"

namespace foreignxml {
constexpr qsizetype maxBytes = 4 << 20;
constexpr size_t maxChildren = 4096; ///< further ones of one element are not looked at

/// UTF-8, or UTF-16 with a byte order mark. InvalidInput with the reason.
Result<Document> parse(const QByteArray &bytes);
/// UTF-8, or UTF-16 with a byte order mark.
QString decoded(const QByteArray &bytes);

/// "ovf:Disk" → "Disk".
QString localName(const Element &element);
/// The first child of that name, whatever its prefix; invalid where there is none, or no element.
Element child(const Element &parent, QStringView name);
std::vector<Element> children(const Element &parent, QStringView name);
/// Down a path of names: "Hardware/Memory".
Element find(const Element &from, QStringView path);
/// An attribute's value whatever its prefix; empty where there is none.
QString attribute(const Element &element, QStringView name);
/// The element's own text, trimmed.
QString text(const Element &element);
/// The same of a child.
QString text(const Element &parent, QStringView name);
/// "true", "1", "yes", "on", in any case.
bool isTrue(const QString &word);
/// Decimal digits alone, saturated at `limit`.
quint64 number(const QString &digits, quint64 limit);
} // namespace foreignxml
