// SPDX-License-Identifier: GPL-3.0-or-later
// Of RfbConversation: everything up to the first picture, and what the end of a connection means.
#include "viewer/rfb/rfbconversation.h"

#include "viewer/rfb/rfbsocket.h"

#include <QFile>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <utility>

#include <sys/select.h>

#include <rfb/rfbclient.h>
#ifdef VIVARIUM_HAVE_GNUTLS
#include <gnutls/gnutls.h>
#endif

namespace {

constexpr unsigned handshakeSeconds = 15;
// On the same machine bandwidth costs less than compression; elsewhere it is the other way round.
constexpr auto localEncodings = "raw copyrect";
constexpr auto remoteEncodings = "copyrect tight zrle hextile raw";

char tag;

bool isAnonymous(quint32 subtype)
{
    return subtype == rfbVeNCryptTLSNone || subtype == rfbVeNCryptTLSVNC || subtype == rfbVeNCryptTLSPlain
           || subtype == rfbVeNCryptTLSSASL;
}

QString systemAuthorities()
{
    const QString places[] = {QStringLiteral("/etc/ssl/certs/ca-certificates.crt"),
                              QStringLiteral("/etc/pki/tls/certs/ca-bundle.crt"), QStringLiteral("/etc/ssl/cert.pem")};
    for (const QString &place : places) {
        if (QFile::exists(place))
            return place;
    }
    return {};
}

#ifdef VIVARIUM_HAVE_GNUTLS
ConnectionSecurity securityOf(gnutls_session_t tls)
{
    ConnectionSecurity security{ConnectionSecurity::Extent::All, QString::fromLatin1(gnutls_protocol_get_name(gnutls_protocol_get_version(tls))),
                                QString::fromLatin1(gnutls_cipher_get_name(gnutls_cipher_get(tls))), {}, {}};
    security.protocol.replace(QLatin1StringView("TLS1"), QLatin1StringView("TLS 1"));
    unsigned count = 0;
    if (gnutls_certificate_type_get(tls) != GNUTLS_CRT_X509)
        return security;
    if (const auto *chain = gnutls_certificate_get_peers(tls, &count); chain && count > 0)
        security.certificate = QByteArray(reinterpret_cast<const char *>(chain->data), qsizetype(chain->size));
    return security;
}
#endif

} // namespace

RfbConversation *RfbConversation::of(_rfbClient *client)
{
    return static_cast<RfbConversation *>(rfbClientGetClientData(client, &tag));
}

// Announces encodings beyond those of libvncclient; no rectangle reaches it.
void RfbConversation::registerExtension()
{
    static rfbClientProtocolExtension extension{};
    static std::once_flag registered;
    std::call_once(registered, [] {
        extension.encodings = RfbExtensions::encodings();
        rfbClientRegisterExtension(&extension);
    });
}

bool RfbConversation::prepare(int socket)
{
    // libvncclient waits with select(), which writes past its set for higher numbers.
    if (socket >= FD_SETSIZE)
        return fail(ConsoleError::Kind::Unsupported, QStringLiteral("Too many files are open"));
    m_client = rfbGetClient(8, 3, 4);
    if (!m_client)
        return fail(ConsoleError::Kind::Unsupported, QStringLiteral("Out of memory"));
    rfbsocket::prepare(socket);
    m_client->sock = socket;
    m_client->listenSpecified = TRUE; // the socket is connected already
    m_client->readTimeout = handshakeSeconds / 2; // counts waits that may last twice as long as it thinks
    m_client->format.redShift = 16;
    m_client->format.greenShift = 8;
    m_client->format.blueShift = 0;
    m_client->canHandleNewFBSize = TRUE;
    m_client->appData.shareDesktop = TRUE;
    m_client->appData.useRemoteCursor = TRUE;
    const bool local = m_endpoint.link == Endpoint::Link::Local;
    m_client->appData.encodingsString = local ? localEncodings : remoteEncodings;
    m_client->appData.enableJPEG = !local;
    m_client->appData.compressLevel = m_quality.levels().compression;
    m_client->appData.qualityLevel = m_quality.levels().jpeg;
    free(m_client->serverHost); // certificates are checked against it
    const QString &owner = m_endpoint.certificateSubject.isEmpty() ? m_endpoint.address : m_endpoint.certificateSubject;
    m_client->serverHost = strdup(owner.toUtf8().constData());
    rfbClientSetClientData(m_client, &tag, this);
    setHooks();
    return true;
}

void RfbConversation::setHooks()
{
    static const uint32_t verified[] = {rfbVeNCrypt, rfbSASL, rfbVncAuth, rfbNoAuth, rfbARD, rfbUltraMSLogonII, 0};
    static const uint32_t anonymousToo[] = {rfbVeNCrypt, rfbTLS, rfbSASL, rfbVncAuth, rfbNoAuth, rfbARD, rfbUltraMSLogonII, 0};
    SetClientAuthSchemes(m_client, m_endpoint.allowAnonymousTls ? anonymousToo : verified, -1);
    m_client->GetPassword = [](rfbClient *client) { return of(client)->password(); };
    m_client->GetUser = [](rfbClient *client) { return of(client)->user(); };
    m_client->GetCredential = [](rfbClient *client, int type) { return of(client)->credential(type); };
    m_client->MallocFrameBuffer = [](rfbClient *client) -> rfbBool {
        return of(client)->allocate(client->width, client->height);
    };
    m_client->Bell = [](rfbClient *client) { of(client)->m_link.report(&RfbReports::bell); };
}

// A connected descriptor was made by someone who knows the way: the same machine, or a tunnel that is encrypted.
bool RfbConversation::isTransportTrusted() const
{
    return m_endpoint.descriptor >= 0 && m_endpoint.isWaySafe;
}

