// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spiceconsole.h"

#include "viewer/spice/spiceconsole_p.h"

#include <algorithm>
#include <utility>

SpiceConsole::SpiceConsole(QObject *parent)
    : ConsoleSession(parent), d(std::make_unique<Private>(*this))
{
}

SpiceConsole::~SpiceConsole()
{
    // Who hears them may be half destroyed as well.
    for (QObject *each : std::initializer_list<QObject *>{&d->clipboard, &d->files, &d->sound, &d->usb})
        each->blockSignals(true);
    d->stop();
}

QString SpiceConsole::protocolName() const
{
    return QStringLiteral("SPICE");
}

void SpiceConsole::open(Endpoint endpoint)
{
    Q_ASSERT(state() == State::Idle);
    d->endpoint = std::move(endpoint);
    setState(State::Connecting);
    d->prepare();
}

void SpiceConsole::close()
{
    if (d->ended || state() == State::Idle)
        return;
    d->ended = true;
    d->stop();
    QMetaObject::invokeMethod(
        this,
        [this] {
            setState(State::Closed);
            Q_EMIT closed({});
        },
        Qt::QueuedConnection);
}

void SpiceConsole::answerCredentials(const QString &user, const QString &password)
{
    if (state() != State::Authenticating || d->ended)
        return;
    d->asked = true;
    g_object_set(d->session.get(), "username", user.isEmpty() ? nullptr : user.toUtf8().constData(), "password",
                 password.toUtf8().constData(), nullptr);
    setState(State::Connecting);
    d->connectSession();
}

void SpiceConsole::sendKey(const ConsoleKey &key)
{
    if (d->inputs)
        d->inputs->key(key);
}

ConsoleSession::PointerMode SpiceConsole::pointerMode() const
{
    return d->agent ? d->agent->pointerMode() : PointerMode::Absolute;
}

void SpiceConsole::sendPointer(QPoint position, int buttons)
{
    sendPointerOf(d->picture, position, buttons);
}

void SpiceConsole::sendPointerOf(const SpicePicture &picture, QPoint position, int buttons)
{
    if (!d->inputs)
        return;
    // The agent counts within a monitor; a tablet, which knows of no monitors, within the whole picture.
    const bool byAgent = d->agent && d->agent->isPresent();
    d->inputs->position(byAgent ? position : position + picture.area().topLeft(), picture.monitor, buttons);
}

void SpiceConsole::sendRelativePointer(QPoint step, int buttons)
{
    if (d->inputs)
        d->inputs->motion(step, buttons);
}

bool SpiceConsole::canResize() const
{
    return d->agent && d->agent->canResize();
}

void SpiceConsole::requestResize(QSize size)
{
    resizeHead(0, size);
}

void SpiceConsole::resizeHead(int number, QSize size)
{
    if (!canResize() || number < 0 || number >= headCount())
        return;
    auto monitors = d->shownMonitors();
    monitors[number].size = size;
    d->agent->arrange(monitors);
}

std::optional<LockKeys> SpiceConsole::lockKeys() const
{
    return d->inputs ? std::optional(d->inputs->locks()) : std::nullopt;
}

void SpiceConsole::setLockKeys(LockKeys locks)
{
    if (d->inputs && d->inputs->locks() != locks)
        d->inputs->setLocks(locks);
}

GuestClipboard *SpiceConsole::guestClipboard()
{
    return &d->clipboard;
}

GuestAudio *SpiceConsole::guestAudio()
{
    return &d->sound;
}

GuestFiles *SpiceConsole::guestFiles()
{
    return &d->files;
}

UsbRedirection *SpiceConsole::usbRedirection()
{
    return &d->usb;
}

ConnectionSecurity SpiceConsole::security() const
{
    return d->security();
}

QString SpiceConsole::desktopName() const
{
    return d->desktopName;
}

int SpiceConsole::headCount() const
{
    return 1 + int(d->heads.size());
}

ConsoleSession *SpiceConsole::head(int number)
{
    if (number == 0)
        return this;
    return number > 0 && number < headCount() ? d->heads[size_t(number) - 1].get() : nullptr;
}

int SpiceConsole::mostHeads() const
{
    return d->mostHeads();
}

void SpiceConsole::requestHeads(int count)
{
    count = qMin(count, mostHeads());
    if (count < 1)
        return;
    auto monitors = d->shownMonitors();
    while (monitors.size() > count)
        monitors.removeLast();
    for (int id = 0; monitors.size() < count; ++id) {
        const bool taken = std::any_of(monitors.cbegin(), monitors.cend(), [id](const SpiceAgent::Monitor &each) { return each.id == id; });
        if (!taken)
            monitors.append({id, monitors.first().size});
    }
    d->agent->arrange(monitors);
}

ConsoleStatistics SpiceConsole::statistics() const
{
    ConsoleStatistics figures;
    figures.bytesReceived = d->bytesOfFormer;
    if (d->session) {
        GList *channels = spice_session_get_channels(d->session.get());
        for (GList *each = channels; each; each = each->next)
            figures.bytesReceived += d->bytesOf(SPICE_CHANNEL(each->data));
        g_list_free(channels);
    }
    quint64 updates = d->picture.updates();
    for (const auto &each : d->heads)
        updates += each->picture.updates();
    // Asked too often, the last figure stands: too few frames say nothing.
    if (!d->rated.isValid()) {
        d->rated.start();
        d->ratedUpdates = updates;
    } else if (const qint64 elapsed = d->rated.elapsed(); elapsed >= 250) {
        d->rate = double(updates - d->ratedUpdates) * 1000 / double(elapsed);
        d->ratedUpdates = updates;
        d->rated.restart();
    }
    figures.framesPerSecond = d->rate;
    return figures;
}
