// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbsession.h"

#include "viewer/rfb/rfbconversation.h"
#include "viewer/rfb/rfbencodings.h"
#include "viewer/rfb/rfbguest.h"
#include "viewer/rfb/rfblink.h"
#include "viewer/rfb/rfbsocket.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

#include <csignal>
#include <unistd.h>

using namespace std::chrono_literals;

namespace {

ConsoleError talkOnce(RfbLink &link, Framebuffer &framebuffer, const Endpoint &endpoint, RfbSecrets &secrets)
{
    int socket = endpoint.descriptor;
    if (socket < 0) {
        const auto outcome = rfbsocket::connectTo(endpoint.address, endpoint.port, 10s, link.wakeDescriptor());
        if (const auto *error = std::get_if<ConsoleError>(&outcome))
            return *error;
        socket = std::get<int>(outcome);
    }
    if (!link.watch(socket)) {
        ::close(socket);
        return {};
    }
    RfbConversation conversation(link, framebuffer, endpoint, secrets);
    return conversation.talk(socket);
}

// Threads end by themselves, soon after their session does. Only the end of the program waits for them, and not for
// long: one that is still asking for the address of a host would hold it up.
class Threads {
public:
    static Threads &all()
    {
        static auto *threads = [] {
            qAddPostRoutine([] { all().wait(500ms); });
            return new Threads; // never destroyed: the last thread may outlive everything
        }();
        return *threads;
    }
    void began()
    {
        const std::lock_guard held(m_mutex);
        ++m_count;
    }
    void ended()
    {
        const std::lock_guard held(m_mutex);
        --m_count;
        m_changed.notify_all();
    }

private:
    void wait(std::chrono::milliseconds limit)
    {
        std::unique_lock held(m_mutex);
        m_changed.wait_for(held, limit, [this] { return m_count == 0; });
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_count = 0;
};

void run(std::shared_ptr<RfbLink> link, std::shared_ptr<Framebuffer> framebuffer, Endpoint endpoint)
{
    // A write to a closed socket must fail, not end the program; and signals belong to the main thread.
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    RfbSecrets secrets;
    for (;;) {
        const ConsoleError why = talkOnce(*link, *framebuffer, endpoint, secrets);
        // A server hangs up after a wrong password. An address can be called again, and a person be asked.
        const bool again = why.kind == ConsoleError::Kind::AuthenticationFailed && endpoint.descriptor < 0;
        if (!again || link->isStopped()) {
            link->report(&RfbReports::ended, why);
            return;
        }
    }
}

} // namespace

class RfbSession::Private {
public:
    explicit Private(RfbSession &session)
        : clipboard([this](RfbInput &&input) { post(std::move(input)); }, &session)
        , audio([this](RfbInput &&input) { post(std::move(input)); }, &session)
        , q(session)
    {
    }

    RfbGuestClipboard clipboard;
    RfbGuestAudio audio;
    std::unique_ptr<RfbReports> reports;
    std::shared_ptr<RfbLink> link;
    PointerMode pointerMode = PointerMode::Absolute;
    bool resizable = false;
    bool closing = false;
    std::optional<LockKeys> lockKeys;
    QString name;
    ConnectionSecurity security;
    bool compressed = false;
    PictureQuality quality = PictureQuality::Automatic;

    mutable QElapsedTimer asked;
    mutable quint64 askedFrames = 0;
    mutable double rate = 0;

