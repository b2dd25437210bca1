// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and byte order of the RFB protocol, as far as the project speaks it beside libvncclient.
// https://github.com/rfbproto/rfbproto/blob/master/rfbproto.rst
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace rfb {

enum ClientMessage : quint8 {
    UpdateRequest = 3,
    KeyEvent = 4,
    PointerEvent = 5,
    ClientCutText = 6,
    EnableContinuousUpdates = 150,
    ClientFence = 248,
    SetDesktopSize = 251,
    QemuClientMessage = 255,
};

enum ServerMessage : quint8 {
    FramebufferUpdate = 0,
    SetColourMapEntries = 1,
    ServerCutText = 3,
    EndOfContinuousUpdates = 150,
    ServerFence = 248,
    QemuServerMessage = 255,
};

enum QemuSubmessage : quint8 { QemuKey = 0, QemuAudio = 1 };

// Rectangles that carry no pixels.
enum PseudoEncoding : qint32 {
    DesktopSize = -223,
    LastRectangle = -224,
    PointerPosition = -232,
    Cursor = -239,
    QemuPointerMotionChange = -257,
    QemuExtendedKey = -258,
    QemuAudioStream = -259,
    QemuLedState = -261,
    DesktopName = -307,
    ExtendedDesktopSize = -308,
    Fence = -312,
    ContinuousUpdates = -313,
    CursorWithAlpha = -314,
    ExtendedClipboard = qint32(0xc0a1e5ce),
    VmwareLedState = 0x574d5668,
    LibvncLedState = qint32(0xfffe0000),
};

constexpr int largestCursor = 1024;
/// What QEMU adds to a relative step.
constexpr int relativeOrigin = 0x7fff;

struct Rectangle {
    quint16 x = 0, y = 0, width = 0, height = 0;
    qint32 encoding = 0;

    static constexpr int size = 12;
    static Rectangle parse(const uchar *bytes)
    {
        return {qFromBigEndian<quint16>(bytes), qFromBigEndian<quint16>(bytes + 2), qFromBigEndian<quint16>(bytes + 4),
                qFromBigEndian<quint16>(bytes + 6), qFromBigEndian<qint32>(bytes + 8)};
    }
};

/// Appends numbers in network order.
class Message final {
public:
    /// Numbers alone, to be part of a message.
    Message() = default;
    explicit Message(quint8 type) { *this << type; }
    template<class Number>
    Message &operator<<(Number number)
    {
        char bytes[sizeof number];
        qToBigEndian(number, bytes);
        m_bytes.append(bytes, sizeof bytes);
        return *this;
    }
    const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace rfb
