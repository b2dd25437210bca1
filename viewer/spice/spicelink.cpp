// SPDX-License-Identifier: GPL-3.0-or-later
// Of SpiceConsole: connecting, its channels, and how they end.
#include "viewer/spice/spiceconsole_p.h"

#include "viewer/spice/spicelog.h"

#include <QAbstractEventDispatcher>
#include <QPointer>

#include <unistd.h>

using Kind = ConsoleError::Kind;

namespace {

constexpr int mostAnswers = 3; ///< passwords of a person

int typeOf(SpiceChannel *channel)
{
    int type = 0;
    g_object_get(channel, "channel-type", &type, nullptr);
    return type;
}

/// Without these there is no console.
bool isVital(int type)
{
    return type == SPICE_CHANNEL_MAIN || type == SPICE_CHANNEL_DISPLAY || type == SPICE_CHANNEL_INPUTS || type == SPICE_CHANNEL_CURSOR;
}

QString textOf(const GError *error)
{
    return error ? QString::fromUtf8(error->message) : QString();
}

ConsoleError errorOf(SpiceChannelEvent event, const GError *error)
{
    const auto said = spicelog::take();
    const QString text = error ? textOf(error) : said.last;
    switch (event) {
    case SPICE_CHANNEL_ERROR_CONNECT:
        return {g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED) ? Kind::Refused : Kind::Unreachable, text};
    case SPICE_CHANNEL_ERROR_TLS:
        return said.certificate.isEmpty() ? ConsoleError{Kind::ProtocolViolation, text}
                                          : ConsoleError{Kind::CertificateNotTrusted, said.certificate};
    case SPICE_CHANNEL_ERROR_LINK:
        // It hung up while it greeted, or before: no word of it was wrong.
        return {text.isEmpty() || text.contains(u"incomplete") ? Kind::Closed : Kind::ProtocolViolation, text};
    case SPICE_CHANNEL_ERROR_AUTH: return {Kind::AuthenticationFailed, text};
    default: return {Kind::Closed, textOf(error)};
    }
}

/// Whether Qt iterates the context that the library's events come in.
bool runsOnGlib()
{
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    return dispatcher && dispatcher->inherits("QEventDispatcherGlib");
}

void setText(gpointer object, const char *property, const QString &text)
{
    g_object_set(object, property, text.isEmpty() ? nullptr : text.toUtf8().constData(), nullptr);
}

/// At the server's end of a channel; -1 where it is not connected, or not by TCP.
int portOf(SpiceChannel *channel)
{
    GSocket *raw = nullptr;
    g_object_get(channel, "socket", &raw, nullptr);
    const auto socket = GRef<GSocket>::adopt(raw);
    const auto peer = GRef<GSocketAddress>::adopt(socket ? g_socket_get_remote_address(socket.get(), nullptr) : nullptr);
    return peer && G_IS_INET_SOCKET_ADDRESS(peer.get()) ? g_inet_socket_address_get_port(G_INET_SOCKET_ADDRESS(peer.get())) : -1;
}

} // namespace

SpiceConsole::Private::Private(SpiceConsole &console)
    : q(console), clipboard(nullptr), files(nullptr), sound(nullptr), usb(nullptr), picture(console)
{
    dark.setSingleShot(true);
    dark.setInterval(500);
    QObject::connect(&dark, &QTimer::timeout, &q, [this] {
        enabled = false;
        Q_EMIT q.displayEnabledChanged(false);
    });
}

SpiceConsole::Private::~Private() = default;

void SpiceConsole::Private::prepare()
{
    descriptorsGiven = endpoint.descriptor >= 0 || endpoint.openAnother;
    if (!runsOnGlib()) {
        QMetaObject::invokeMethod(
            &q, [this] { end({Kind::Unsupported, QStringLiteral("SPICE needs Qt's event loop to be GLib's (QT_NO_GLIB must not be set).")}); },
            Qt::QueuedConnection);
        return;
    }
    if (!descriptorsGiven && endpoint.address.isEmpty()) {
        QMetaObject::invokeMethod(
            &q, [this] { end({Kind::NeedsOwnEncryption, QStringLiteral("No address leads to the port for TLS.")}); }, Qt::QueuedConnection);
        return;
    }
    spicelog::catchMessages();
    spicelog::take();
    // Not spice_session_new(), which looks at the USB bus at once.
    session = GRef<SpiceSession>::adopt(SPICE_SESSION(g_object_new(SPICE_TYPE_SESSION, nullptr)));
    auto *raw = session.get();
    setText(raw, "password", endpoint.password);
    setText(raw, "username", endpoint.user);
    setText(raw, "shared-dir", {});
    g_object_set(raw, "enable-smartcard", FALSE, nullptr);
    if (!descriptorsGiven) {
        setText(raw, "host", endpoint.address);
        setText(raw, "proxy", endpoint.proxy);
        setText(raw, "port", endpoint.port > 0 ? QString::number(endpoint.port) : QString());
        setText(raw, "tls-port", endpoint.tlsPort > 0 ? QString::number(endpoint.tlsPort) : QString());
        setText(raw, "proxy", endpoint.proxy);
        // The library would look for a file of its own where it is given none.
        setText(raw, "ca-file", endpoint.certificateAuthority);
        setText(raw, "cert-subject", endpoint.certificateSubject);
        g_object_set(raw, "verify", endpoint.certificateSubject.isEmpty() ? SPICE_SESSION_VERIFY_HOSTNAME : SPICE_SESSION_VERIFY_SUBJECT, nullptr);
    }
    connections.connect<&Private::channelCame>(raw, "channel-new", this);
    connections.connect<&Private::channelWent>(raw, "channel-destroy", this);
    connections.connect<&Private::named>(raw, "notify::name", this);
    usb.attach(raw);
    connectSession();
}

