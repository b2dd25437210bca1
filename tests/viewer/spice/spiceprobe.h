// SPDX-License-Identifier: GPL-3.0-or-later
// A SPICE session under test, what it said, and the QEMU that it talks to.
#pragma once

#include "viewer/spice/spiceconsole.h"

#include "tests/support/qemuguest.h"
#include "tests/support/spin.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <optional>

struct SpiceProbe {
    SpiceConsole session;
    QList<ConsoleSession::State> states;
    std::optional<ConsoleError> error;
    int timesClosed = 0;
    int timesAsked = 0;
    int timesDamaged = 0;
    int socketsAsked = 0;
    int timesHeadsChanged = 0;
    QList<QSize> sizes;
    QList<RemoteCursor> cursors;
    QList<QPoint> cursorPlaces;
    QList<bool> enabled;

    SpiceProbe()
    {
        const auto on = [this](auto signal, auto slot) { QObject::connect(&session, signal, &session, slot); };
        on(&ConsoleSession::stateChanged, [this](ConsoleSession::State state) { states.append(state); });
        on(&ConsoleSession::closed, [this](const ConsoleError &why) {
            error = why;
            ++timesClosed;
        });
        on(&ConsoleSession::credentialsNeeded, [this] { ++timesAsked; });
        on(&ConsoleSession::damaged, [this] { ++timesDamaged; });
        on(&ConsoleSession::sizeChanged, [this](QSize size) { sizes.append(size); });
        on(&ConsoleSession::cursorChanged, [this](const RemoteCursor &cursor) { cursors.append(cursor); });
        on(&ConsoleSession::cursorMoved, [this](QPoint place) { cursorPlaces.append(place); });
        on(&ConsoleSession::displayEnabledChanged, [this](bool lit) { enabled.append(lit); });
        on(&ConsoleSession::headsChanged, [this] { ++timesHeadsChanged; });
    }

    /// As a local daemon hands them out: a descriptor for each channel.
    void openDescriptors(const QemuGuest &guest, Endpoint endpoint = {})
    {
        const auto name = QStringLiteral("spice");
        endpoint.descriptor = guest.connectTo(name);
        endpoint.openAnother = [this, &guest, name](const Endpoint::Opened &opened) {
            ++socketsAsked;
            opened(guest.connectTo(name), QStringLiteral("refused"));
        };
        session.open(std::move(endpoint));
    }
    bool waitConnected()
    {
        return spinUntil([this] { return session.state() == ConsoleSession::State::Connected || error; }) && !error;
    }
    /// Closes, and waits until the server knows. QEMU 7.2 may crash where a client goes while its channels still come,
    /// and where one comes before the former was seen to go.
    bool leave(QemuGuest &guest)
    {
        const auto channels = [&guest] {
            const auto spice = guest.command(QStringLiteral("query-spice")).value(QStringLiteral("return")).toObject();
            return spice.value(QStringLiteral("channels")).toArray().size();
        };
        // A channel that went already was asked for, too.
        if (session.state() == ConsoleSession::State::Connected)
            spinUntil([&] { return channels() == socketsAsked + 1; }, std::chrono::seconds(2));
        session.close();
        return spinUntil([&] { return channels() == 0; });
    }
    bool waitClosed()
    {
        return spinUntil([this] { return error.has_value(); });
    }
    /// Until the session shows what QEMU says that the screen shows.
    bool shows(const QImage &expected, int head = 0)
    {
        return spinUntil([&] {
            auto *shown = session.head(head);
            return shown && shown->framebuffer().snapshot() == expected;
        });
    }
};

inline QStringList spiceArguments(const QString &more = {})
{
    return QemuGuest::bare() + QStringList{QStringLiteral("-device"), QStringLiteral("VGA,vgamem_mb=32"), QStringLiteral("-spice"),
                                           QStringLiteral("unix=on,addr=@/spice,disable-ticketing=on") + more};
}
