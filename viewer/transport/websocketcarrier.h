// SPDX-License-Identifier: GPL-3.0-or-later
// The part of WebSocketBridge that lives in its thread: owns the WebSocket and one end of a socket pair. What comes in
// is written before anything further is read, so that a slow display slows its server; what goes out waits in a
// bounded buffer.
#pragma once

#include "viewer/transport/websocketbridge.h"

#include <QList>
#include <QSocketNotifier>
#include <QSslError>
#include <QTimer>
#include <QWebSocket>

#include <atomic>
#include <mutex>
#include <optional>

/// What a bridge and its carrier share: how it went, and the wish to stop.
class CarrierLink final {
public:
    explicit CarrierLink(WebSocketBridge *bridge);
    ~CarrierLink();
    Q_DISABLE_COPY_MOVE(CarrierLink)

    // GUI thread.
    /// Wakes the carrier where it waits; the bridge hears nothing afterwards.
    void stop();
    /// Why it failed; nothing where the display spoke.
    std::optional<WebSocketProblem> outcome();
    ConnectionSecurity security();

    // The carrier's thread.
    bool isStopped() const { return m_stopped; }
    /// Readable from stop() on.
    int descriptor() const { return m_wake; }
    /// Before report().
    void secured(const ConnectionSecurity &security);
    /// Once.
    void report(const std::optional<WebSocketProblem> &outcome);

private:
    std::atomic<bool> m_stopped = false;
    const int m_wake;
    std::mutex m_mutex;
    WebSocketBridge *m_bridge;
    std::optional<WebSocketProblem> m_outcome;
    ConnectionSecurity m_security;
};

class WebSocketCarrier final : public QObject {
    Q_OBJECT
public:
    /// Takes over `end`, a socket that does not block.
    WebSocketCarrier(WebSocketBridge::Request request, int end, std::shared_ptr<CarrierLink> link);
    ~WebSocketCarrier() override;

    void start();

private:
    bool encrypt();
    void carryIn(const QByteArray &frame);
    bool waitForRoom();
    void readOut();
    void sendOut();
    void lose(WebSocketProblem::Kind kind, const QString &detail = {});
    void noteError(QAbstractSocket::SocketError error);
    void finish();

    const WebSocketBridge::Request m_request;
    const int m_end;
    const std::shared_ptr<CarrierLink> m_link;
    QWebSocket m_socket;
    QSocketNotifier m_readable;
    QTimer m_patience;
    QList<QSslError> m_distrust;
    QByteArray m_out;        ///< read from the display's session, not sent yet
    bool m_stood = false;    ///< the WebSocket was there
    bool m_spoke = false;
    bool m_finished = false;
};