void SpiceConsole::Private::connectSession()
{
    const bool begun = descriptorsGiven ? spice_session_open_fd(session.get(), -1) : spice_session_connect(session.get());
    if (!begun)
        QMetaObject::invokeMethod(&q, [this] { end({Kind::Unreachable, {}}); }, Qt::QueuedConnection);
}

void SpiceConsole::Private::stop()
{
    picture.keep();
    for (const auto &each : heads)
        each->picture.keep();
    dark.stop();
    connections.clear();
    clipboard.detach();
    files.detach();
    sound.detachAll();
    usb.detach();
    agent.reset();
    inputs.reset();
    cursor.reset();
    screens.clear();
    if (endpoint.descriptor >= 0)
        ::close(std::exchange(endpoint.descriptor, -1));
    if (session)
        spice_session_disconnect(session.get());
    session = {};
}

void SpiceConsole::Private::end(const ConsoleError &why)
{
    if (std::exchange(ended, true))
        return;
    stop();
    q.setState(State::Closed);
    Q_EMIT q.closed(why);
}

void SpiceConsole::Private::channelCame(SpiceSession *, SpiceChannel *channel)
{
    connections.connect<&Private::happened>(channel, "channel-event", this);
    connections.connect<&Private::socketWanted>(channel, "open-fd", this);
    switch (typeOf(channel)) {
    case SPICE_CHANNEL_MAIN:
        agent = std::make_unique<SpiceAgent>(channel);
        QObject::connect(agent.get(), &SpiceAgent::pointerModeChanged, &q, &ConsoleSession::pointerModeChanged);
        QObject::connect(agent.get(), &SpiceAgent::changed, &q, &ConsoleSession::resizableChanged);
        QObject::connect(agent.get(), &SpiceAgent::changed, &q, [this] {
            if (agent->isPresent())
                SpiceSound::keepLibraryOut(session.get());
        });
        clipboard.attach(*agent);
        files.attach(*agent);
        return; // the session connects it
    case SPICE_CHANNEL_DISPLAY:
        attachScreen(channel);
        break;
    case SPICE_CHANNEL_INPUTS:
        break; // takes nothing before it is open
    case SPICE_CHANNEL_CURSOR:
        cursor = std::make_unique<SpiceCursor>(channel);
        QObject::connect(cursor.get(), &SpiceCursor::changed, &q, &ConsoleSession::cursorChanged);
        QObject::connect(cursor.get(), &SpiceCursor::moved, &q, &ConsoleSession::cursorMoved);
        break;
    case SPICE_CHANNEL_PLAYBACK:
        sound.attachPlayback(channel);
        return;
    case SPICE_CHANNEL_RECORD:
        sound.attachRecord(channel);
        return;
    case SPICE_CHANNEL_WEBDAV:
        files.attachFolder(session.get(), channel); // connected once a folder is shared
        return;
    case SPICE_CHANNEL_USBREDIR:
        usb.channelsChanged(); // the library connects it for a device
        return;
    default:
        return;
    }
    spice_channel_connect(channel);
}

void SpiceConsole::Private::channelWent(SpiceSession *, SpiceChannel *channel)
{
    bytesOfFormer += bytesOf(channel);
    connections.clear(channel);
    int id = 0;
    g_object_get(channel, "channel-id", &id, nullptr);
    switch (typeOf(channel)) {
    case SPICE_CHANNEL_INPUTS: inputs.reset(); break;
    case SPICE_CHANNEL_CURSOR: cursor.reset(); break;
    case SPICE_CHANNEL_PLAYBACK:
    case SPICE_CHANNEL_RECORD: sound.detach(channel); break;
    case SPICE_CHANNEL_WEBDAV: files.detachFolder(); break;
    case SPICE_CHANNEL_USBREDIR: usb.channelsChanged(); break;
    case SPICE_CHANNEL_DISPLAY:
        if (const auto it = screens.find(id); it != screens.end()) {
            picture.keep();
            for (const auto &each : heads)
                each->picture.keep();
            screens.erase(it);
            layOut();
        }
        break;
    default: break;
    }
}

