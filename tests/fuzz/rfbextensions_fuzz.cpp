// SPDX-License-Identifier: GPL-3.0-or-later
// A server's messages and rectangles without pixels, one after the other, with a desktop that answers now and then.
#include "viewer/rfb/rfbextensions.h"
#include "viewer/rfb/rfbscreens.h"

#include "tests/viewer/rfb/memorywire.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    MemoryWire wire(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    RfbLink link(nullptr); // nobody listens
    RfbExtensions extensions(wire, link, Endpoint::Link::Remote);
    extensions.send(RfbSound{true});
    uchar type = 0;
    while (wire.read(&type, 1)) {
        if (RfbExtensions::knows(type)) {
            if (!extensions.receive(type, {640, 480}))
                break;
        } else if (type == 0) {
            uchar bytes[rfb::Rectangle::size];
            if (!wire.read(bytes, sizeof bytes))
                break;
            const auto rectangle = rfb::Rectangle::parse(bytes);
            if (rectangle.encoding == rfb::ExtendedDesktopSize) {
                const auto screens = rfbscreens::read(wire);
                if (!screens)
                    break;
                const auto fitted = rfbscreens::fitted(*screens, {rectangle.width, rectangle.height}, {640, 480});
                for (const RfbScreen &each : fitted) {
                    if (each.area.isEmpty() || !QRect(0, 0, 640, 480).contains(each.area))
                        std::abort();
                }
                rfbscreens::request({640, 480}, fitted);
            } else if (RfbExtensions::isPseudo(rectangle.encoding) && !extensions.handle(rectangle)) {
                break;
            }
        } else if (type == 1) {
            extensions.send(RfbClipboardOffer{true});
            extensions.send(RfbClipboardRequest{});
        } else if (type == 2) {
            extensions.send(RfbClipboardText{"text"});
            extensions.measureLatency();
        } else if (type == 4) {
            extensions.meetQemu();
            extensions.settle();
        }
    }
    // A server that says little makes nobody say much.
    if (wire.written.size() > qsizetype(64 + 64 * size))
        std::abort();
    return 0;
}
