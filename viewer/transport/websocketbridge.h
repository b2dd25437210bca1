// SPDX-License-Identifier: GPL-3.0-or-later
// A display behind a WebSocket as a connected descriptor: carries bytes both ways on a thread of its own, as
// websockify, QEMU and clusters speak it (binary frames, subprotocol "binary"). The object itself lives in the GUI thread.
#pragma once

#include "viewer/session/connectionsecurity.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <memory>

struct WebSocketProblem {
    enum class Kind {
        Unreachable,    ///< no such name, no route, the connection broke
        Refused,        ///< nobody listens there
        NotTrusted,     ///< the certificate, or who signed it
        BadAuthority,   ///< the authority that was given holds no certificate
        HttpStatus,     ///< an answer, but not to a WebSocket: see status
        HungUp,         ///< without a word, as websockify does where it does not know a token
        NotAWebSocket,
        TimedOut,
        Ended,          ///< the WebSocket stood, and was closed before the display spoke
    };
    Kind kind = Kind::Unreachable;
    int status = 0;     ///< of HttpStatus
    QString detail;     ///< the library's or server's own words; the path of the address, which may be secret, is not in it
};

class WebSocketBridge final : public QObject {
    Q_OBJECT
public:
    struct Request {
        QUrl url;                ///< ws or wss
        QByteArray authority;    ///< PEM: who may have signed the server's certificate; empty: whom this computer trusts
        std::chrono::milliseconds patience = std::chrono::seconds(15); ///< until the display speaks
    };

    explicit WebSocketBridge(QObject *parent = nullptr);
    /// Ends the connection; does not wait for the network. Whoever has the descriptor reads its end.
    ~WebSocketBridge() override;

    /// Once. Either ready() or failed() follows.
    void open(const Request &request);
    /// After ready(): a connected socket, which the caller closes; that ends the connection. -1 when asked again.
    int takeDescriptor();
    /// After ready(): how the way to the web server is protected.
    ConnectionSecurity security() const;

Q_SIGNALS:
    /// The display spoke. Servers of protocols that wait for the client to speak cannot be bridged.
    void ready();
    void failed(const WebSocketProblem &problem);

private:
    friend class CarrierLink;
    void announce();

    class Private;
    std::unique_ptr<Private> d;
};
