// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rfbserver.h"

#include <QtEndian>

#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

// libvncclient's own, so that the test needs no DES.
extern "C" void rfbClientEncryptBytes(unsigned char *bytes, char *password);

namespace {

template<class Number>
QByteArray big(Number number)
{
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

template<class Number>
Number from(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<Number>(bytes.constData() + at);
}

std::optional<QByteArray> receive(int socket, qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    qsizetype got = 0;
    while (got < count) {
        const auto more = recv(socket, bytes.data() + got, size_t(count - got), 0);
        if (more <= 0)
            return {};
        got += more;
    }
    return bytes;
}

QByteArray pixelFormat()
{
    // 32 bits a pixel, 24 deep, little endian, true colour, 255 each, shifts 16, 8, 0.
    return big(quint8(32)) + big(quint8(24)) + big(quint8(0)) + big(quint8(1)) + big(quint16(255)) + big(quint16(255))
           + big(quint16(255)) + big(quint8(16)) + big(quint8(8)) + big(quint8(0)) + QByteArray(3, '\0');
}

} // namespace

RfbServer::RfbServer(Script script)
    : m_script(std::move(script))
    , m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    m_listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bind(m_listener, reinterpret_cast<sockaddr *>(&address), sizeof address);
    listen(m_listener, 8);
    socklen_t size = sizeof address;
    getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

RfbServer::~RfbServer()
{
    {
        const std::lock_guard held(m_mutex);
        m_stopping = true;
        if (m_client >= 0)
            shutdown(m_client, SHUT_RDWR);
    }
    eventfd_write(m_wake, 1);
    m_thread.join();
    for (const int each : std::as_const(m_pairs))
        close(each);
    close(m_listener);
    close(m_wake);
}

int RfbServer::connectedDescriptor()
{
    int ends[2];
    socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends);
    const std::lock_guard held(m_mutex);
    m_pairs.append(ends[0]);
    eventfd_write(m_wake, 1);
    return ends[1];
}

void RfbServer::serve()
{
    for (;;) {
        pollfd waits[] = {{m_listener, POLLIN, 0}, {m_wake, POLLIN, 0}};
        poll(waits, 2, -1);
        int client = -1;
        {
            const std::lock_guard held(m_mutex);
            if (m_stopping)
                return;
            if (!m_pairs.isEmpty())
                client = m_pairs.takeFirst();
        }
        if (waits[1].revents) {
            eventfd_t count;
            eventfd_read(m_wake, &count);
        }
        if (client < 0 && waits[0].revents)
            client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const int on = 1;
        setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        {
            const std::lock_guard held(m_mutex);
            m_client = client;
            m_sent = 0;
            ++m_heard.connections;
            m_heard.ended = false;
        }
        m_changed.notify_all();
        talk(client);
        {
            const std::lock_guard held(m_mutex);
            m_client = -1;
            m_heard.ended = true;
            close(client);
        }
        m_changed.notify_all();
    }
}

class RfbServer::Connection {
public:
    Connection(RfbServer &server, int socket)
        : s(server)
        , script(server.m_script)
        , fd(socket)
    {
    }

    bool greet()
    {
        if (script.silent)
            return receive(fd, 1).has_value() && false;
        s.send(script.version);
        if (!receive(fd, 12))
            return false;
        if (!script.refusal.isEmpty()) {
            s.send(big(quint8(0)) + big(quint32(script.refusal.size())) + script.refusal);
            return false;
        }
        if (script.version == "RFB 003.003\n") {
            s.send(script.securityTypes);
            return receive(fd, 1).has_value() && false;
        }
        const QByteArray usual = script.password.isEmpty() ? QByteArray("\x01") : QByteArray("\x02");
        const QByteArray types = script.securityTypes.isEmpty() ? usual : script.securityTypes;
        s.send(big(quint8(types.size())) + types);
        if (!receive(fd, 1))
            return false;
        if (!script.password.isEmpty() && !checkPassword())
            return false;
        s.send(big(quint32(0)));
        if (!receive(fd, 1))
            return false;
        const QByteArray name = "scripted";
        s.send(big(quint16(script.size.width())) + big(quint16(script.size.height())) + pixelFormat()
               + big(script.nameLength ? script.nameLength : quint32(name.size())) + name);
        return true;
    }

    bool checkPassword()
    {
        QByteArray challenge = "0123456789abcdef";
        s.send(challenge);
        const auto response = receive(fd, 16);
        if (!response)
            return false;
        QByteArray password = script.password.leftJustified(9, '\0');
        rfbClientEncryptBytes(reinterpret_cast<unsigned char *>(challenge.data()), password.data());
        if (*response == challenge)
            return true;
        const QByteArray reason = "Wrong password";
        {
            const std::lock_guard held(s.m_mutex);
            ++s.m_heard.wrongPasswords;
        }
        s.send(big(quint32(1)) + big(quint32(reason.size())) + reason);
        return false;
    }

