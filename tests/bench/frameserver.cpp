// SPDX-License-Identifier: GPL-3.0-or-later
// An RFB server on loopback that sends updates encoded beforehand as fast as a client asks for them, for measuring
// viewers; a process of its own, so that its processor time is not theirs. Usage: frameserver WORKLOAD | still
// It says `port N`, and for each key pressed `key NANOSECONDS` (monotonic clock). On standard input it takes
// `count` (answer: `count UPDATES NANOSECONDS`), `paint RRGGBB` (a square at the top left; `painted NANOSECONDS`).
#include "tests/bench/workload.h"
#include "tests/support/rfbserver.h"

#include <QtEndian>

#include <atomic>
#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <iostream>
#include <mutex>
#include <string>
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>


namespace {

const QSize fullHd(1920, 1080);

long long now()
{
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1'000'000'000LL + time.tv_nsec;
}

std::mutex outMutex;

void say(const char *what, long long value, long long other = -1)
{
    const std::lock_guard held(outMutex);
    if (other < 0)
        std::printf("%s %lld\n", what, value);
    else
        std::printf("%s %lld %lld\n", what, value, other);
    std::fflush(stdout);
}

class Client final {
public:
    Client(int socket, const Workload &work)
        : m_socket(socket)
        , m_work(work)
    {
    }

    void serve()
    {
        if (!greet())
            return;
        std::thread writer([this] { write(); });
        while (message()) {
        }
        {
            const std::lock_guard held(m_mutex);
            m_gone = true;
        }
        m_changed.notify_all();
        writer.join();
    }

    void paint(quint32 colour)
    {
        QImage square(64, 64, QImage::Format_RGB32);
        square.fill(colour);
        const QByteArray bytes = RfbServer::update({RfbServer::raw(square)});
        say("painted", now());
        send(bytes);
    }

    qint64 count() const { return m_sent; }

private:
    bool receive(void *into, size_t count)
    {
        return count == 0 || recv(m_socket, into, count, MSG_WAITALL) == ssize_t(count);
    }

    bool send(const QByteArray &bytes)
    {
        const std::lock_guard held(m_sendMutex);
        for (qsizetype done = 0; done < bytes.size();) {
            const auto more = ::send(m_socket, bytes.constData() + done, size_t(bytes.size() - done), MSG_NOSIGNAL);
            if (more <= 0)
                return false;
            done += more;
        }
        return true;
    }

    bool greet()
    {
        char bytes[12];
        send("RFB 003.008\n");
        if (!receive(bytes, 12) || !send(QByteArray("\x01\x01", 2)) || !receive(bytes, 1))
            return false;
        send(QByteArray(4, '\0'));
        if (!receive(bytes, 1))
            return false;
        // 1920×1080; 32 bits a pixel, 24 deep, little endian, true colour, 255 each, shifts 16, 8, 0; a name.
        return send(QByteArray("\x07\x80\x04\x38\x20\x18\0\1\0\xff\0\xff\0\xff\x10\x08\0\0\0\0\0\0\0\5bench", 29));
    }

    bool message()
    {
        uchar type = 0;
        uchar body[20];
        if (!receive(&type, 1))
            return false;
        switch (type) {
        case 0: // SetPixelFormat
            return receive(body, 19);
        case 2: // SetEncodings
            return receive(body, 3) && skip(4 * qFromBigEndian<quint16>(body + 1));
        case 3: // FramebufferUpdateRequest
            if (!receive(body, 9))
                return false;
            ask(false);
            return true;
        case 4: // KeyEvent
            if (!receive(body, 7))
                return false;
            if (body[0])
                say("key", now());
            return true;
        case 5: // PointerEvent
            return receive(body, 5);
        case 6: // ClientCutText
            return receive(body, 7) && skip(qFromBigEndian<quint32>(body + 3));
        case 150: // EnableContinuousUpdates
            if (!receive(body, 9))
                return false;
            ask(body[0] != 0);
            return true;
        case 248: // ClientFence
            return receive(body, 8) && skip(body[7]);
        case 251: // SetDesktopSize
            return receive(body, 7) && skip(16 * body[5]);
        default:
            return false;
        }
    }

    bool skip(size_t count)
    {
        QByteArray bytes(qsizetype(count), Qt::Uninitialized);
        return receive(bytes.data(), count);
    }

    void ask(bool always)
    {
        {
            const std::lock_guard held(m_mutex);
            m_asked = true;
            m_always = m_always || always;
        }
        m_changed.notify_all();
    }

    void write()
    {
        for (;;) {
            {
                std::unique_lock held(m_mutex);
                m_changed.wait(held, [this] { return m_gone || ((m_asked || m_always) && hasNext()); });
                if (m_gone)
                    return;
                m_asked = false;
            }
            if (!send(m_work.update(m_sent)))
                return;
            ++m_sent;
        }
    }

    bool hasNext() const { return m_work.again < m_work.updates.size() || m_sent == 0; }

    const int m_socket;
    const Workload &m_work;
    std::mutex m_sendMutex;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_asked = false;
    bool m_always = false;
    bool m_gone = false;
    std::atomic<qint64> m_sent = 0;
};

std::mutex clientMutex;
Client *present = nullptr;

void obey()
{
    for (std::string line; std::getline(std::cin, line);) {
        const std::lock_guard held(clientMutex);
        if (line == "count")
            say("count", present ? present->count() : 0, now());
        else if (line.rfind("paint ", 0) == 0 && present)
            present->paint(0xff000000u | quint32(std::stoul(line.substr(6), nullptr, 16)));
    }
    _exit(0);
}

std::optional<Workload> workNamed(const QByteArray &name)
{
    if (name != "still")
        return Workload::make(name, fullHd);
    QImage grey(fullHd, QImage::Format_RGB32);
    grey.fill(0xff808080);
    Workload still;
    still.updates = {RfbServer::update({RfbServer::raw(grey)})};
    still.again = 1;
    return still;
}

} // namespace

int main(int argc, char **argv)
{
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    const auto work = argc == 2 ? workNamed(argv[1]) : std::nullopt;
    if (!work) {
        std::fprintf(stderr, "usage: frameserver still | %s\n", Workload::names().join(" | ").constData());
        return 2;
    }
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || listen(listener, 4) != 0)
        return 1;
    getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    say("port", ntohs(address.sin_port));
    std::thread(obey).detach();
    for (;;) {
        const int socket = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        Client client(socket, *work);
        {
            const std::lock_guard held(clientMutex);
            present = &client;
        }
        client.serve();
        {
            const std::lock_guard held(clientMutex);
            present = nullptr;
        }
        close(socket);
    }
}
