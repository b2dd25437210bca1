// SPDX-License-Identifier: GPL-3.0-or-later
// Of RfbConversation: rectangles that carry no pixels but a cursor, a size, or what the server can do.
#include "viewer/rfb/rfbconversation.h"

#include <QList>

#include <rfb/rfbclient.h>

using Kind = ConsoleError::Kind;

bool RfbConversation::isPseudo(qint32 encoding)
{
    switch (encoding) {
    case rfb::DesktopSize:
    case rfb::PointerPosition:
    case rfb::Cursor:
    case rfb::QemuPointerMotionChange:
    case rfb::QemuExtendedKey:
    case rfb::ExtendedDesktopSize:
    case rfb::CursorWithAlpha:
        return true;
    default:
        return RfbExtensions::isPseudo(encoding);
    }
}

bool RfbConversation::handlePseudo(const rfb::Rectangle &rectangle)
{
    switch (rectangle.encoding) {
    case rfb::DesktopSize:
        return resize(rectangle.width, rectangle.height);
    case rfb::PointerPosition:
        m_link.report(&RfbReports::cursorMoved, QPoint(rectangle.x, rectangle.y));
        return true;
    case rfb::Cursor:
        return receiveCursor(rectangle);
    case rfb::QemuPointerMotionChange:
        m_extensions.meetQemu(); // nobody else has it
        m_link.report(&RfbReports::pointerModeChanged, rectangle.x == 0);
        return true;
    case rfb::QemuExtendedKey:
        m_link.outlet().takePhysicalKeys();
        return true;
    case rfb::ExtendedDesktopSize:
        return receiveExtendedDesktopSize(rectangle);
    case rfb::CursorWithAlpha:
        return receiveAlphaCursor(rectangle);
    default:
        return m_extensions.handle(rectangle);
    }
}

bool RfbConversation::receiveCursor(const rfb::Rectangle &rectangle)
{
    const QSize size(rectangle.width, rectangle.height);
    if (size.width() > rfb::largestCursor || size.height() > rfb::largestCursor)
        return fail(Kind::TooLarge, QStringLiteral("The server sent a cursor of %1×%2").arg(size.width()).arg(size.height()));
    QList<uchar> pixels(4 * qsizetype(size.width()) * size.height());
    QList<uchar> mask(qsizetype((size.width() + 7) / 8) * size.height());
    if (!read(pixels.data(), quint32(pixels.size())) || !read(mask.data(), quint32(mask.size())))
        return false;
    RemoteCursor cursor;
    cursor.hotSpot = {rectangle.x, rectangle.y};
    if (!size.isEmpty()) {
        cursor.image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        const int stride = (size.width() + 7) / 8;
        for (int y = 0; y < size.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(cursor.image.scanLine(y));
            for (int x = 0; x < size.width(); ++x) {
                const uchar *pixel = pixels.constData() + 4 * (qsizetype(y) * size.width() + x);
                const bool opaque = mask.at(qsizetype(y) * stride + x / 8) & (0x80 >> x % 8);
                line[x] = opaque ? qRgba(pixel[2], pixel[1], pixel[0], 255) : 0u;
            }
        }
    }
    m_link.report(&RfbReports::cursorChanged, cursor);
    return true;
}

// The encoding of its pixels is sent with it; QEMU sends Raw, and nothing else is expected for so small a picture.
bool RfbConversation::receiveAlphaCursor(const rfb::Rectangle &rectangle)
{
    uchar encoding[4];
    if (!read(encoding, sizeof encoding))
        return false;
    if (qFromBigEndian<qint32>(encoding) != rfbEncodingRaw)
        return fail(Kind::ProtocolViolation, QStringLiteral("The server sent a cursor in an encoding of its own"));
    if (rectangle.width > rfb::largestCursor || rectangle.height > rfb::largestCursor)
        return fail(Kind::TooLarge,
                    QStringLiteral("The server sent a cursor of %1×%2").arg(rectangle.width).arg(rectangle.height));
    RemoteCursor cursor;
    cursor.hotSpot = {rectangle.x, rectangle.y};
    if (rectangle.width > 0 && rectangle.height > 0) {
        // RGBA bytes with colours multiplied already.
        QImage image(rectangle.width, rectangle.height, QImage::Format_RGBA8888_Premultiplied);
        for (int y = 0; y < image.height(); ++y) {
            if (!read(image.scanLine(y), 4 * quint32(image.width())))
                return false;
        }
        cursor.image = std::move(image).convertToFormat(QImage::Format_ARGB32_Premultiplied);
    }
    m_link.report(&RfbReports::cursorChanged, cursor);
    return true;
}

// libvncclient 0.9.14 ignores screens whose number is 0, and that is the number of QEMU's only screen.
bool RfbConversation::receiveExtendedDesktopSize(const rfb::Rectangle &rectangle)
{
    auto screens = rfbscreens::read(*this);
    if (!screens)
        return false;
    m_screens = std::move(*screens);
    enum Reason { ThisClient = 1 };
    enum Status { Prohibited = 1, InvalidLayout = 3 };
    // QEMU calls every layout invalid where the machine's display cannot change its size.
    const bool refused = rectangle.x == ThisClient
                         && (rectangle.y == Prohibited || (rectangle.y == InvalidLayout && m_askedForOneScreen));
    if (m_resizable == refused) {
        m_resizable = !refused;
        m_link.report(&RfbReports::resizable, m_resizable);
    }
    // A refusal repeats the present size.
    return resize(rectangle.width, rectangle.height);
}

bool RfbConversation::resize(int width, int height)
{
    if (width == m_client->width && height == m_client->height)
        return true;
    m_client->width = width;
    m_client->height = height;
    m_client->updateRect = {0, 0, width, height};
    return allocate(width, height) && m_extensions.flow().screenChanged({width, height});
}

bool RfbConversation::allocate(int width, int height)
{
    if (!Framebuffer::isAcceptable(width, height)) {
        const QString words = QStringLiteral("The server asked for a screen of %1×%2").arg(width).arg(height);
        return fail(width > 0 && height > 0 ? Kind::TooLarge : Kind::ProtocolViolation, words);
    }
    if (!m_framebuffer.resize({width, height}))
        return fail(Kind::TooLarge, QStringLiteral("No memory for a screen of %1×%2").arg(width).arg(height));
    QImage &pixels = m_framebuffer.pixels();
    m_canvas = {reinterpret_cast<quint32 *>(pixels.bits()), pixels.bytesPerLine() / 4, width, height};
    m_client->frameBuffer = pixels.bits();
    m_fullUpdateNeeded = m_established;
    return true;
}
