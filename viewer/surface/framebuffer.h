// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels of a remote screen plus the damage since the last look. Two pictures: one thread decodes into pixels()
// with no lock held, however long the network takes; publish(), at the end of each framebuffer update, copies
// what was damaged into the picture that the reader sees. So the reader never sees half an update and waits
// for a copy at most.
// A copy of the QImage that a reader is shown must not outlive the call: its pixels may not be its own.
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

    // Decoder's side: one thread, no lock.
    /// New black pixels of that size. The reader keeps the former picture until the first damage after it is
    /// published. False where memory is short.
    bool resize(QSize size);
    /// Four bytes a pixel, blue first, without padding; the fourth byte may hold anything.
    QImage &pixels() { return m_pixels; }
    void damage(const QRect &area);
    /// Shows the reader what was damaged. True where the reader had nothing left to fetch, so that it must be woken.
    bool publish();

    // The other way, for a session that draws in the reader's own thread: the picture is read where it is drawn.
    /// Shows Format_RGB32 pixels of somebody else, who keeps them until the next borrow() or keepBorrowed().
    /// True where the reader must be woken.
    bool borrow(const QImage &pixels);
    /// That part of them was drawn on. True where the reader must be woken.
    bool publishBorrowed(const QRect &area);
    /// Takes a copy instead: the owner is about to free them.
    void keepBorrowed();

    // Reader's side.
    /// Calls `look(const QImage &, const QRegion &damage)` under the lock and forgets the damage.
    /// The picture is Format_RGB32 and null before the first publish().
    template<class Look>
    void read(Look look)
    {
        const auto held = lock();
        look(std::as_const(m_shown), std::as_const(m_published));
        m_published = {};
    }
    /// Calls `look(const QImage &)` under the lock; damage stays to be fetched.
    template<class Look>
    void view(Look look) const
    {
        const auto held = lock();
        look(m_shown);
    }
    QSize size() const
    {
        const auto held = lock();
        return m_shown.size();
    }
    /// A copy of the present picture.
    QImage snapshot() const
    {
        const auto held = lock();
        return m_shown.copy();
    }

private:
    std::unique_lock<std::mutex> lock() const { return std::unique_lock(m_mutex); }

    QImage m_pixels;
    QRegion m_pending;
    mutable std::mutex m_mutex;
    QImage m_shown;
    QRegion m_published;
};