    bool message()
    {
        const auto type = receive(fd, 1);
        if (!type)
            return false;
        switch (uchar(type->at(0))) {
        case 0:
            return receive(fd, 19).has_value();
        case 2:
            return encodings();
        case 3:
            return updateRequest();
        case 4:
            return key();
        case 5:
            return pointer();
        case 6:
            return clipboard();
        case 150:
            return continuousUpdates();
        case 248:
            return fence();
        case 251:
            return size();
        case 255:
            return qemu();
        default:
            return false;
        }
    }

private:
    template<class Record>
    bool record(Record change)
    {
        {
            const std::lock_guard held(s.m_mutex);
            change(s.m_heard);
        }
        s.m_changed.notify_all();
        return true;
    }

    bool encodings()
    {
        const auto head = receive(fd, 3);
        if (!head)
            return false;
        const auto count = from<quint16>(*head, 1);
        const auto list = receive(fd, 4 * count);
        if (!list)
            return false;
        record([&](Heard &heard) {
            heard.encodings.clear();
            for (qsizetype i = 0; i < count; ++i)
                heard.encodings.append(from<qint32>(*list, 4 * i));
        });
        if (!script.encodingsAnswer.isEmpty())
            s.send(script.encodingsAnswer);
        if (script.extendedKeys)
            s.send(update({rectangle(QRect({}, script.size), -258)}));
        return true;
    }

    bool updateRequest()
    {
        const auto body = receive(fd, 9);
        if (!body)
            return false;
        const bool first = std::exchange(m_first, false);
        record([&](Heard &heard) {
            ++heard.updateRequests;
            heard.fullRequests += body->at(0) == 0;
        });
        if (first && !script.greeting.isEmpty())
            s.send(script.greeting);
        if (!script.everyUpdate.isEmpty())
            s.send(script.everyUpdate);
        return true;
    }

    bool key()
    {
        const auto body = receive(fd, 7);
        return body && record([&](Heard &heard) {
            heard.keys.append({false, body->at(0) != 0, from<quint32>(*body, 3), 0});
            s.m_keyTime = std::chrono::steady_clock::now();
        });
    }

    bool qemu()
    {
        const auto submessage = receive(fd, 1);
        if (!submessage || submessage->at(0) == 0)
            return submessage && extendedKey();
        auto operation = receive(fd, 2);
        if (operation && from<quint16>(*operation, 0) == 2) {
            const auto format = receive(fd, 6);
            if (!format)
                return false;
            operation->append(*format);
        }
        return operation && record([&](Heard &heard) { heard.sound.append(*operation); });
    }

    bool extendedKey()
    {
        const auto body = receive(fd, 10);
        return body && record([&](Heard &heard) {
            heard.keys.append({true, from<quint16>(*body, 0) != 0, from<quint32>(*body, 2), from<quint32>(*body, 6)});
            s.m_keyTime = std::chrono::steady_clock::now();
        });
    }

    bool pointer()
    {
        const auto body = receive(fd, 5);
        return body && record([&](Heard &heard) {
            heard.pointers.append({uchar(body->at(0)), {from<quint16>(*body, 1), from<quint16>(*body, 3)}});
        });
    }

    bool clipboard()
    {
        const auto head = receive(fd, 7);
        if (!head)
            return false;
        const auto length = from<qint32>(*head, 3);
        const auto text = receive(fd, qAbs(length));
        return text && record([&](Heard &heard) { (length < 0 ? heard.extendedClipboard : heard.clipboard).append(*text); });
    }

    bool continuousUpdates()
    {
        const auto body = receive(fd, 9);
        return body && record([&](Heard &heard) {
            if (body->at(0))
                heard.continuousAreas.append(
                    {from<quint16>(*body, 1), from<quint16>(*body, 3), from<quint16>(*body, 5), from<quint16>(*body, 7)});
        });
    }

    bool fence()
    {
        const auto head = receive(fd, 8);
        const auto payload = head ? receive(fd, uchar(head->at(7))) : head;
        if (!payload)
            return false;
        const auto flags = from<quint32>(*head, 3);
        constexpr quint32 isRequest = 1u << 31;
        if (flags & isRequest && script.answersFences)
            s.send(RfbServer::fence(flags & ~isRequest, *payload));
        return record([&](Heard &heard) { heard.fences.append({flags, *payload}); });
    }

    bool size()
    {
        const auto body = receive(fd, 7);
        if (!body)
            return false;
        const auto screens = receive(fd, 16 * uchar(body->at(5)));
        return screens && record([&](Heard &heard) {
            heard.sizes.append({from<quint16>(*body, 1), from<quint16>(*body, 3)});
            heard.screenIds.append(screens->isEmpty() ? 0 : from<quint32>(*screens, 0));
            heard.screens.append(*screens);
        });
    }

