// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/consoles.h"

#include "core/async/lane.h"
#include "core/libvirt/call.h"
#include "core/libvirt/eventloop.h"
#include "core/libvirt/failures.h"

#include <libvirt/libvirt-qemu.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <thread>
#include <utility>

#include <pthread.h>

namespace {
constexpr int wouldBlock = -2; // virStreamRecv(3), virStreamSend(3)
constexpr int readEvents = VIR_STREAM_EVENT_READABLE | VIR_STREAM_EVENT_ERROR | VIR_STREAM_EVENT_HANGUP;
// One console must not keep the event loop from all others.
constexpr int partsPerTurn = 4;
constexpr qsizetype outgoingPart = 16 << 10;

Error endOfStream()
{
    return {Error::Kind::NotFound, {}, QStringLiteral("virStreamRecv")};
}
} // namespace

class ConsoleStream::Pipe final : public std::enable_shared_from_this<Pipe> {
public:
    Pipe(StreamHandle handle, Wake waker) : stream(std::move(handle)), wake(std::move(waker)) {}

    Result<void> listen();
    void serve(int events);
    void close();
    void receive();
    void keep(QByteArrayView bytes);
    void end(Error why);
    void notify();
    void send();
    void sendOnLane();

    const StreamHandle stream;
    std::mutex mutex;
    Wake wake;
    QByteArray incoming;
    qint64 skipped = 0;
    QByteArray outgoing;
    std::optional<Error> ended;
    bool told = false;      ///< woken, and not looked yet
    bool sending = false;   ///< a lane is at it, or waits for room
    bool listening = false; ///< libvirt holds a callback
    std::unique_ptr<Lane> lane;
};

Result<void> ConsoleStream::Pipe::listen()
{
    const Call call("virStreamEventAddCallback");
    auto *self = new std::shared_ptr<Pipe>(shared_from_this());
    const int status = virStreamEventAddCallback(
        stream.get(), readEvents,
        [](virStreamPtr, int events, void *opaque) {
            const auto pipe = *static_cast<std::shared_ptr<Pipe> *>(opaque);
            pipe->serve(events);
        },
        self, [](void *opaque) { delete static_cast<std::shared_ptr<Pipe> *>(opaque); });
    if (status < 0) {
        delete self;
        return failure(call.lastError());
    }
    const std::lock_guard lock(mutex);
    listening = true;
    return {};
}

/// On the event loop's thread.
void ConsoleStream::Pipe::serve(int events)
{
    if (events & VIR_STREAM_EVENT_WRITABLE) {
        virStreamEventUpdateCallback(stream.get(), readEvents);
        send();
    }
    if (events & (VIR_STREAM_EVENT_READABLE | VIR_STREAM_EVENT_HANGUP))
        receive();
    else if (events & VIR_STREAM_EVENT_ERROR)
        end({Error::Kind::Unreachable, {}, QStringLiteral("virStreamEvent")});
}

void ConsoleStream::Pipe::receive()
{
    std::array<char, 64 << 10> part;
    for (int i = 0; i < partsPerTurn; ++i) {
        const int count = virStreamRecv(stream.get(), part.data(), part.size());
        if (count == wouldBlock)
            break;
        if (count < 0) {
            end(lastLibvirtError("virStreamRecv"));
            return;
        }
        if (count == 0) {
            end(endOfStream());
            return;
        }
        keep({part.data(), count});
    }
    notify();
}

void ConsoleStream::Pipe::keep(QByteArrayView bytes)
{
    const std::lock_guard lock(mutex);
    const auto surplus = incoming.size() + bytes.size() - mostIncoming;
    if (surplus > 0) {
        // More than is needed, so that it is not done for every packet.
        const auto cut = std::min(incoming.size(), surplus + mostIncoming / 4);
        incoming.remove(0, cut);
        skipped += cut;
    }
    incoming += bytes;
}

void ConsoleStream::Pipe::notify()
{
    Wake now;
    {
        const std::lock_guard lock(mutex);
        if (std::exchange(told, true))
            return;
        now = wake;
    }
    if (now)
        now();
}

void ConsoleStream::Pipe::end(Error why)
{
    {
        const std::lock_guard lock(mutex);
        if (!ended)
            ended = std::move(why);
    }
    close();
    notify();
}

/// Once; takes the callback back and ends the stream.
void ConsoleStream::Pipe::close()
{
    std::unique_ptr<Lane> over;
    {
        const std::lock_guard lock(mutex);
        if (!ended)
            ended = Error{Error::Kind::Cancelled, {}, {}};
        outgoing.clear();
        over = std::move(lane);
        if (!std::exchange(listening, false))
            return;
    }
    // A callback of a stream that has ended is called for ever.
    if (EventLoop::isCurrentThread())
        virStreamEventRemoveCallback(stream.get());
    // On a thread of its own: a port that its guest does not read keeps the daemon from answering until the machine stops.
    std::thread([self = shared_from_this(), removed = EventLoop::isCurrentThread()]() mutable {
        pthread_setname_np(pthread_self(), "console-end");
        if (!removed)
            virStreamEventRemoveCallback(self->stream.get());
        virStreamAbort(self->stream.get());
        self.reset(); // the last reference closes the connection
    }).detach();
}

