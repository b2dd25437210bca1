// SPDX-License-Identifier: GPL-3.0-or-later
// The screens that a server's picture is made of, and how to ask for others. Pure functions.
#pragma once

#include <QByteArray>
#include <QList>
#include <QRect>

#include <optional>

class RfbWire;

struct RfbScreen {
    quint32 id = 0;
    QRect area;
    quint32 flags = 0; ///< to be kept as they are

    friend bool operator==(const RfbScreen &, const RfbScreen &) = default;
};

namespace rfbscreens {

/// What follows an ExtendedDesktopSize rectangle; nothing where the connection ends.
std::optional<QList<RfbScreen>> read(RfbWire &wire);

/// The screens for a picture of another size: those at its right and lower edge follow the edge, the others stay, and
/// what would lie outside goes. Never empty.
QList<RfbScreen> fitted(const QList<RfbScreen> &screens, QSize from, QSize to);

/// A whole SetDesktopSize message.
QByteArray request(QSize size, const QList<RfbScreen> &screens);

} // namespace rfbscreens