    void post(RfbInput &&input)
    {
        if (q.state() == State::Connected)
            link->post(std::move(input));
    }
    void stop()
    {
        if (!link)
            return;
        link->detach();
        link->stop();
    }
    void ended()
    {
        clipboard.setConnected(false);
        audio.setConnected(false);
        lockKeys.reset();
    }

private:
    RfbSession &q;
};

RfbSession::RfbSession(QObject *parent)
    : ConsoleSession(parent)
    , d(std::make_unique<Private>(*this))
{
}

RfbSession::~RfbSession()
{
    d->stop();
}

QString RfbSession::protocolName() const
{
    return QStringLiteral("VNC");
}

void RfbSession::open(Endpoint endpoint)
{
    Q_ASSERT(state() == State::Idle);
    d->reports = std::make_unique<RfbReports>();
    d->link = std::make_shared<RfbLink>(d->reports.get());
    d->asked.start();
    const auto *reports = d->reports.get();
    connect(reports, &RfbReports::connected, this, [this] {
        setState(State::Connected);
        if (d->quality != PictureQuality::Automatic)
            d->post(d->quality);
        d->clipboard.setConnected(true);
        d->audio.setConnected(true);
    });
    connect(reports, &RfbReports::credentialsNeeded, this, [this](bool withUser) {
        setState(State::Authenticating);
        Q_EMIT credentialsNeeded(withUser);
    });
    connect(reports, &RfbReports::ended, this, [this](const ConsoleError &why) {
        d->closing = true;
        d->stop();
        setState(State::Closed);
        d->ended();
        Q_EMIT closed(why);
    });
    connect(reports, &RfbReports::sizeChanged, this, &ConsoleSession::sizeChanged);
    connect(reports, &RfbReports::damaged, this, &ConsoleSession::damaged);
    connect(reports, &RfbReports::cursorChanged, this, &ConsoleSession::cursorChanged);
    connect(reports, &RfbReports::cursorMoved, this, &ConsoleSession::cursorMoved);
    connect(reports, &RfbReports::pointerModeChanged, this, [this](bool relative) {
        d->pointerMode = relative ? PointerMode::Relative : PointerMode::Absolute;
        Q_EMIT pointerModeChanged();
    });
    connect(reports, &RfbReports::resizable, this, [this](bool on) {
        d->resizable = on;
        Q_EMIT resizableChanged();
    });
    connect(reports, &RfbReports::lockKeysChanged, this, [this](LockKeys lights) {
        if (d->lockKeys == lights)
            return;
        d->lockKeys = lights;
        Q_EMIT lockKeysChanged();
    });
    connect(reports, &RfbReports::secured, this, [this](const ConnectionSecurity &security) { d->security = security; });
    connect(reports, &RfbReports::named, this, [this](const QString &name) {
        d->name = name;
        Q_EMIT desktopNameChanged();
    });
    d->clipboard.listenTo(*reports);
    d->audio.listenTo(*reports);
    connect(reports, &RfbReports::bell, this, &ConsoleSession::bell);
    d->compressed = endpoint.link == Endpoint::Link::Remote;
    setState(State::Connecting);
    const int descriptor = endpoint.descriptor;
    Threads::all().began();
    try {
        std::thread([link = d->link, framebuffer = sharedFramebuffer(), endpoint = std::move(endpoint)]() mutable {
            run(std::move(link), std::move(framebuffer), std::move(endpoint));
            Threads::all().ended();
        }).detach();
    } catch (const std::system_error &error) {
        Threads::all().ended();
        if (descriptor >= 0)
            ::close(descriptor);
        d->link->report(&RfbReports::ended,
                        ConsoleError{ConsoleError::Kind::Unreachable, QString::fromLocal8Bit(error.what())});
    }
}

void RfbSession::close()
{
    if (d->closing || state() == State::Idle)
        return;
    d->closing = true;
    d->stop();
    QMetaObject::invokeMethod(
        this,
        [this] {
            setState(State::Closed);
            d->ended();
            Q_EMIT closed({});
        },
        Qt::QueuedConnection);
}

void RfbSession::answerCredentials(const QString &user, const QString &password)
{
    if (state() == State::Authenticating && d->link)
        d->link->answer({user.toUtf8(), password.toUtf8()});
}

void RfbSession::sendKey(const ConsoleKey &key)
{
    d->post(key);
}

ConsoleSession::PointerMode RfbSession::pointerMode() const
{
    return d->pointerMode;
}

void RfbSession::sendPointer(QPoint position, int buttons)
{
    d->post(RfbPointer{position, buttons, false});
}

void RfbSession::sendRelativePointer(QPoint step, int buttons)
{
    d->post(RfbPointer{step, buttons, true});
}

bool RfbSession::canResize() const
{
    return d->resizable && state() == State::Connected;
}

void RfbSession::requestResize(QSize size)
{
    if (canResize())
        d->link->post(RfbResize{size});
}

std::optional<LockKeys> RfbSession::lockKeys() const
{
    return d->lockKeys;
}

// On the same machine nothing is compressed.
bool RfbSession::hasPictureQuality() const
{
    return d->compressed;
}

void RfbSession::setPictureQuality(PictureQuality quality)
{
    if (std::exchange(d->quality, quality) != quality)
        d->post(quality);
}

PictureQuality RfbSession::pictureQuality() const
{
    return d->quality;
}

ConnectionSecurity RfbSession::security() const
{
    return d->security;
}

QString RfbSession::desktopName() const
{
    return d->name;
}

GuestClipboard *RfbSession::guestClipboard()
{
    return &d->clipboard;
}

GuestAudio *RfbSession::guestAudio()
{
    return &d->audio;
}

ConsoleStatistics RfbSession::statistics() const
{
    if (!d->link)
        return {};
    // A round trip is measured while someone looks at the figures, for the next time.
    if (state() == State::Connected)
        d->link->post(RfbMeasurement{});
    // Asked too often, the last figure stands: too few frames say nothing.
    if (const qint64 elapsed = d->asked.elapsed(); elapsed >= 250) {
        const quint64 frames = d->link->publishedFrames;
        d->rate = double(frames - d->askedFrames) * 1000 / double(elapsed);
        d->askedFrames = frames;
        d->asked.restart();
    }
    ConsoleStatistics figures;
    figures.bytesReceived = d->link->receivedBytes;
    figures.framesPerSecond = d->rate;
    if (const qint64 latency = d->link->latency; latency >= 0)
        figures.latency = std::chrono::microseconds(latency);
    figures.encoding = rfbencodings::nameOf(d->link->encoding);
    return figures;
}
