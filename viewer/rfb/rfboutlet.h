// SPDX-License-Identifier: GPL-3.0-or-later
// The way out to a VNC server, for two threads: a session's own thread writes whatever it likes, and the GUI thread a
// key, at once, where nothing else is on its way and the socket takes it without waiting. That saves a key the way
// through the other thread, which may be busy with a picture.
#pragma once

#include <QByteArray>

#include <functional>
#include <mutex>

struct ConsoleKey;

class RfbOutlet final {
public:
    using Hold = std::unique_lock<std::recursive_mutex>;

    // The session's thread. All that it writes it writes while it holds the outlet, after the rest.
    Hold hold() { return Hold(m_mutex); }
    /// Takes as many bytes as there is room for, and never waits; negative where there is none.
    using Write = std::function<qint64(const char *bytes, size_t count)>;
    /// From now on keys may take the short way, until shut().
    void open(Write write);
    void shut();
    /// The server takes the places of keys.
    void takePhysicalKeys();
    /// Empty where the key means nothing to the server. While held.
    QByteArray messageOf(const ConsoleKey &key) const;
    /// The end of a key that the socket did not take whole. While held.
    QByteArray takeRest();
    /// Whether keys went out since this was last asked. While held.
    bool tookKeys();

    // The GUI thread.
    /// Owns nothing where the other thread is writing.
    Hold tryHold() { return Hold(m_mutex, std::try_to_lock); }
    /// While held; false: nothing of it went out. Never waits.
    bool send(const ConsoleKey &key);

private:
    std::recursive_mutex m_mutex;
    Write m_write;
    bool m_physicalKeys = false;
    bool m_tookKeys = false;
    QByteArray m_rest;
};