void SpiceConsole::Private::named(SpiceSession *, GParamSpec *)
{
    char *name = nullptr;
    g_object_get(session.get(), "name", &name, nullptr);
    desktopName = QString::fromUtf8(name);
    g_free(name);
    Q_EMIT q.desktopNameChanged();
}

void SpiceConsole::Private::socketWanted(SpiceChannel *channel, int withTls)
{
    if (withTls) {
        // The library speaks TLS over connections of its own alone.
        end({Kind::NeedsOwnEncryption, QStringLiteral("The server wants encryption within the connection that it was handed.")});
        return;
    }
    if (endpoint.descriptor >= 0) {
        give(channel, std::exchange(endpoint.descriptor, -1), {});
        return;
    }
    if (!endpoint.openAnother) {
        end({Kind::Unreachable, QStringLiteral("There is one connection, but SPICE needs several.")});
        return;
    }
    const QPointer<SpiceConsole> console(&q);
    endpoint.openAnother([this, console, kept = GRef<SpiceChannel>::share(channel), of = session.get()](int descriptor, const QString &problem) {
        if (console && !ended && session.get() == of)
            give(kept.get(), descriptor, problem);
        else if (descriptor >= 0)
            ::close(descriptor);
    });
}

void SpiceConsole::Private::give(SpiceChannel *channel, int descriptor, const QString &problem)
{
    if (descriptor < 0)
        end({Kind::Unreachable, problem});
    else if (!spice_channel_open_fd(channel, descriptor))
        ::close(descriptor);
}

void SpiceConsole::Private::happened(SpiceChannel *channel, SpiceChannelEvent event)
{
    const int type = typeOf(channel);
    if (event == SPICE_CHANNEL_OPENED) {
        opened(channel, type);
        return;
    }
    if (event == SPICE_CHANNEL_NONE || event == SPICE_CHANNEL_SWITCHING || !isVital(type))
        return;
    const GError *error = spice_channel_get_error(channel);
    if (event == SPICE_CHANNEL_ERROR_AUTH && type == SPICE_CHANNEL_MAIN)
        refused(error);
    else
        // Not from within the library's own signal: what it emits from would go.
        QMetaObject::invokeMethod(&q, [this, why = errorOf(event, error)] { end(why); }, Qt::QueuedConnection);
}

void SpiceConsole::Private::opened(SpiceChannel *channel, int type)
{
    if (type == SPICE_CHANNEL_MAIN) {
        timesWrong = 0;
        q.setState(State::Connected);
    } else if (type == SPICE_CHANNEL_INPUTS) {
        inputs = std::make_unique<SpiceInputs>(channel);
        QObject::connect(inputs.get(), &SpiceInputs::locksChanged, &q, &ConsoleSession::lockKeysChanged);
        Q_EMIT q.lockKeysChanged();
    }
}

void SpiceConsole::Private::refused(const GError *error)
{
    const bool again = !descriptorsGiven || endpoint.openAnother;
    if (std::exchange(asked, false))
        ++timesWrong;
    const ConsoleError why{Kind::AuthenticationFailed, textOf(error)};
    const bool withUser = g_error_matches(error, SPICE_CLIENT_ERROR, SPICE_CLIENT_ERROR_AUTH_NEEDS_USERNAME)
                          || g_error_matches(error, SPICE_CLIENT_ERROR, SPICE_CLIENT_ERROR_AUTH_NEEDS_PASSWORD_AND_USERNAME);
    const bool hopeless = !again || timesWrong >= mostAnswers;
    QMetaObject::invokeMethod(
        &q,
        [this, why, withUser, hopeless] {
            if (ended)
                return;
            if (hopeless) {
                end(why);
                return;
            }
            q.setState(State::Authenticating);
            Q_EMIT q.credentialsNeeded(withUser);
        },
        Qt::QueuedConnection);
}

// The library encrypts what goes to the one port and nothing that goes to the other, and keeps the certificate to itself.
ConnectionSecurity SpiceConsole::Private::security() const
{
    using Extent = ConnectionSecurity::Extent;
    if (!session || descriptorsGiven || endpoint.tlsPort <= 0)
        return {};
    ConnectionSecurity security{Extent::All, QStringLiteral("TLS"), {}, {}, endpoint.certificateSubject};
    if (security.verifiedName.isEmpty())
        security.verifiedName = endpoint.address;
    if (endpoint.port <= 0)
        return security;
    int encrypted = 0;
    int plain = 0;
    GList *channels = spice_session_get_channels(session.get());
    for (GList *each = channels; each; each = each->next) {
        const int port = portOf(SPICE_CHANNEL(each->data));
        if (port > 0)
            ++(port == endpoint.tlsPort ? encrypted : plain);
    }
    g_list_free(channels);
    security.extent = encrypted == 0 ? Extent::Nothing : plain == 0 ? Extent::All : Extent::Some;
    return encrypted == 0 ? ConnectionSecurity{} : security;
}

quint64 SpiceConsole::Private::bytesOf(SpiceChannel *channel) const
{
    gulong bytes = 0;
    g_object_get(channel, "total-read-bytes", &bytes, nullptr);
    return bytes;
}
