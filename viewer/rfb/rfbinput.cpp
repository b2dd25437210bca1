// SPDX-License-Identifier: GPL-3.0-or-later
// Of RfbConversation: keys, pointer, clipboard and sizes on their way to the server.
#include "viewer/input/keymap.h"
#include "viewer/rfb/rfbconversation.h"

#include <rfb/rfbclient.h>

void RfbConversation::sendWaitingInput()
{
    if (!m_established || !m_link.hasInput())
        return;
    for (const RfbInput &input : m_link.takeInput())
        std::visit([this](const auto &message) { send(message); }, input);
}

void RfbConversation::send(const ConsoleKey &key)
{
    const quint32 scanCode = keymap::scanCode(key.evdev);
    if (m_extendedKeys && scanCode != 0) {
        constexpr quint8 keySubtype = 0;
        rfb::Message message(rfb::QemuClientMessage);
        message << keySubtype << quint16(key.down) << key.keysym << scanCode;
        write(message.bytes());
    } else if (key.keysym != 0) {
        rfb::Message message(rfb::KeyEvent);
        message << quint8(key.down) << quint16(0) << key.keysym;
        write(message.bytes());
    }
}

void RfbConversation::send(const RfbPointer &pointer)
{
    const int origin = pointer.relative ? rfb::relativeOrigin : 0;
    const auto coordinate = [origin](int value) { return quint16(qBound(0, value + origin, 0xffff)); };
    rfb::Message message(rfb::PointerEvent);
    message << quint8(pointer.buttons) << coordinate(pointer.position.x()) << coordinate(pointer.position.y());
    write(message.bytes());
}

void RfbConversation::send(const RfbClipboard &clipboard)
{
    rfb::Message message(rfb::ClientCutText);
    message << quint8(0) << quint16(0) << quint32(clipboard.latin1.size());
    write(message.bytes() + clipboard.latin1);
}

void RfbConversation::send(const RfbResize &resize)
{
    if (!m_resizable || !Framebuffer::isAcceptable(resize.size.width(), resize.size.height()))
        return;
    const auto width = quint16(resize.size.width());
    const auto height = quint16(resize.size.height());
    rfb::Message message(rfb::SetDesktopSize);
    message << quint8(0) << width << height << quint8(1) << quint8(0);
    message << m_screenId << quint16(0) << quint16(0) << width << height << m_screenFlags;
    write(message.bytes());
}
