// SPDX-License-Identifier: GPL-3.0-or-later
// One connection to a VNC server, from the handshake to its end, on the session's own thread. libvncclient connects,
// authenticates and encrypts; framebuffer updates are read here, pixels by our own decoders, and so are rectangles
// without pixels, because version 0.9.14 knows some of them not at all and ends the session over others that QEMU sends.
#pragma once

#include "viewer/rfb/decode/decoders.h"
#include "viewer/rfb/rfbattention.h"
#include "viewer/rfb/rfbextensions.h"
#include "viewer/rfb/rfblink.h"
#include "viewer/rfb/rfblog.h"
#include "viewer/rfb/rfbprotocol.h"
#include "viewer/rfb/rfbquality.h"
#include "viewer/rfb/rfbscreens.h"
#include "viewer/rfb/rfbtransport.h"
#include "viewer/rfb/rfbwire.h"
#include "viewer/session/endpoint.h"

struct _rfbClient;
union _rfbCredential;

/// What a session remembers from one connection attempt to the next.
struct RfbSecrets {
    bool givenTried = false; ///< the endpoint's own user and password were offered
};

class RfbConversation final : private RfbWire {
public:
    RfbConversation(RfbLink &link, Framebuffer &framebuffer, const Endpoint &endpoint, RfbSecrets &secrets);
    ~RfbConversation() override;
    Q_DISABLE_COPY_MOVE(RfbConversation)

    /// Takes the socket over, talks until the connection ends, and tells why it did.
    ConsoleError talk(int socket);

private:
    // Handshake.
    bool prepare(int socket);
    void setHooks();
    bool isTransportTrusted() const;
    bool refuseAnonymous();
    char *password();
    char *user();
    _rfbCredential *credential(int type);
    std::optional<RfbAnswer> secret(bool withUser);
    static _rfbCredential *certificates(const Endpoint &endpoint);
    ConnectionSecurity security() const;

    // Conversation.
    void converse();
    bool handleMessage();
    bool handleUpdate();
    bool decode(const rfb::Rectangle &rectangle);
    bool skipColourMap();
    bool finishUpdate();
    void requestUpdate(bool incremental);

    // Rectangles without pixels.
    static bool isPseudo(qint32 encoding);
    bool handlePseudo(const rfb::Rectangle &rectangle);
    bool receiveCursor(const rfb::Rectangle &rectangle);
    bool receiveAlphaCursor(const rfb::Rectangle &rectangle);
    bool receiveExtendedDesktopSize(const rfb::Rectangle &rectangle);
    bool resize(int width, int height);
    bool allocate(int width, int height);

    // Bytes.
    bool read(void *into, quint32 count) override;
    bool write(const QByteArray &bytes) override;
    /// Before anything is written, by us or by the library.
    RfbOutlet::Hold holdOutlet();

    // Input.
    void sendWaitingInput();
    void send(const ConsoleKey &key);
    void send(const RfbPointer &pointer);
    void send(const RfbResize &resize);
    void send(const RfbMeasurement &);
    void send(PictureQuality quality);
    void sendEncodings();
    void learnWay();
    int untilAttentionIsDue() const;
    void callAttention();
    template<class Extension>
    void send(const Extension &input)
    {
        m_extensions.send(input);
    }

    bool fail(ConsoleError::Kind kind, const QString &message);
    ConsoleError verdict() const;
    static RfbConversation *of(_rfbClient *client);
    static void registerExtension();

    RfbLink &m_link;
    Framebuffer &m_framebuffer;
    const Endpoint &m_endpoint;
    RfbSecrets &m_secrets;
    RfbLog m_log;
    _rfbClient *m_client = nullptr;
    RfbTransport m_transport;
    rfb::Decoders m_decoders;
    rfb::Canvas m_canvas;
    std::optional<ConsoleError> m_error;
    std::optional<RfbAnswer> m_saslAnswer;
    bool m_secretSent = false;
    bool m_established = false;
    bool m_resizable = false;
    bool m_fullUpdateNeeded = false;
    QSize m_reportedSize;
    RfbExtensions m_extensions;
    RfbAttention m_attention;
    bool m_drawn = false; ///< by the update that is being read
    QList<RfbScreen> m_screens;
    bool m_askedForOneScreen = false;
    RfbQuality m_quality;
    std::chrono::steady_clock::time_point m_updateBegan;
    quint64 m_bytesAtBegin = 0;
};