    RfbServer &s;
    const Script &script;
    const int fd;
    bool m_first = true;
};

void RfbServer::talk(int socket)
{
    Connection connection(*this, socket);
    if (!connection.greet())
        return;
    while (connection.message()) {
    }
}

void RfbServer::send(const QByteArray &bytes)
{
    int client = -1;
    qsizetype count = bytes.size();
    {
        const std::lock_guard held(m_mutex);
        client = m_client;
        if (m_script.cutAfter >= 0)
            count = qBound<qint64>(0, m_script.cutAfter - m_sent, count);
        m_sent += bytes.size();
    }
    qsizetype done = 0;
    while (client >= 0 && done < count) {
        const auto more = ::send(client, bytes.constData() + done, size_t(count - done), MSG_NOSIGNAL);
        if (more <= 0)
            return;
        done += more;
    }
    if (count < bytes.size())
        hangUp();
}

void RfbServer::hangUp()
{
    const std::lock_guard held(m_mutex);
    if (m_client >= 0)
        shutdown(m_client, SHUT_RDWR);
}

RfbServer::Heard RfbServer::heard() const
{
    const std::lock_guard held(m_mutex);
    return m_heard;
}

bool RfbServer::waitFor(const std::function<bool(const Heard &)> &isSo) const
{
    std::unique_lock held(m_mutex);
    return m_changed.wait_for(held, std::chrono::seconds(10), [&] { return isSo(m_heard); });
}

std::chrono::steady_clock::time_point RfbServer::lastKeyTime() const
{
    const std::lock_guard held(m_mutex);
    return m_keyTime;
}

QByteArray RfbServer::update(const QList<QByteArray> &rectangles)
{
    QByteArray message = big(quint8(0)) + big(quint8(0)) + big(quint16(rectangles.size()));
    for (const QByteArray &each : rectangles)
        message += each;
    return message;
}

QByteArray RfbServer::rectangle(const QRect &area, qint32 encoding, const QByteArray &payload)
{
    return big(quint16(area.x())) + big(quint16(area.y())) + big(quint16(area.width())) + big(quint16(area.height()))
           + big(encoding) + payload;
}

QByteArray RfbServer::raw(const QImage &image, QPoint at)
{
    const QImage pixels = image.convertToFormat(QImage::Format_RGB32);
    QByteArray payload;
    for (int y = 0; y < pixels.height(); ++y)
        payload.append(reinterpret_cast<const char *>(pixels.constScanLine(y)), 4 * pixels.width());
    return rectangle(QRect(at, pixels.size()), 0, payload);
}

QByteArray RfbServer::copyRect(const QRect &to, QPoint source)
{
    return rectangle(to, 1, big(quint16(source.x())) + big(quint16(source.y())));
}

QByteArray RfbServer::cursor(const QImage &image, QPoint hotSpot)
{
    const QImage pixels = image.convertToFormat(QImage::Format_ARGB32);
    QByteArray colours;
    QByteArray mask((pixels.width() + 7) / 8 * pixels.height(), '\0');
    for (int y = 0; y < pixels.height(); ++y) {
        for (int x = 0; x < pixels.width(); ++x) {
            const QRgb pixel = pixels.pixel(x, y);
            const quint32 bare = pixel & 0xffffff;
            colours.append(reinterpret_cast<const char *>(&bare), 4);
            if (qAlpha(pixel) > 127) {
                const qsizetype at = y * ((pixels.width() + 7) / 8) + x / 8;
                mask[at] = char(uchar(mask.at(at)) | (0x80 >> x % 8));
            }
        }
    }
    return rectangle(QRect(hotSpot, pixels.size()), -239, colours + mask);
}

QByteArray RfbServer::extendedSize(QSize size, quint32 screenId, int reason, int status)
{
    const QByteArray screen = big(screenId) + big(quint16(0)) + big(quint16(0)) + big(quint16(size.width()))
                              + big(quint16(size.height())) + big(quint32(0));
    return rectangle(QRect(QPoint(reason, status), size), -308, big(quint8(1)) + QByteArray(3, '\0') + screen);
}

QByteArray RfbServer::cutText(const QByteArray &text)
{
    return big(quint8(3)) + QByteArray(3, '\0') + big(quint32(text.size())) + text;
}

QByteArray RfbServer::extendedClipboard(quint32 flags, const QByteArray &rest)
{
    return big(quint8(3)) + QByteArray(3, '\0') + big(qint32(-(4 + rest.size()))) + big(flags) + rest;
}

QByteArray RfbServer::fence(quint32 flags, const QByteArray &payload)
{
    return big(quint8(248)) + QByteArray(3, '\0') + big(flags) + big(quint8(payload.size())) + payload;
}

QByteArray RfbServer::sound(quint16 operation, const QByteArray &rest)
{
    return big(quint8(255)) + big(quint8(1)) + big(operation) + rest;
}
