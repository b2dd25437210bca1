// SPDX-License-Identifier: GPL-3.0-or-later
// A session under test and what it said.
#pragma once

#include "viewer/rfb/rfblink.h"
#include "viewer/rfb/rfbsession.h"
#include "viewer/session/guestaudio.h"
#include "viewer/session/guestclipboard.h"

#include "tests/support/rfbserver.h"
#include "tests/support/spin.h"

#include <QList>

#include <optional>

struct SessionProbe {
    RfbSession session;
    QList<ConsoleSession::State> states;
    std::optional<ConsoleError> error;
    int timesClosed = 0;
    int timesAsked = 0;
    bool askedWithUser = false;
    int timesDamaged = 0;
    QList<QSize> sizes;
    QList<RemoteCursor> cursors;
    QList<QPoint> cursorPlaces;
    QList<QList<ClipboardForm>> offers;
    QList<ClipboardForm> wanted;
    QList<QByteArray> received;
    QList<SampleFormat> soundFormats;
    QByteArray samples;
    int soundsStopped = 0;
    int lightsChanged = 0;
    QList<bool> resizable;
    int bells = 0;

    SessionProbe()
    {
        const auto on = [this](auto signal, auto slot) { QObject::connect(&session, signal, &session, slot); };
        on(&ConsoleSession::stateChanged, [this](ConsoleSession::State state) { states.append(state); });
        on(&ConsoleSession::closed, [this](const ConsoleError &why) {
            error = why;
            ++timesClosed;
        });
        on(&ConsoleSession::credentialsNeeded, [this](bool withUser) {
            ++timesAsked;
            askedWithUser = withUser;
        });
        on(&ConsoleSession::damaged, [this] { ++timesDamaged; });
        on(&ConsoleSession::sizeChanged, [this](QSize size) { sizes.append(size); });
        on(&ConsoleSession::cursorChanged, [this](const RemoteCursor &cursor) { cursors.append(cursor); });
        on(&ConsoleSession::cursorMoved, [this](QPoint place) { cursorPlaces.append(place); });
        on(&ConsoleSession::lockKeysChanged, [this] { ++lightsChanged; });
        on(&ConsoleSession::resizableChanged, [this] { resizable.append(session.canResize()); });
        on(&ConsoleSession::bell, [this] { ++bells; });
        const auto *clipboard = session.guestClipboard();
        QObject::connect(clipboard, &GuestClipboard::offered, &session, [this](const auto &forms) { offers.append(forms); });
        QObject::connect(clipboard, &GuestClipboard::wanted, &session, [this](ClipboardForm form) { wanted.append(form); });
        QObject::connect(clipboard, &GuestClipboard::received, &session,
                         [this](ClipboardForm, const QByteArray &content) { received.append(content); });
        const auto *audio = session.guestAudio();
        QObject::connect(audio, &GuestAudio::playbackStarted, &session,
                         [this](const SampleFormat &format) { soundFormats.append(format); });
        QObject::connect(audio, &GuestAudio::played, &session, [this](const QByteArray &more) { samples += more; });
        QObject::connect(audio, &GuestAudio::playbackStopped, &session, [this] { ++soundsStopped; });
    }

    void open(const RfbServer &server, Endpoint endpoint = {})
    {
        endpoint.address = QStringLiteral("127.0.0.1");
        endpoint.port = server.port();
        session.open(std::move(endpoint));
    }
    bool waitConnected()
    {
        return spinUntil([this] { return session.state() == ConsoleSession::State::Connected || error; }) && !error;
    }
    bool waitClosed()
    {
        return spinUntil([this] { return error.has_value(); });
    }
    QRegion fetchDamage()
    {
        QRegion damage;
        session.framebuffer().read([&](const QImage &, const QRegion &fresh) { damage = fresh; });
        return damage;
    }
};

/// A picture in which every pixel differs from its neighbours.
inline QImage pattern(QSize size, quint32 seed = 0)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, 0xff000000u | ((quint32(y * size.width() + x) * 2654435761u + seed) & 0xffffff));
    }
    return image;
}
