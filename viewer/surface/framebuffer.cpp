// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/surface/framebuffer.h"

namespace {

// A region of very many rectangles costs more to join than the pixels between them cost to copy.
constexpr int mostRectangles = 64;

void join(QRegion &region, const QRegion &more)
{
    region += more;
    if (region.rectCount() > mostRectangles)
        region = region.boundingRect();
}

// Servers leave the fourth byte as they like, while Qt copies it into windows that may have an alpha channel.
void copyOpaque(const QImage &from, QImage &to, const QRect &area)
{
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto *source = reinterpret_cast<const quint32 *>(from.constScanLine(y)) + area.left();
        auto *target = reinterpret_cast<quint32 *>(to.scanLine(y)) + area.left();
        for (int x = 0; x < area.width(); ++x)
            target[x] = source[x] | 0xff000000u;
    }
}

} // namespace

bool Framebuffer::resize(QSize size)
{
    QImage fresh(size, QImage::Format_RGB32);
    if (fresh.isNull())
        return false;
    fresh.fill(Qt::black);
    m_pixels = std::move(fresh);
    m_pending = {};
    return true;
}

void Framebuffer::damage(const QRect &area)
{
    const QRect inside = area & m_pixels.rect();
    if (!inside.isEmpty())
        join(m_pending, inside);
}

void Framebuffer::begin()
{
    const auto held = lock();
    if (m_waiting && Clock::now() >= m_due)
        copy();
    m_open = true;
}

bool Framebuffer::publish()
{
    const auto held = lock();
    m_open = false;
    if (m_pending.isEmpty())
        return false;
    m_publishedSize = m_pixels.size();
    const bool told = m_waiting || !m_published.isEmpty();
    m_waiting = true;
    if (Clock::now() >= m_due)
        copy();
    return !told;
}

void Framebuffer::copy()
{
    m_waiting = false;
    if (m_shown.size() != m_pixels.size()) {
        QImage fresh(m_pixels.size(), QImage::Format_RGB32);
        if (fresh.isNull())
            return;
        m_shown = std::move(fresh);
        m_published = {};
        m_pending = m_pixels.rect();
    }
    for (const QRect &area : std::as_const(m_pending))
        copyOpaque(m_pixels, m_shown, area);
    join(m_published, m_pending);
    m_pending = {};
    m_due = Clock::now() + m_pace;
}

bool Framebuffer::borrow(const QImage &pixels)
{
    const auto held = lock();
    m_pixels = {};
    m_pending = {};
    m_waiting = false;
    m_shown = pixels;
    const bool wake = m_published.isEmpty();
    m_published = m_shown.rect();
    return wake;
}

bool Framebuffer::publishBorrowed(const QRect &area)
{
    const QRect inside = area & m_shown.rect();
    if (inside.isEmpty())
        return false;
    const auto held = lock();
    const bool wake = m_published.isEmpty();
    join(m_published, inside);
    return wake;
}

void Framebuffer::keepBorrowed()
{
    const auto held = lock();
    m_shown = m_shown.copy();
}
