// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/xml/escaping.h"

#include <QList>

namespace {

bool isXmlCharacter(char32_t c)
{
    return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
        || (c >= 0x10000 && c <= 0x10FFFF);
}

/// What stands between `&` and `;`, or nothing.
QString entity(QStringView name)
{
    if (name == u"lt")
        return QStringLiteral("<");
    if (name == u"gt")
        return QStringLiteral(">");
    if (name == u"amp")
        return QStringLiteral("&");
    if (name == u"quot")
        return QStringLiteral("\"");
    if (name == u"apos")
        return QStringLiteral("'");
    if (!name.startsWith(u'#'))
        return {};
    const bool hex = name.startsWith(u"#x");
    bool ok = false;
    const char32_t code = name.sliced(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
    return ok && isXmlCharacter(code) ? QString::fromUcs4(&code, 1) : QString();
}

std::string escaped(const QString &value, bool attribute)
{
    QString out;
    out.reserve(value.size());
    for (const char32_t c : value.toUcs4()) {
        switch (c) {
        case U'&': out += u"&amp;"; break;
        case U'<': out += u"&lt;"; break;
        case U'>': out += u"&gt;"; break;
        case U'\r': out += u"&#13;"; break;
        case U'"': out += attribute ? QStringView(u"&quot;") : QStringView(u"\""); break;
        case U'\'': out += attribute ? QStringView(u"&apos;") : QStringView(u"'"); break;
        case U'\n': out += attribute ? QStringView(u"&#10;") : QStringView(u"\n"); break;
        case U'\t': out += attribute ? QStringView(u"&#9;") : QStringView(u"\t"); break;
        default:
            if (isXmlCharacter(c))
                out += QStringView(QString::fromUcs4(&c, 1));
        }
    }
    return out.toStdString();
}

} // namespace

QString xml::unescaped(std::string_view raw)
{
    auto text = QString::fromUtf8(raw.data(), qsizetype(raw.size()));
    // The longest name is a reference like #x10FFFF: a distant semicolon belongs to something else.
    constexpr qsizetype longest = 12;
    for (auto at = text.indexOf(u'&'); at >= 0; at = text.indexOf(u'&', at + 1)) {
        const auto end = text.indexOf(u';', at);
        if (end < 0)
            break;
        if (end - at > longest)
            continue;
        const auto meaning = entity(QStringView(text).sliced(at + 1, end - at - 1));
        if (!meaning.isEmpty()) {
            text.replace(at, end - at + 1, meaning);
            at += meaning.size() - 1;
        }
    }
    return text;
}

std::string xml::escapedAttribute(const QString &value)
{
    return escaped(value, true);
}

std::string xml::escapedText(const QString &value)
{
    return escaped(value, false);
}
