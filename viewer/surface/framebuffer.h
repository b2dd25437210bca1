// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels of a remote screen plus the damage since the last look. One decoder thread writes, the GUI thread
// reads; both go through the lock here, and the reader never sees half an update: damage becomes visible
// with publish(), which the decoder calls at the end of each framebuffer update.
#pragma once

#include <QImage>
#include <QRegion>
#include <QSize>

#include <mutex>

class Framebuffer {
public:
    /// Largest side and area that a server may ask for; beyond it the session ends with an error.
    static constexpr int maximumSide = 16384;
    static constexpr qint64 maximumPixels = 64LL * 1024 * 1024;

    static bool isAcceptable(int width, int height)
    {
        return width > 0 && height > 0 && width <= maximumSide && height <= maximumSide
               && qint64(width) * height <= maximumPixels;
    }

    // Decoder's side.
    /// New black pixels of that size; all of it is damaged at the next publish().
    void resize(QSize size);
    /// Held while pixels are written.
    std::unique_lock<std::mutex> lock() const { return std::unique_lock(m_mutex); }
    QImage &pixels() { return m_image; }                 ///< Format_RGB32; call under lock()
    void damage(const QRect &area) { m_pending += area; } ///< call under lock()
    /// True where the reader had nothing left to fetch, so that it must be woken. Call under lock().
    bool publish();

    // Reader's side.
    /// Paints through `paint(const QImage &, const QRegion &damage)` under the lock and forgets the damage.
    template<class Paint>
    void read(Paint paint)
    {
        const auto held = lock();
        paint(std::as_const(m_image), std::as_const(m_published));
        m_published = {};
    }
    QSize size() const
    {
        const auto held = lock();
        return m_image.size();
    }
    /// A copy of the present picture.
    QImage snapshot() const
    {
        const auto held = lock();
        return m_image.copy();
    }

private:
    mutable std::mutex m_mutex;
    QImage m_image;
    QRegion m_pending;
    QRegion m_published;
};
