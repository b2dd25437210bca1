// SPDX-License-Identifier: GPL-3.0-or-later
// What a VNC server may do beyond pictures, keys and pointer: clipboard, sound, lights of the keyboard, its name.
// libvncclient 0.9.14 reads none of it. One per connection, on the session's own thread.
#pragma once

#include "viewer/rfb/rfbflow.h"
#include "viewer/rfb/rfblink.h"
#include "viewer/rfb/rfbprotocol.h"

class RfbWire;

class RfbExtensions final {
public:
    /// A clipboard or a name longer than this is passed over; in bytes.
    static constexpr qint64 longestLatin1 = 1 << 20;
    static constexpr quint32 longestName = 1 << 16;

    RfbExtensions(RfbWire &wire, RfbLink &link, Endpoint::Link way);

    /// To be announced; ends with 0.
    static int *encodings();

    static bool knows(quint8 message);
    /// Reads the body of a message that is known.
    bool receive(quint8 message, QSize screen);
    static bool isPseudo(qint32 encoding);
    bool handle(const rfb::Rectangle &rectangle);
    /// The server turned out to be QEMU.
    void meetQemu() { m_isQemu = true; }
    RfbFlow &flow() { return m_flow; }

    /// The first update was read: what the server has not announced by now it does not have.
    void settle();

    void send(const RfbClipboardOffer &offer);
    void send(const RfbClipboardText &text);
    void send(const RfbClipboardRequest &);
    void send(const RfbSound &sound);
    /// Where QEMU has announced sound: that takes the message below.
    bool canCallAttention() const { return m_hasSound; }
    /// Lets QEMU look at the screen often again, by a message that changes nothing.
    void callAttention();
    /// Where there are fences. The outcome is found in the link.
    bool measureLatency();

private:
    bool receiveCutText();
    bool receiveExtendedClipboard(quint32 size);
    bool receiveQemu();
    bool receiveSound();
    bool receiveLights(const rfb::Rectangle &rectangle);
    bool receiveName();
    qint64 largestSent() const;
    void askForText();
    void letSoundBe();

    RfbWire &m_wire;
    RfbLink &m_link;
    RfbFlow m_flow;
    bool m_isQemu = false;

    bool m_settled = false;
    bool m_extendedClipboard = false;
    bool m_textOffered = false;      ///< by the desktop
    bool m_textWanted = false;       ///< by the server: a question that was not answered yet
    bool m_textAwaited = false;      ///< from the server
    bool m_asked = false; ///< the server has, for the desktop's text
    std::optional<QByteArray> m_cut; ///< UTF-8, where the server sent its clipboard without being asked

    bool m_hasSound = false;
    bool m_soundWanted = false;
};
