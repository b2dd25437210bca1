// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/foreignxml.h"

#include <QStringDecoder>

#include <algorithm>

QString foreignxml::decoded(const QByteArray &bytes)
{
    const auto encoding = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(encoding);
    return decoder(bytes);
}

Result<Document> foreignxml::parse(const QByteArray &bytes)
{
    if (bytes.size() > maxBytes)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the description is larger than %1 MiB").arg(maxBytes >> 20));
    auto text = decoded(bytes);
    if (text.contains(u"<!DOCTYPE", Qt::CaseInsensitive) || text.contains(u"<!ENTITY", Qt::CaseInsensitive))
        return failure(Error::Kind::InvalidInput, QStringLiteral("the description declares a document type, which is not accepted"));
    return Document::parse(text);
}

QString foreignxml::localName(const Element &element)
{
    const auto name = element.name();
    return name.sliced(name.indexOf(u':') + 1);
}

Element foreignxml::child(const Element &parent, QStringView name)
{
    const auto found = children(parent, name);
    return found.empty() ? Element() : found.front();
}

std::vector<Element> foreignxml::children(const Element &parent, QStringView name)
{
    std::vector<Element> found;
    if (!parent.isValid())
        return found;
    for (const auto &element : parent.children()) {
        if (found.size() >= maxChildren)
            break;
        if (localName(element) == name)
            found.push_back(element);
    }
    return found;
}

Element foreignxml::find(const Element &from, QStringView path)
{
    auto at = from;
    for (const auto step : path.split(u'/'))
        at = child(at, step);
    return at;
}

QString foreignxml::attribute(const Element &element, QStringView name)
{
    if (!element.isValid())
        return {};
    for (const auto &[full, value] : element.attributes()) {
        if (QStringView(full).sliced(full.indexOf(u':') + 1) == name)
            return value;
    }
    return {};
}

QString foreignxml::text(const Element &element)
{
    return element.isValid() ? element.text("").value_or(QString()).trimmed() : QString();
}

QString foreignxml::text(const Element &parent, QStringView name)
{
    return text(child(parent, name));
}

bool foreignxml::isTrue(const QString &word)
{
    const auto lower = word.trimmed().toLower();
    return lower == u"true" || lower == u"1" || lower == u"yes" || lower == u"on";
}

quint64 foreignxml::number(const QString &digits, quint64 limit)
{
    bool isNumber = false;
    const auto value = digits.trimmed().toULongLong(&isNumber);
    if (isNumber)
        return std::min(value, limit);
    const auto trimmed = digits.trimmed();
    const bool isLong = !trimmed.isEmpty() && std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isLong ? limit : 0;
}