// True, with the error set, where the server offers no certificate or no encryption for what is to be sent.
bool RfbConversation::refuseAnonymous()
{
    if (isTransportTrusted())
        return false;
    // A server of version 3.3 chooses for itself.
    if (m_client->authScheme == rfbTLS && !m_endpoint.allowAnonymousTls)
        return !fail(ConsoleError::Kind::CertificateNotTrusted, QStringLiteral("The server shows no certificate"));
    if (m_client->authScheme != rfbVeNCrypt)
        return false;
    if (isAnonymous(m_client->subAuthScheme) && !m_endpoint.allowAnonymousTls)
        return !fail(ConsoleError::Kind::CertificateNotTrusted, QStringLiteral("The server shows no certificate"));
    if (m_client->subAuthScheme == rfbVeNCryptPlain)
        return !fail(ConsoleError::Kind::Unsupported, QStringLiteral("The server asks for a password without encryption"));
    return false;
}

std::optional<RfbAnswer> RfbConversation::secret(bool withUser)
{
    if (refuseAnonymous())
        return {};
    const bool given = !m_endpoint.password.isEmpty() && (!withUser || !m_endpoint.user.isEmpty());
    std::optional<RfbAnswer> answer;
    if (given && !m_secrets.givenTried)
        answer = RfbAnswer{m_endpoint.user.toUtf8(), m_endpoint.password.toUtf8()};
    else
        answer = m_link.ask(withUser);
    m_secrets.givenTried = true;
    m_secretSent = answer.has_value();
    return answer;
}

char *RfbConversation::password()
{
    const auto answer = m_saslAnswer ? m_saslAnswer : secret(false);
    return answer ? strdup(answer->password.constData()) : nullptr;
}

// SASL asks for user and password one after the other.
char *RfbConversation::user()
{
    m_saslAnswer = secret(true);
    return m_saslAnswer ? strdup(m_saslAnswer->user.constData()) : nullptr;
}

_rfbCredential *RfbConversation::credential(int type)
{
    if (type == rfbCredentialTypeX509)
        return certificates(m_endpoint);
    const auto answer = secret(true);
    if (!answer)
        return nullptr;
    auto *credential = static_cast<rfbCredential *>(calloc(1, sizeof(rfbCredential)));
    credential->userCredential.username = strdup(answer->user.constData());
    credential->userCredential.password = strdup(answer->password.constData());
    return credential;
}

_rfbCredential *RfbConversation::certificates(const Endpoint &endpoint)
{
    const QString authority = endpoint.certificateAuthority.isEmpty() ? systemAuthorities() : endpoint.certificateAuthority;
    auto *credential = static_cast<rfbCredential *>(calloc(1, sizeof(rfbCredential)));
    if (!authority.isEmpty())
        credential->x509Credential.x509CACertFile = strdup(QFile::encodeName(authority).constData());
    credential->x509Credential.x509CrlVerifyMode = rfbX509CrlVerifyNone;
    return credential;
}

ConnectionSecurity RfbConversation::security() const
{
    using Extent = ConnectionSecurity::Extent;
    if (m_client->tlsSession) {
#ifdef VIVARIUM_HAVE_GNUTLS
        return securityOf(static_cast<gnutls_session_t>(m_client->tlsSession));
#else
        return {Extent::All, QStringLiteral("TLS"), {}, {}, {}};
#endif
    }
#ifdef LIBVNCSERVER_HAVE_SASL
    // Without TLS around it the library takes no mechanism that does not encrypt.
    if (m_client->saslconn)
        return {Extent::All, QStringLiteral("SASL"), {}, {}, {}};
#endif
    return {};
}

ConsoleError RfbConversation::verdict() const
{
    using Kind = ConsoleError::Kind;
    if (m_link.isStopped())
        return {Kind::Closed, {}};
    if (m_error)
        return *m_error;
    const QByteArray last = m_log.lines().isEmpty() ? QByteArray() : m_log.lines().constLast();
    // The last of these lines is the most exact one; the failed handshake that follows says less.
    const auto ofCertificate = [](const QByteArray &line) {
        return line.startsWith("The certificate") || line.startsWith("No CA certificate") || line.startsWith("Cannot load CA");
    };
    const auto found = std::find_if(m_log.lines().crbegin(), m_log.lines().crend(), ofCertificate);
    if (!m_established && found != m_log.lines().crend())
        return {Kind::CertificateNotTrusted, QString::fromUtf8(*found)};
    const QString words = QString::fromUtf8(last);
    if (const QByteArray reason("VNC connection failed: "); last.startsWith(reason))
        return {m_secretSent ? Kind::AuthenticationFailed : Kind::Refused, QString::fromUtf8(last.mid(reason.size()))};
    if (last.contains("authentication failed") || last.contains("Reading password failed"))
        return {m_secretSent ? Kind::AuthenticationFailed : Kind::Refused, words};
    if (last.contains("certificate"))
        return {Kind::CertificateNotTrusted, words};
    if (last.contains("Unknown authentication") || last.contains("Unknown sub authentication") || last.contains("VeNCrypt"))
        return {Kind::Unsupported, words};
    if (last.contains("timed out"))
        return {Kind::Unreachable, words};
    if (last.isEmpty())
        return {Kind::Closed, QStringLiteral("VNC server closed connection")};
    // QEMU hangs up over a wrong password where it was sent by SASL, and says nothing.
    if (!m_established && m_saslAnswer && last.contains("closed connection"))
        return {Kind::AuthenticationFailed, words};
    if (last.contains("closed connection") || last.startsWith("read (") || last.startsWith("write"))
        return {Kind::Closed, words};
    return {Kind::ProtocolViolation, words};
}
