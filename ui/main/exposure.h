// SPDX-License-Identifier: GPL-3.0-or-later
// What of an item view is being painted, for delegates: Qt hands them whole rows, of which often no more than a
// sparkline is new, and laying out words that nobody sees costs more than the sparkline. GUI thread.
#pragma once

#include <QRegion>

class Exposure final {
public:
    /// For the time of one paint event; empty: everything.
    void set(const QRegion &region) { m_region = region; }
    /// Whether no more than `part` of `item` is painted.
    bool isWithin(const QRect &item, const QRect &part) const
    {
        return !m_region.isEmpty() && m_region.intersected(item).subtracted(part).isEmpty();
    }
    /// Whether anything of `item` is.
    bool touches(const QRect &item) const { return m_region.isEmpty() || m_region.intersects(item); }

private:
    QRegion m_region;
};
