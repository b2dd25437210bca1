// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/target/viewerfile.h"

#include "viewer/target/keyfile.h"

#include <QStringList>

#include <algorithm>
#include <utility>

#include <sys/un.h>

namespace {

using Kind = TargetProblem::Kind;

constexpr QByteArrayView group("virt-viewer");
constexpr qsizetype longestValue = 4096;
constexpr qsizetype longestTitle = 200;
constexpr qsizetype longestHotkey = 40;

Qt::KeyboardModifier modifierOf(QStringView word)
{
    if (word == u"ctrl" || word == u"control")
        return Qt::ControlModifier;
    if (word == u"alt")
        return Qt::AltModifier;
    if (word == u"shift")
        return Qt::ShiftModifier;
    return word == u"super" || word == u"meta" ? Qt::MetaModifier : Qt::NoModifier;
}

bool isModifier(Qt::Key key)
{
    return (key >= Qt::Key_Shift && key <= Qt::Key_Alt) || key == Qt::Key_Super_L || key == Qt::Key_Super_R || key == Qt::Key_AltGr;
}

/// Reads values and remembers the first that is out of bounds.
class Reading {
public:
    explicit Reading(const KeyFile &file) : m_file(file) {}

    QString text(const char *key)
    {
        const auto value = m_file.value(key).value_or(QString());
        if (value.size() > longestValue)
            blame({Kind::TooLong, QLatin1StringView(key)});
        else if (std::any_of(value.begin(), value.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
            blame({Kind::ControlCharacters, QLatin1StringView(key)});
        else
            return value;
        return {};
    }

    /// -1 where there is none; generators write 0 or -1 for that as well.
    int port(const char *key)
    {
        const auto value = text(key);
        bool isNumber = false;
        const int port = value.toInt(&isNumber);
        if (value.isEmpty() || (isNumber && port <= 0))
            return -1;
        if (isNumber && port <= 65535)
            return port;
        blame({Kind::BadPort, value.left(20)});
        return -1;
    }

    bool flag(const char *key)
    {
        const auto value = text(key);
        return value == u"1" || value.compare(u"true", Qt::CaseInsensitive) == 0;
    }

    /// "shift+f11"; empty where it is no combination that Qt knows, or one that types something.
    QKeySequence hotkey(const char *key)
    {
        const auto keys = QKeySequence::fromString(text(key).left(longestHotkey), QKeySequence::PortableText);
        if (keys.count() != 1 || keys[0].key() == Qt::Key_unknown || isModifier(keys[0].key()))
            return {};
        const bool types = keys[0].key() < Qt::Key_Escape && !(keys[0].keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        return types ? QKeySequence() : keys;
    }

    /// "ctrl+alt", where a hotkey is of modifiers alone; none where it is anything else.
    Qt::KeyboardModifiers modifiers(const char *key)
    {
        Qt::KeyboardModifiers all;
        const auto words = text(key).left(longestHotkey).toLower().split(u'+');
        for (const auto &word : words) {
            const auto one = modifierOf(word.trimmed());
            if (one == Qt::NoModifier)
                return {};
            all |= one;
        }
        return words.size() > 1 ? all : Qt::KeyboardModifiers();
    }

    void blame(const TargetProblem &problem)
    {
        if (!m_problem)
            m_problem = problem;
    }
    const std::optional<TargetProblem> &problem() const { return m_problem; }

private:
    const KeyFile &m_file;
    std::optional<TargetProblem> m_problem;
};

// oVirt's titles hold a place for the number of the monitor, and tell of keys that are not ours.
QString titleOf(const KeyFile &file)
{
    auto title = file.value("title").value_or(QString()).left(longestTitle);
    std::replace_if(title.begin(), title.end(), [](QChar c) { return c.category() == QChar::Other_Control; }, u' ');
    title.remove(QStringLiteral(":%d"));
    if (const auto hint = title.indexOf(u" - Press "); hint > 0)
        title.truncate(hint);
    return title.trimmed();
}

void takeCertificate(const KeyFile &file, ConsoleTarget &target, Reading &reading)
{
    const auto pem = file.value("ca").value_or(QString()).toUtf8();
    if (pem.isEmpty())
        return;
    if (viewerfile::holdsCertificate(pem))
        target.certificateAuthority = pem;
    else
        reading.blame({Kind::BadCertificate, {}});
}

void takePlace(ConsoleTarget &target, Reading &reading)
{
    target.host = reading.text("host");
    if (target.host.startsWith(u'[') && target.host.endsWith(u']'))
        target.host = target.host.sliced(1, target.host.size() - 2);
    target.port = reading.port("port");
    target.tlsPort = reading.port("tls-port");
    target.socketPath = reading.text("unix-path");
    // What has to be encrypted cannot go by the other port; that the rest is encrypted too does no harm.
    if (!reading.text("secure-channels").isEmpty() && target.tlsPort > 0)
        target.port = -1;
    if (!target.socketPath.isEmpty()) {
        if (!target.socketPath.startsWith(u'/'))
            reading.blame({Kind::NoHost, {}});
        if (target.socketPath.toUtf8().size() >= qsizetype(sizeof(sockaddr_un::sun_path)))
            reading.blame({Kind::TooLong, QStringLiteral("unix-path")});
        return;
    }
    if (target.host.isEmpty())
        reading.blame({Kind::NoHost, {}});
    const bool vnc = target.protocol == ConsoleTarget::Protocol::Vnc;
    if (target.port < 0 && (vnc || target.tlsPort < 0))
        reading.blame({Kind::NoPort, {}});
}

void takeProxy(ConsoleTarget &target, Reading &reading)
{
    const auto text = reading.text("proxy");
    if (text.isEmpty())
        return;
    target.proxy = QUrl(text, QUrl::StrictMode);
    const bool http = target.proxy.scheme() == u"http" || target.proxy.scheme() == u"https";
    if (target.protocol != ConsoleTarget::Protocol::Spice || !http || target.proxy.host().isEmpty())
        reading.blame({Kind::ProxyWanted, target.proxy.host()});
}

TargetProblem problemOf(const KeyFile::Problem &problem)
{
    switch (problem.kind) {
    case KeyFile::Problem::Kind::NotText: return {Kind::NotText, {}};
    case KeyFile::Problem::Kind::BadLine: return {Kind::BadLine, QString::number(problem.line)};
    case KeyFile::Problem::Kind::NoGroup: break;
    }
    return {Kind::NoGroup, {}};
}

} // namespace

bool viewerfile::holdsCertificate(QByteArrayView pem)
{
    const auto begin = pem.indexOf("-----BEGIN CERTIFICATE-----");
    return begin >= 0 && pem.indexOf("-----END CERTIFICATE-----", begin) > 0;
}

TargetOrProblem viewerfile::parse(QByteArrayView text)
{
    if (text.size() > longest)
        return TargetProblem{Kind::TooLarge, {}};
    const auto parsed = KeyFile::parse(text, group);
    if (const auto *problem = std::get_if<KeyFile::Problem>(&parsed))
        return problemOf(*problem);
    const auto &file = std::get<KeyFile>(parsed);
    Reading reading(file);
    ConsoleTarget target;
    const auto type = reading.text("type");
    if (type == u"spice")
        target.protocol = ConsoleTarget::Protocol::Spice;
    else if (type.isEmpty())
        reading.blame({Kind::NoType, {}});
    else if (type != u"vnc")
        reading.blame({Kind::UnknownType, type.left(40)});
    takePlace(target, reading);
    takeProxy(target, reading);
    target.user = reading.text("username");
    target.password = reading.text("password");
    takeCertificate(file, target, reading);
    target.certificateSubject = reading.text("host-subject");
    target.title = titleOf(file);
    target.fullScreen = reading.flag("fullscreen");
    target.toggleFullScreen = reading.hotkey("toggle-fullscreen");
    target.sendCtrlAltDel = reading.hotkey("secure-attention");
    target.releaseInput = reading.hotkey("release-cursor");
    target.releaseModifiers = reading.modifiers("release-cursor");
    if (reading.problem())
        return *reading.problem();
    return target;
}

bool viewerfile::wantsDeletion(QByteArrayView text)
{
    const auto parsed = KeyFile::parse(text, group);
    const auto *file = std::get_if<KeyFile>(&parsed);
    return file && Reading(*file).flag("delete-this-file");
}
