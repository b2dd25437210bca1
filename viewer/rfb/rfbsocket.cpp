// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbsocket.h"

#include <QByteArray>

#include <cerrno>
#include <cstring>
#include <memory>

#include <fcntl.h>
#include <linux/tcp.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;

ConsoleError unreachable(const char *words)
{
    return {ConsoleError::Kind::Unreachable, QString::fromLocal8Bit(words)};
}

// 0, or an errno; ECANCELED where the wake-up came first.
int waitConnected(int socket, Clock::time_point deadline, int wake)
{
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        if (left <= 0)
            return ETIMEDOUT;
        pollfd waits[] = {{socket, POLLOUT, 0}, {wake, POLLIN, 0}};
        const int ready = poll(waits, 2, int(left));
        if (ready < 0 && errno != EINTR)
            return errno;
        if (ready > 0 && waits[1].revents)
            return ECANCELED;
        if (ready > 0 && waits[0].revents) {
            int outcome = 0;
            socklen_t size = sizeof outcome;
            getsockopt(socket, SOL_SOCKET, SO_ERROR, &outcome, &size);
            return outcome;
        }
    }
}

int tryOne(const addrinfo &where, Clock::time_point deadline, int wake, int &connected)
{
    const int fd = socket(where.ai_family, where.ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, where.ai_protocol);
    if (fd < 0)
        return errno;
    int outcome = connect(fd, where.ai_addr, where.ai_addrlen) == 0 ? 0 : errno;
    if (outcome == EINPROGRESS)
        outcome = waitConnected(fd, deadline, wake);
    if (outcome == 0)
        connected = fd;
    else
        close(fd);
    return outcome;
}

} // namespace

std::variant<int, ConsoleError> rfbsocket::connectTo(const QString &address, int port, std::chrono::milliseconds limit,
                                                     int wake)
{
    if (address.isEmpty() || port < 1 || port > 65535)
        return unreachable("No address to connect to");
    const auto deadline = Clock::now() + limit;
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *raw = nullptr;
    const QByteArray host = address.toUtf8();
    // AI_ADDRCONFIG hides loopback where nothing else is configured.
    const QByteArray service = QByteArray::number(port);
    int found = getaddrinfo(host.constData(), service.constData(), &hints, &raw);
    if (found != 0) {
        hints.ai_flags = 0;
        found = getaddrinfo(host.constData(), service.constData(), &hints, &raw);
    }
    if (found != 0)
        return unreachable(gai_strerror(found));
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> list(raw, freeaddrinfo);
    int outcome = EHOSTUNREACH;
    for (const addrinfo *each = list.get(); each; each = each->ai_next) {
        int connected = -1;
        outcome = tryOne(*each, deadline, wake, connected);
        if (outcome == 0)
            return connected;
        if (outcome == ECANCELED)
            break;
    }
    if (outcome == ECONNREFUSED)
        return ConsoleError{ConsoleError::Kind::Refused, QString::fromLocal8Bit(strerror(outcome))};
    return unreachable(strerror(outcome));
}

void rfbsocket::prepare(int socket)
{
    if (const int flags = fcntl(socket, F_GETFL); flags >= 0)
        fcntl(socket, F_SETFL, flags & ~O_NONBLOCK);
    const timeval patience{0, 100'000};
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const int on = 1;
    const int idle = 30;
    // These fail on a local socket, where they are not needed.
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(socket, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    setsockopt(socket, IPPROTO_TCP, TCP_KEEPIDLE, &idle, sizeof idle);
}

std::optional<std::chrono::microseconds> rfbsocket::roundTrip(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 || info.tcpi_rtt == 0)
        return {};
    return std::chrono::microseconds(info.tcpi_rtt);
}

quint64 rfbsocket::bytesReceived(int socket)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return 0;
    return size >= offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received ? info.tcpi_bytes_received : 0;
}
