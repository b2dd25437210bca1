// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbclipboard.h"

#include <cstdlib>

#include <zlib.h>

namespace {

// Half of what comes is deflated here: no mutation would hit upon a stream that inflates.
QByteArray bodyOf(const QByteArray &bytes)
{
    if (bytes.size() < 5 || bytes.at(0) & 1)
        return bytes;
    auto size = compressBound(uLong(bytes.size() - 4));
    QByteArray deflated(qsizetype(size), '\0');
    compress(reinterpret_cast<Bytef *>(deflated.data()), &size, reinterpret_cast<const Bytef *>(bytes.constData() + 4),
             uLong(bytes.size() - 4));
    return bytes.left(4) + deflated.left(qsizetype(size));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    constexpr qint64 most = 1 << 16;
    const QByteArray body = bodyOf(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    const auto message = rfbclipboard::parse(body, most);
    if (!message)
        return 0;
    if (message->text.size() > most)
        std::abort();
    // What is understood can be said again.
    if (message->action == rfbclipboard::Action::Provide && message->text.size() < most / 4) {
        const auto said = rfbclipboard::provide(message->text, rfbclipboard::Text::AsIs, most);
        const auto again = said ? rfbclipboard::parse(said->mid(8), most) : std::nullopt;
        if (!again)
            std::abort();
    }
    return 0;
}
