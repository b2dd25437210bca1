// SPDX-License-Identifier: GPL-3.0-or-later
// XML's escapes, between what stands in a document and what it means. Pure; any thread.
// Only the five entities that XML itself names and character references are understood; another stays as it is.
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace xml {
QString unescaped(std::string_view raw);
/// Good for both kinds of quotes, and keeps line ends and tabs.
std::string escapedAttribute(const QString &value);
std::string escapedText(const QString &value);
} // namespace xml
