// SPDX-License-Identifier: GPL-3.0-or-later
// The server's side of a WebSocket, byte by byte as a test wants it: one client after the other, each handed to the
// test's own function in a thread of the peer. Blocking; ends with the peer.
#pragma once

#include <QByteArray>

#include <atomic>
#include <functional>
#include <thread>

class WebSocketPeer final {
public:
    class Client final {
    public:
        explicit Client(int socket) : m_socket(socket) {}

        /// Up to the empty line; false when the client went first.
        bool readRequest();
        QByteArray request;
        /// Says yes to the request.
        bool agree();
        /// False when the client is gone.
        bool write(const QByteArray &bytes);
        /// What the client's next frame holds, unmasked; null at the end, and for a closing frame.
        QByteArray readFrame();
        /// Until the client is gone.
        void waitForEnd();

    private:
        bool readExactly(char *to, qsizetype count);
        int m_socket;
    };

    static constexpr int text = 1, binary = 2, closing = 8, ping = 9;
    static QByteArray frame(const QByteArray &payload, int opcode = binary, bool last = true);

    explicit WebSocketPeer(std::function<void(Client &)> talk);
    ~WebSocketPeer();
    WebSocketPeer(const WebSocketPeer &) = delete;
    WebSocketPeer &operator=(const WebSocketPeer &) = delete;

    int port() const { return m_port; }
    /// So many clients were talked to, to the end.
    int served() const { return m_served; }

private:
    void serve();

    const std::function<void(Client &)> m_talk;
    int m_listener = -1;
    int m_port = 0;
    std::atomic<int> m_client = -1;
    std::atomic<int> m_served = 0;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};
