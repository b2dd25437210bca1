// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/websocketpeer.h"

#include <QCryptographicHash>
#include <QList>
#include <QtEndian>

#include <stdexcept>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

bool WebSocketPeer::Client::readRequest()
{
    request.clear();
    char byte = 0;
    while (!request.endsWith("\r\n\r\n")) {
        if (!readExactly(&byte, 1))
            return false;
        request.append(byte);
    }
    return true;
}

bool WebSocketPeer::Client::agree()
{
    if (!readRequest())
        return false;
    QByteArray key;
    for (const auto &line : request.split('\n')) {
        if (line.toLower().startsWith("sec-websocket-key:"))
            key = line.mid(line.indexOf(':') + 1).trimmed();
    }
    const auto hash = QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1); // RFC 6455
    return write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + hash.toBase64()
                 + "\r\nSec-WebSocket-Protocol: binary\r\n\r\n");
}

bool WebSocketPeer::Client::write(const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const auto count = ::send(m_socket, bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

QByteArray WebSocketPeer::Client::readFrame()
{
    uchar head[2];
    if (!readExactly(reinterpret_cast<char *>(head), 2) || (head[0] & 0x0f) == closing)
        return {};
    quint64 length = head[1] & 0x7f;
    if (length >= 126) {
        uchar longer[8];
        const int size = length == 126 ? 2 : 8;
        if (!readExactly(reinterpret_cast<char *>(longer), size))
            return {};
        length = size == 2 ? qFromBigEndian<quint16>(longer) : qFromBigEndian<quint64>(longer);
    }
    char mask[4];
    QByteArray payload(qsizetype(length), Qt::Uninitialized);
    if (!(head[1] & 0x80) || !readExactly(mask, 4) || !readExactly(payload.data(), payload.size()))
        return {};
    for (qsizetype i = 0; i < payload.size(); ++i)
        payload[i] = char(payload[i] ^ mask[i % 4]);
    return payload;
}

void WebSocketPeer::Client::waitForEnd()
{
    char byte = 0;
    while (readExactly(&byte, 1)) {}
}

bool WebSocketPeer::Client::readExactly(char *to, qsizetype count)
{
    return count == 0 || ::recv(m_socket, to, size_t(count), MSG_WAITALL) == count;
}

QByteArray WebSocketPeer::frame(const QByteArray &payload, int opcode, bool last)
{
    QByteArray bytes(1, char((last ? 0x80 : 0) | opcode));
    if (payload.size() < 126) {
        bytes.append(char(payload.size()));
    } else {
        uchar length[8];
        qToBigEndian(quint64(payload.size()), length);
        bytes.append(char(127)).append(reinterpret_cast<char *>(length), 8);
    }
    return bytes + payload;
}

WebSocketPeer::WebSocketPeer(std::function<void(Client &)> talk) : m_talk(std::move(talk)), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || ::listen(m_listener, 8) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size) != 0)
        throw std::runtime_error("no port to listen on");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

WebSocketPeer::~WebSocketPeer()
{
    m_stopping = true;
    ::shutdown(m_listener, SHUT_RDWR);
    if (const int client = m_client; client >= 0)
        ::shutdown(client, SHUT_RDWR);
    m_thread.join();
    ::close(m_listener);
}

void WebSocketPeer::serve()
{
    while (!m_stopping) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        m_client = socket;
        if (!m_stopping) {
            Client client(socket);
            m_talk(client);
        }
        m_client = -1;
        ::close(socket);
        ++m_served;
    }
}
