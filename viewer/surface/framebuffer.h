// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels of a remote screen plus the damage since the last look. Two pictures: one thread decodes into pixels()
// with no lock held, however long the network takes, between begin() and publish(); what was damaged is copied into
// the picture that the reader sees. So the reader never sees half an update and waits for a copy at most.
// A server may send more updates than a display shows. Nothing is copied for a reader that has just looked: when it
// looks again it copies what waits itself, unless the next update has begun; then that one is copied at its end.
// A copy of the QImage that a reader is shown must not outlive the call: its pixels may not be its own.
#pragma once

#include <QImage>
#include <QRegion>
#include <QSize>

#include <chrono>
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
    /// From here to publish() the pixels belong to the decoder.
    void begin();
    /// New black pixels of that size. The reader keeps the former picture until the first damage after it is
    /// published. False where memory is short.
    bool resize(QSize size);
    /// Four bytes a pixel, blue first, without padding; the fourth byte may hold anything.
    QImage &pixels() { return m_pixels; }
    void damage(const QRect &area);
    /// Lets the reader see what was damaged. True where it did not know that there is something, and must be woken.
    bool publish();
    /// Of the picture that was published last.
    QSize publishedSize() const { return m_publishedSize; }

    // The other way, for a session that draws in the reader's own thread: the picture is read where it is drawn.
    /// Shows Format_RGB32 pixels of somebody else, who keeps them until the next borrow() or keepBorrowed().
    /// True where the reader must be woken.
    bool borrow(const QImage &pixels);
    /// That part of them was drawn on. True where the reader must be woken.
    bool publishBorrowed(const QRect &area);
    /// Takes a copy instead: the owner is about to free them.
    void keepBorrowed();

    // Reader's side.
    /// How long it does not look again after it has seen something; a sixtieth of a second unless set.
    void setPace(std::chrono::microseconds pace)
    {
        const auto held = lock();
        m_pace = pace;
    }
    /// Calls `look(const QImage &, const QRegion &damage)` under the lock and forgets the damage. Without damage
    /// the reader is woken by the next publish() at once.
    /// The picture is Format_RGB32 and null before the first publish().
    template<class Look>
    void read(Look look)
    {
        const auto held = lock();
        catchUp();
        look(std::as_const(m_shown), std::as_const(m_published));
        m_due = Clock::now() + (m_published.isEmpty() ? Clock::duration::zero() : m_pace);
        m_published = {};
        m_waiting = false;
    }
    /// Calls `look(const QImage &)` under the lock: the picture whose damage was read last, as long as the reader
    /// keeps its pace.
    template<class Look>
    void view(Look look) const
    {
        const auto held = lock();
        look(m_shown);
    }
    QSize size()
    {
        const auto held = lock();
        catchUp();
        return m_shown.size();
    }
    /// A copy of the present picture.
    QImage snapshot()
    {
        const auto held = lock();
        catchUp();
        return m_shown.copy();
    }

private:
    using Clock = std::chrono::steady_clock;

    std::unique_lock<std::mutex> lock() const { return std::unique_lock(m_mutex); }
    void copy();
    void catchUp()
    {
        if (m_waiting && !m_open)
            copy();
    }

    mutable std::mutex m_mutex;
    // While m_open the decoder's, without the lock.
    QImage m_pixels;
    QRegion m_pending; ///< damage that m_shown has not seen
    QSize m_publishedSize;
    // Under the lock.
    bool m_open = false;    ///< an update is being decoded
    bool m_waiting = false; ///< m_pixels is a whole picture, and the reader was told of it
    Clock::time_point m_due; ///< the reader does not look before
    std::chrono::microseconds m_pace{16'667};
    QImage m_shown;
    QRegion m_published;
};
