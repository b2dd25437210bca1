// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/target/vieweraddress.h"

#include <QList>

#include <algorithm>
#include <utility>

#include <sys/un.h>

namespace {

using Kind = TargetProblem::Kind;

constexpr qsizetype longestAddress = 4096;
constexpr qsizetype longestSocketPath = sizeof(sockaddr_un::sun_path) - 1;
constexpr int firstVncPort = 5900;
constexpr int displayNumbers = 100; // what is below is a display's number and no port
constexpr quint64 plainTcp = 1;     // RFC 7869's ChannelType

struct Parameter {
    QString name;  ///< in lower case
    QString value; ///< decoded
    QString text;  ///< both as they were written
};

QList<Parameter> parametersOf(const QUrl &url)
{
    QList<Parameter> parameters;
    // SPICE's clients take a semicolon as well; neither occurs unencoded in a value.
    auto query = url.query(QUrl::FullyEncoded);
    if (url.scheme().startsWith(u"spice"))
        query.replace(u';', u'&');
    for (const auto &part : query.split(u'&', Qt::SkipEmptyParts)) {
        const auto equals = part.indexOf(u'=');
        const auto decoded = [](const QString &text) { return QUrl::fromPercentEncoding(text.toUtf8()); };
        parameters.append({decoded(part.left(equals)).toLower(), equals < 0 ? QString() : decoded(part.mid(equals + 1)), part});
    }
    return parameters;
}

bool hasControlCharacters(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

std::variant<int, TargetProblem> portOf(const QString &text)
{
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return TargetProblem{Kind::BadPort, text};
    return port;
}

// What RFC 7869 lets an address say of a VNC session. Everything else in its query is for others.
std::variant<bool, TargetProblem> takeVncParameter(const Parameter &parameter, ConsoleTarget &target)
{
    if (parameter.name == u"vncusername") {
        target.user = parameter.value;
    } else if (parameter.name == u"vncpassword") {
        target.password = parameter.value;
    } else if (parameter.name == u"connectionname") {
        target.title = parameter.value;
    } else if (parameter.name == u"viewonly") {
        target.viewOnly = parameter.value.compare(u"true", Qt::CaseInsensitive) == 0;
    } else if (parameter.name == u"channeltype") {
        if (parameter.value.toULongLong() != plainTcp)
            return TargetProblem{Kind::TunnelWanted, {}};
    } else if (parameter.name == u"sshhost") {
        return TargetProblem{Kind::TunnelWanted, parameter.value};
    } else {
        return false;
    }
    return true;
}

std::variant<bool, TargetProblem> takeSpiceParameter(const Parameter &parameter, ConsoleTarget &target)
{
    const bool tls = parameter.name == u"tls-port";
    if (tls || parameter.name == u"port") {
        const auto port = portOf(parameter.value);
        if (const auto *problem = std::get_if<TargetProblem>(&port))
            return *problem;
        (tls ? target.tlsPort : target.port) = std::get<int>(port);
    } else if (parameter.name == u"password") {
        target.password = parameter.value;
    } else if (parameter.name == u"title") {
        target.title = parameter.value;
    } else {
        return false;
    }
    return true;
}

TargetOrProblem finishedVnc(ConsoleTarget target, const QUrl &url)
{
    if (url.host().isEmpty())
        return TargetProblem{Kind::NoHost, {}};
    target.host = url.host();
    const int given = url.port(0);
    target.port = given < displayNumbers ? firstVncPort + given : given;
    return target;
}

TargetOrProblem finishedWebSocket(ConsoleTarget target, QUrl url, const QStringList &query)
{
    if (url.host().isEmpty())
        return TargetProblem{Kind::NoHost, {}};
    url.setScheme(url.scheme().mid(4));
    url.setUserInfo({});
    url.setFragment({});
    url.setQuery(query.isEmpty() ? QString() : query.join(u'&'), QUrl::StrictMode);
    target.webSocket = url;
    return target;
}

TargetOrProblem finishedSpice(ConsoleTarget target, const QUrl &url, bool tls)
{
    if (url.host().isEmpty())
        return TargetProblem{Kind::NoHost, {}};
    target.host = url.host();
    if (const int given = url.port(-1); given > 0)
        (tls ? target.tlsPort : target.port) = given;
    if (target.port < 0 && target.tlsPort < 0)
        return TargetProblem{Kind::NoPort, {}};
    return target;
}

TargetOrProblem finishedSocket(ConsoleTarget target, const QUrl &url)
{
    target.socketPath = url.path(QUrl::FullyDecoded);
    if (!url.host().isEmpty())
        return TargetProblem{Kind::NotLocal, url.host()};
    if (!target.socketPath.startsWith(u'/'))
        return TargetProblem{Kind::NoHost, {}};
    if (target.socketPath.toUtf8().size() > longestSocketPath)
        return TargetProblem{Kind::TooLong, target.socketPath.left(longestSocketPath)};
    return target;
}

TargetOrProblem finished(ConsoleTarget target, const QUrl &url, const QString &scheme, const QStringList &query)
{
    if (scheme.endsWith(u"+unix"))
        return finishedSocket(std::move(target), url);
    if (scheme.startsWith(u"vnc+ws"))
        return finishedWebSocket(std::move(target), url, query);
    return target.protocol == ConsoleTarget::Protocol::Vnc ? finishedVnc(std::move(target), url)
                                                           : finishedSpice(std::move(target), url, scheme == u"spice+tls");
}

} // namespace

bool vieweraddress::looksLikeOne(QStringView text)
{
    const auto colon = text.indexOf(u"://");
    return colon > 0 && std::all_of(text.begin(), text.begin() + colon, [](QChar c) {
        return (c.isLetterOrNumber() && c.unicode() < 128) || c == u'+' || c == u'-' || c == u'.';
    });
}

TargetOrProblem vieweraddress::parse(const QString &text)
{
    if (text.size() > longestAddress)
        return TargetProblem{Kind::TooLong, {}};
    if (hasControlCharacters(text))
        return TargetProblem{Kind::ControlCharacters, {}};
    if (!looksLikeOne(text))
        return TargetProblem{Kind::NotUnderstood, {}};
    const auto scheme = text.left(text.indexOf(u':')).toLower();
    static const auto known = {"vnc", "vnc+unix", "vnc+ws", "vnc+wss", "spice", "spice+tls", "spice+unix"};
    if (std::none_of(known.begin(), known.end(), [&](const char *each) { return scheme == QLatin1StringView(each); }))
        return TargetProblem{Kind::UnknownScheme, scheme};
    const QUrl url(text, QUrl::StrictMode);
    // What QUrl says of an invalid address quotes it, with all that is secret in it.
    if (!url.isValid())
        return TargetProblem{url.errorString().contains(u"port number") ? Kind::BadPort : Kind::NotUnderstood, {}};

    ConsoleTarget target;
    target.protocol = scheme.startsWith(u"vnc") ? ConsoleTarget::Protocol::Vnc : ConsoleTarget::Protocol::Spice;
    target.user = url.userName(QUrl::FullyDecoded);
    target.password = url.password(QUrl::FullyDecoded);
    QStringList others;
    for (const auto &parameter : parametersOf(url)) {
        if (hasControlCharacters(parameter.value))
            return TargetProblem{Kind::ControlCharacters, parameter.name};
        const auto taken = target.protocol == ConsoleTarget::Protocol::Vnc ? takeVncParameter(parameter, target)
                                                                           : takeSpiceParameter(parameter, target);
        if (const auto *problem = std::get_if<TargetProblem>(&taken))
            return *problem;
        if (!std::get<bool>(taken))
            others.append(parameter.text);
    }
    if (hasControlCharacters(target.user + target.password + url.host() + url.path(QUrl::FullyDecoded)))
        return TargetProblem{Kind::ControlCharacters, {}};
    return finished(std::move(target), url, scheme, others);
}

QByteArray vieweraddress::withoutSecrets(QByteArrayView argument)
{
    auto hidden = argument.toByteArray();
    const auto scheme = hidden.indexOf("://");
    if (scheme <= 0)
        return hidden;
    const auto begin = scheme + 3;
    const auto end = [&](char c, qsizetype from) {
        const auto at = hidden.indexOf(c, from);
        return at < 0 ? hidden.size() : at;
    };
    // A password may hold a slash that should have been encoded, so the last @ counts.
    if (const auto at = hidden.lastIndexOf('@'); at > begin)
        std::fill(hidden.begin() + begin, hidden.begin() + at, '*');
    // A token may be a part of the path as well as of the query. That of a socket or a file is where it is.
    const bool path = !hidden.startsWith("file:") && !hidden.first(scheme).endsWith("+unix");
    const auto first = path ? std::min(end('/', begin), end('?', begin)) : end('?', begin);
    if (first < hidden.size())
        std::fill(hidden.begin() + first + 1, hidden.end(), '*');
    return hidden;
}
