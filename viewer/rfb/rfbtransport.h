// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes from a server, past libvncclient where nothing stands in the way: plain sockets are read in large pieces,
// encrypted ones through the library. The session's thread.
#pragma once

#include "viewer/rfb/decode/bytestream.h"
#include "viewer/rfb/rfblink.h"

struct _rfbClient;

class RfbTransport final {
public:
    /// While the transport has to wait, `sendInput` is called when there is input, and `untilDue` milliseconds later
    /// when there is none; never where that is negative.
    RfbTransport(RfbLink &link, std::function<void()> sendInput, std::function<int()> untilDue);

    /// From the end of the handshake on; `client` outlives this.
    void begin(_rfbClient *client);

    rfb::ByteStream &stream() { return m_stream; }
    /// Nothing is encrypted: the socket carries the protocol itself. From begin() on.
    bool isPlain() const;
    /// Something can be read that poll() does not see.
    bool hasBufferedData() const;
    enum class Wait { Bytes, Input, Ended };
    /// Waits until the server sent something, or there was input, which was sent then.
    Wait wait();
    /// Lets the library read and handle a message whose first byte is this.
    bool handledByLibrary(quint8 type);
    /// Bytes, without encryption.
    quint64 received() const { return m_received; }

private:
    size_t receive(uchar *into, size_t most);
    size_t receivePlain(uchar *into, size_t most);
    size_t receiveThroughLibrary(uchar *into, size_t most);
    bool libraryHasData() const;
    size_t takeFromLibrary(uchar *into, size_t most);

    RfbLink &m_link;
    const std::function<void()> m_sendInput;
    const std::function<int()> m_untilDue;
    _rfbClient *m_client = nullptr;
    rfb::ByteStream m_stream;
    quint64 m_received = 0;
};
