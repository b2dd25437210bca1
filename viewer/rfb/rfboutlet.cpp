// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfboutlet.h"

#include "viewer/input/keymap.h"
#include "viewer/rfb/rfbprotocol.h"
#include "viewer/session/consolesession.h"

#include <utility>

void RfbOutlet::open(Write write)
{
    const auto held = hold();
    m_write = std::move(write);
}

void RfbOutlet::shut()
{
    const auto held = hold();
    m_write = nullptr;
    m_physicalKeys = false;
    m_rest.clear();
}

void RfbOutlet::takePhysicalKeys()
{
    const auto held = hold();
    m_physicalKeys = true;
}

QByteArray RfbOutlet::messageOf(const ConsoleKey &key) const
{
    const quint32 scanCode = keymap::scanCode(key.evdev);
    if (m_physicalKeys && scanCode != 0)
        return (rfb::Message(rfb::QemuClientMessage) << quint8(rfb::QemuKey) << quint16(key.down) << key.keysym << scanCode).bytes();
    if (key.keysym != 0)
        return (rfb::Message(rfb::KeyEvent) << quint8(key.down) << quint16(0) << key.keysym).bytes();
    return {};
}

QByteArray RfbOutlet::takeRest()
{
    return std::exchange(m_rest, {});
}

bool RfbOutlet::tookKeys()
{
    return std::exchange(m_tookKeys, false);
}

bool RfbOutlet::send(const ConsoleKey &key)
{
    if (!m_write || !m_rest.isEmpty())
        return false;
    const QByteArray message = messageOf(key);
    if (message.isEmpty())
        return true;
    const auto taken = m_write(message.constData(), size_t(message.size()));
    if (taken < 0)
        return false;
    m_rest = message.mid(taken);
    m_tookKeys = true;
    return true;
}
