// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hosturi.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace {

constexpr qsizetype longestAddress = 4096;

bool isAsciiLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

int hexDigit(QChar c)
{
    if (isAsciiDigit(c))
        return c.unicode() - u'0';
    if (c >= u'a' && c <= u'f')
        return c.unicode() - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c.unicode() - u'A' + 10;
    return -1;
}

tl::unexpected<Error> malformed(const QString &part)
{
    return failure(Error::Kind::InvalidInput, part, QStringLiteral("address"));
}

bool hasControlCharacter(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

/// Percent-decodes; the octets in `keep` stay encoded, because decoding them would change the meaning.
Result<QString> decoded(QStringView text, const QString &part, QByteArrayView keep = {})
{
    QByteArray out;
    const auto raw = text.toUtf8();
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw[i] != '%') {
            out += raw[i];
            continue;
        }
        const int high = i + 2 < raw.size() ? hexDigit(QLatin1Char(raw[i + 1])) : -1;
        const int low = i + 2 < raw.size() ? hexDigit(QLatin1Char(raw[i + 2])) : -1;
        if (high < 0 || low < 0)
            return malformed(QStringLiteral("%1: '%' must be followed by two hexadecimal digits").arg(part));
        const char octet = char(high * 16 + low);
        if (keep.contains(octet))
            out += '%' + QByteArray(1, octet).toHex().toUpper();
        else
            out += octet;
        i += 2;
    }
    auto result = QString::fromUtf8(out);
    if (hasControlCharacter(result) || result.contains(QChar::ReplacementCharacter))
        return malformed(QStringLiteral("%1: holds a character that cannot be printed").arg(part));
    return result;
}

QString encoded(const QString &text, const QByteArray &also)
{
    return QString::fromLatin1(text.toUtf8().toPercentEncoding(also));
}

/// "%2F" and "%25" are stored encoded; any other percent sign came from a program and is a character.
QString encodedPath(const QString &path)
{
    QString out;
    qsizetype from = 0;
    for (qsizetype i = path.indexOf(u'%'); i >= 0; i = path.indexOf(u'%', i + 1)) {
        const auto code = QStringView(path).mid(i, 3);
        if (code.compare(u"%2F", Qt::CaseInsensitive) != 0 && code != u"%25")
            continue;
        out += encoded(path.mid(from, i - from), "/:@!$&'()*+,;=");
        out += code;
        from = i + 3;
    }
    return out + encoded(path.mid(from), "/:@!$&'()*+,;=");
}

Result<void> readScheme(QStringView scheme, HostUri &uri)
{
    if (scheme.isEmpty() || !isAsciiLetter(scheme.front()))
        return malformed(QStringLiteral("the driver is missing: an address starts like qemu:///system"));
    for (const QChar c : scheme) {
        if (!isAsciiLetter(c) && !isAsciiDigit(c) && c != u'+' && c != u'-' && c != u'.')
            return malformed(QStringLiteral("driver: '%1' is not allowed in it").arg(c));
    }
    const auto plus = scheme.indexOf(u'+');
    uri.driver = scheme.left(plus < 0 ? scheme.size() : plus).toString().toLower();
    if (plus < 0)
        return {};
    uri.transport = Transport(scheme.mid(plus + 1).toString().toLower());
    // libvirt's own list (remote_sockets.c); it refuses any other.
    static const std::array<QStringView, 7> known{u"ssh", u"libssh2", u"libssh", u"tls", u"tcp", u"unix", u"ext"};
    if (std::find(known.begin(), known.end(), uri.transport.text()) == known.end())
        return malformed(QStringLiteral("transport: '%1' is unknown").arg(uri.transport.text()));
    return {};
}

Result<void> readPort(QStringView text, HostUri &uri)
{
    if (text.isEmpty())
        return {};
    if (text.size() > 5 || !std::all_of(text.begin(), text.end(), isAsciiDigit))
        return malformed(QStringLiteral("port: '%1' is not a number from 1 to 65535").arg(text));
    const int port = text.toInt();
    if (port < 1 || port > 65535)
        return malformed(QStringLiteral("port: '%1' is not a number from 1 to 65535").arg(text));
    uri.port = port;
    return {};
}

Result<void> readHost(QStringView text, HostUri &uri)
{
    if (text.startsWith(u'[')) {
        const auto close = text.indexOf(u']');
        if (close < 0)
            return malformed(QStringLiteral("host: ']' is missing after the IPv6 address"));
        const auto address = decoded(text.mid(1, close - 1), QStringLiteral("host"));
        if (!address)
            return failure(address.error());
        if (QHostAddress(*address).protocol() != QAbstractSocket::IPv6Protocol)
            return malformed(QStringLiteral("host: '%1' is no IPv6 address").arg(*address));
        uri.host = *address;
        const auto rest = text.mid(close + 1);
        if (rest.isEmpty())
            return {};
        if (!rest.startsWith(u':'))
            return malformed(QStringLiteral("host: unexpected text after ']'"));
        return readPort(rest.mid(1), uri);
    }
    const auto colon = text.indexOf(u':');
    if (text.count(u':') > 1)
        return malformed(QStringLiteral("host: an IPv6 address stands in brackets, like [::1]"));
    const auto name = decoded(text.left(colon < 0 ? text.size() : colon), QStringLiteral("host"));
    if (!name)
        return failure(name.error());
    for (const QChar c : *name) {
        if (c.isSpace() || QStringView(u"<>\"'`\\|^{}/?#@$&;()").contains(c))
            return malformed(QStringLiteral("host: '%1' is not allowed in a name").arg(c));
    }
    // ssh would take it for an option.
    if (name->startsWith(u'-'))
        return malformed(QStringLiteral("host: a name does not start with '-'"));
    uri.host = *name;
    return colon < 0 ? Result<void>() : readPort(text.mid(colon + 1), uri);
}

