// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/target/keyfile.h"

#include <QStringDecoder>

namespace {

constexpr QByteArrayView byteOrderMark("\xef\xbb\xbf");

bool isText(QByteArrayView text)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder.decode(text);
    return !decoder.hasError() && !decoded.contains(QChar(u'\0'));
}

QChar escaped(QChar letter)
{
    switch (letter.unicode()) {
    case u's': return u' ';
    case u'n': return u'\n';
    case u't': return u'\t';
    case u'r': return u'\r';
    case u'\\': return u'\\';
    default: return {};
    }
}

} // namespace

std::variant<KeyFile, KeyFile::Problem> KeyFile::parse(QByteArrayView text, QByteArrayView group)
{
    if (!isText(text))
        return Problem{Problem::Kind::NotText, 0};
    if (text.startsWith(byteOrderMark))
        text = text.sliced(byteOrderMark.size());
    KeyFile file;
    bool anyGroup = false;
    bool found = false;
    bool inside = false;
    for (int number = 1; !text.isEmpty(); ++number) {
        const auto end = text.indexOf('\n');
        const auto line = (end < 0 ? text : text.first(end)).trimmed();
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        if (line.startsWith('[')) {
            if (!line.endsWith(']'))
                return Problem{Problem::Kind::BadLine, number};
            inside = line.sliced(1, line.size() - 2) == group;
            found = found || inside;
            anyGroup = true;
            continue;
        }
        const auto equals = line.indexOf('=');
        if (!anyGroup)
            return Problem{Problem::Kind::NoGroup, 0};
        if (equals <= 0)
            return Problem{Problem::Kind::BadLine, number};
        if (inside)
            file.m_values.insert(line.first(equals).trimmed().toByteArray(), line.sliced(equals + 1).trimmed().toByteArray());
    }
    if (!found)
        return Problem{Problem::Kind::NoGroup, 0};
    return file;
}

std::optional<QString> KeyFile::value(const char *key) const
{
    const auto found = m_values.constFind(QByteArray::fromRawData(key, qsizetype(qstrlen(key))));
    if (found == m_values.constEnd())
        return std::nullopt;
    const QString raw = QString::fromUtf8(*found);
    QString value;
    value.reserve(raw.size());
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const QChar letter = raw[i] == u'\\' && i + 1 < raw.size() ? escaped(raw[i + 1]) : QChar();
        value.append(letter.isNull() ? raw[i] : letter);
        i += letter.isNull() ? 0 : 1;
    }
    return value;
}