void ConsoleStream::Pipe::send()
{
    const std::lock_guard lock(mutex);
    if (ended)
        return;
    if (!lane)
        lane = std::make_unique<Lane>(QStringLiteral("console-write"));
    lane->run([self = shared_from_this()] {
        self->sendOnLane();
        return true;
    });
}

void ConsoleStream::Pipe::sendOnLane()
{
    while (true) {
        QByteArray part;
        {
            const std::lock_guard lock(mutex);
            if (ended || outgoing.isEmpty()) {
                sending = false;
                return;
            }
            part = outgoing.left(outgoingPart);
        }
        const int sent = virStreamSend(stream.get(), part.constData(), size_t(part.size()));
        if (sent == wouldBlock) {
            virStreamEventUpdateCallback(stream.get(), readEvents | VIR_STREAM_EVENT_WRITABLE);
            return; // and goes on when there is room
        }
        if (sent < 0) {
            end(lastLibvirtError("virStreamSend"));
            return;
        }
        const std::lock_guard lock(mutex);
        outgoing.remove(0, std::min<qsizetype>(sent, outgoing.size()));
    }
}

ConsoleStream::~ConsoleStream()
{
    {
        const std::lock_guard lock(m_pipe->mutex);
        m_pipe->wake = nullptr;
    }
    m_pipe->close();
}

ConsoleStream::Taken ConsoleStream::take()
{
    const std::lock_guard lock(m_pipe->mutex);
    m_pipe->told = false;
    Taken taken{std::exchange(m_pipe->incoming, {}), std::exchange(m_pipe->skipped, 0), m_pipe->ended};
    return taken;
}

qsizetype ConsoleStream::write(QByteArrayView bytes)
{
    qsizetype accepted = 0;
    {
        const std::lock_guard lock(m_pipe->mutex);
        if (m_pipe->ended)
            return 0;
        accepted = std::min(bytes.size(), mostOutgoing - m_pipe->outgoing.size());
        m_pipe->outgoing += bytes.first(accepted);
        if (accepted == 0 || std::exchange(m_pipe->sending, true))
            return accepted;
    }
    m_pipe->send();
    return accepted;
}

namespace {
Result<void> connectStream(const DomainHandle &domain, const QString &device, const StreamHandle &stream, unsigned flags)
{
    const Call call("virDomainOpenConsole");
    if (virDomainOpenConsole(domain.get(), device.toUtf8().constData(), stream.get(), flags) == 0)
        return {};
    // The one failure of that code: somebody has it open.
    const bool held = virGetLastErrorCode() == VIR_ERR_OPERATION_FAILED && !(flags & VIR_DOMAIN_CONSOLE_FORCE);
    auto error = call.lastError();
    if (held)
        error.kind = Error::Kind::Busy;
    return failure(std::move(error));
}
} // namespace

Result<std::shared_ptr<ConsoleStream>> consoles::open(const ConnectHandle &connection, const DomainHandle &domain, const QString &device,
                                                      Hold hold, ConsoleStream::Wake wake)
{
    const unsigned force = hold == Hold::Take ? VIR_DOMAIN_CONSOLE_FORCE : 0;
    std::optional<Error> first;
    // Only some drivers tell clients apart; others refuse the question.
    for (const unsigned flags : {force | VIR_DOMAIN_CONSOLE_SAFE, force, 0U}) {
        const Call call("virStreamNew");
        const auto stream = call.owned(virStreamNew(connection.get(), VIR_STREAM_NONBLOCK));
        if (!stream)
            return failure(stream.error());
        const auto opened = connectStream(domain, device, *stream, flags);
        if (opened) {
            auto pipe = std::make_shared<ConsoleStream::Pipe>(*stream, std::move(wake));
            if (const auto heard = pipe->listen(); !heard) {
                virStreamAbort(stream->get());
                return failure(heard.error());
            }
            return std::make_shared<ConsoleStream>(std::move(pipe));
        }
        if (!first)
            first = opened.error();
        const auto kind = opened.error().kind;
        if (kind != Error::Kind::Unsupported && kind != Error::Kind::InvalidInput)
            return failure(opened.error());
    }
    return failure(*first);
}

Result<QString> consoles::monitor(const DomainHandle &domain, const QString &command, MonitorLanguage language)
{
    const Call call("virDomainQemuMonitorCommand");
    char *answer = nullptr;
    const unsigned flags = language == MonitorLanguage::Human ? VIR_DOMAIN_QEMU_MONITOR_COMMAND_HMP : VIR_DOMAIN_QEMU_MONITOR_COMMAND_DEFAULT;
    if (virDomainQemuMonitorCommand(domain.get(), command.toUtf8().constData(), &answer, flags) < 0)
        return failure(call.lastError());
    return call.text(answer);
}