Result<void> readAuthority(QStringView text, HostUri &uri)
{
    const auto at = text.lastIndexOf(u'@');
    if (at >= 0) {
        const auto raw = text.left(at);
        if (raw.contains(u':'))
            return malformed(QStringLiteral("user: a password does not belong in an address"));
        const auto user = decoded(raw, QStringLiteral("user"));
        if (!user)
            return failure(user.error());
        if (user->isEmpty() || user->startsWith(u'-'))
            return malformed(QStringLiteral("user: '%1' is no user name").arg(*user));
        uri.user = *user;
    }
    const auto host = text.mid(at + 1);
    if (at >= 0 && host.isEmpty())
        return malformed(QStringLiteral("host: missing after '@'"));
    return readHost(host, uri);
}

Result<void> readQuery(QStringView query, HostUri &uri)
{
    qsizetype from = 0;
    while (from < query.size()) {
        auto to = from;
        while (to < query.size() && query[to] != u'&' && query[to] != u';')
            ++to;
        const auto item = query.mid(from, to - from);
        from = to + 1;
        const auto equals = item.indexOf(u'=');
        const auto key = decoded(item.left(equals < 0 ? item.size() : equals), QStringLiteral("parameter"));
        const auto value = decoded(equals < 0 ? QStringView() : item.mid(equals + 1), QStringLiteral("parameter"));
        if (!key || !value)
            return failure(key ? value.error() : key.error());
        if (!key->isEmpty()) // libvirt skips "=x" and "&&" as well
            uri.parameters.append({*key, *value});
    }
    return {};
}

} // namespace

Result<HostUri> HostUri::parse(const QString &input)
{
    const auto trimmed = input.trimmed();
    const QStringView text(trimmed);
    if (text.isEmpty())
        return malformed(QStringLiteral("the address is empty"));
    if (text.size() > longestAddress)
        return malformed(QStringLiteral("the address is longer than %1 characters").arg(longestAddress));
    if (hasControlCharacter(text))
        return malformed(QStringLiteral("the address holds a character that cannot be printed"));
    if (text.contains(u' '))
        return malformed(QStringLiteral("the address holds a space; write it as %20"));
    if (text.contains(u'#'))
        return malformed(QStringLiteral("the address holds '#'; write it as %23"));

    HostUri uri;
    const auto colon = text.indexOf(u':');
    if (auto scheme = readScheme(text.left(colon < 0 ? 0 : colon), uri); !scheme)
        return failure(scheme.error());
    auto rest = text.mid(colon + 1);
    const auto question = rest.indexOf(u'?');
    const auto query = question < 0 ? QStringView() : rest.mid(question + 1);
    if (question >= 0)
        rest = rest.left(question);
    if (rest.startsWith(u"//")) {
        rest = rest.mid(2);
        const auto slash = rest.indexOf(u'/');
        if (auto authority = readAuthority(rest.left(slash < 0 ? rest.size() : slash), uri); !authority)
            return failure(authority.error());
        rest = slash < 0 ? QStringView() : rest.mid(slash);
    }
    if (!rest.isEmpty() && !rest.startsWith(u'/'))
        return malformed(QStringLiteral("path: '/' is missing before '%1'").arg(rest.left(40)));
    const auto path = decoded(rest, QStringLiteral("path"), "/%");
    if (!path)
        return failure(path.error());
    uri.path = *path;
    if (auto parameters = readQuery(query, uri); !parameters)
        return failure(parameters.error());
    // libvirt's QEMU driver knows no other paths, and its own message for an empty one is hard to read.
    if (uri.driver == u"qemu" && (uri.path.isEmpty() || uri.path == u"/"))
        return malformed(QStringLiteral("path: /system or /session is missing at the end"));
    return uri;
}

QString HostUri::toString() const
{
    QString out = driver;
    if (!transport.isEmpty())
        out += u'+' + transport.text();
    out += QStringLiteral("://");
    if (!user.isEmpty())
        out += encoded(user, "!$&'()*+,;=") + u'@';
    if (host.contains(u':'))
        out += u'[' + QString(host).replace(u'%', QStringLiteral("%25")) + u']';
    else
        out += encoded(host, {});
    if (port >= 0)
        out += u':' + QString::number(port);
    out += encodedPath(path);
    QChar separator = u'?';
    for (const auto &[key, value] : parameters) {
        out += separator + encoded(key, {}) + u'=' + encoded(value, "/:@,");
        separator = u'&';
    }
    return out;
}

QString HostUri::parameter(QStringView key) const
{
    for (const auto &[name, value] : parameters) {
        if (name == key)
            return value;
    }
    return {};
}

void HostUri::setParameter(const QString &key, const QString &value)
{
    const auto same = [&key](const auto &pair) { return pair.first == key; };
    const auto it = std::find_if(parameters.begin(), parameters.end(), same);
    if (value.isEmpty()) {
        parameters.removeIf(same);
    } else if (it != parameters.end()) {
        it->second = value;
    } else {
        parameters.append({key, value});
    }
}

bool HostUri::isLocal() const
{
    return host.isEmpty();
}

bool HostUri::goesThroughSsh() const
{
    return transport == transports::ssh();
}
