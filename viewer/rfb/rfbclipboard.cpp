// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbclipboard.h"

#include "viewer/rfb/rfbprotocol.h"

#include <memory>

#include <zlib.h>

namespace {

constexpr quint32 text = 1;
constexpr quint32 formats = 0xffff;
constexpr quint32 capabilitiesBit = 1u << 24;
constexpr quint32 requestBit = 1u << 25;
constexpr quint32 peekBit = 1u << 26;
constexpr quint32 notifyBit = 1u << 27;
constexpr quint32 provideBit = 1u << 28;

QByteArray message(quint32 flags, const QByteArray &body = {})
{
    rfb::Message whole(rfb::ClientCutText);
    whole << quint8(0) << quint16(0) << qint32(-(4 + body.size())) << flags;
    return whole.bytes() + body;
}

/// Inflates piece by piece, as far as is asked for.
class Inflater {
public:
    explicit Inflater(const QByteArray &deflated)
    {
        m_stream.next_in = const_cast<Bytef *>(reinterpret_cast<const Bytef *>(deflated.constData()));
        m_stream.avail_in = uInt(deflated.size());
        m_works = inflateInit(&m_stream) == Z_OK;
    }
    ~Inflater()
    {
        inflateEnd(&m_stream);
    }
    Q_DISABLE_COPY_MOVE(Inflater)

    bool take(void *into, uInt count)
    {
        m_stream.next_out = static_cast<Bytef *>(into);
        m_stream.avail_out = count;
        while (m_works && m_stream.avail_out > 0) {
            const uInt before = m_stream.avail_out;
            const int outcome = inflate(&m_stream, Z_SYNC_FLUSH);
            m_works = (outcome == Z_OK && m_stream.avail_out < before) || outcome == Z_STREAM_END;
            if (outcome == Z_STREAM_END)
                break;
        }
        return m_works && m_stream.avail_out == 0;
    }

private:
    z_stream m_stream{};
    bool m_works = false;
};

// The text comes first: its bit is the lowest.
std::optional<QByteArray> inflatedText(const QByteArray &deflated, qint64 most)
{
    constexpr quint32 step = 64 * 1024;
    Inflater inflater(deflated);
    uchar size[4];
    if (!inflater.take(size, sizeof size))
        return {};
    auto left = qFromBigEndian<quint32>(size);
    if (left > most)
        return {};
    QByteArray bytes;
    for (quint32 part = 0; left > 0; left -= part) {
        part = qMin(left, step);
        const qsizetype had = bytes.size();
        bytes.resize(had + qsizetype(part));
        if (!inflater.take(bytes.data() + had, part))
            return {};
    }
    return bytes;
}

} // namespace

std::optional<rfbclipboard::Message> rfbclipboard::parse(const QByteArray &body, qint64 most)
{
    if (body.size() < 4)
        return {};
    const auto flags = qFromBigEndian<quint32>(body.constData());
    Message message;
    message.hasText = flags & text;
    if (flags & capabilitiesBit) {
        message.action = Action::Capabilities;
        return message;
    }
    switch (flags & ~formats) {
    case requestBit:
        message.action = Action::Request;
        return message;
    case peekBit:
        message.action = Action::Peek;
        return message;
    case notifyBit:
        message.action = Action::Notify;
        return message;
    case provideBit:
        break;
    default:
        return {};
    }
    message.action = Action::Provide;
    if (!message.hasText)
        return message;
    auto inflated = inflatedText(body.mid(4), most);
    if (!inflated)
        return {};
    while (inflated->endsWith('\0'))
        inflated->chop(1);
    message.text = std::move(*inflated);
    message.text.replace("\r\n", "\n");
    return message;
}

QByteArray rfbclipboard::capabilities()
{
    constexpr quint32 largestUnasked = 0;
    rfb::Message sizes;
    sizes << largestUnasked;
    return message(capabilitiesBit | requestBit | peekBit | notifyBit | provideBit | text, sizes.bytes());
}

QByteArray rfbclipboard::request()
{
    return message(requestBit | text);
}

QByteArray rfbclipboard::notify(bool hasText)
{
    return message(notifyBit | (hasText ? text : 0));
}

std::optional<QByteArray> rfbclipboard::provide(const QByteArray &content, Text form, qint64 most)
{
    QByteArray sent = content;
    if (form == Text::AsSpecified) {
        sent.replace("\r\n", "\n").replace("\n", "\r\n");
        sent.append('\0');
    }
    if (sent.size() + 4 > most)
        return {};
    rfb::Message plain;
    plain << quint32(sent.size());
    const QByteArray bytes = plain.bytes() + sent;
    QByteArray deflated(qsizetype(compressBound(uLong(bytes.size()))), Qt::Uninitialized);
    auto size = uLongf(deflated.size());
    const int outcome = compress(reinterpret_cast<Bytef *>(deflated.data()), &size,
                                 reinterpret_cast<const Bytef *>(bytes.constData()), uLong(bytes.size()));
    if (outcome != Z_OK || qint64(size) + 4 > most)
        return {};
    deflated.truncate(qsizetype(size));
    return message(provideBit | text, deflated);
}
