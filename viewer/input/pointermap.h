// SPDX-License-Identifier: GPL-3.0-or-later
// Where a remote screen lies in a widget, and which pixel of it is under the pointer. Works in the pixels of the
// display, so that 1:1 is exact at every scale of the desktop. A value.
#pragma once

#include <QPointF>
#include <QRect>
#include <QRegion>
#include <QSize>

class PointerMap final {
public:
    enum class Mode {
        Fit,      ///< all of it, as large as there is room
        Fill,     ///< no room left over; what is too much of one side can be moved into view
        OneToOne, ///< a pixel on one of the display's
        Integer,  ///< the largest whole multiple that fits; as Fit where not even one does
        Percent,  ///< of OneToOne
    };

    PointerMap() = default;
    /// `widget` in logical pixels; `pan` is the display pixel of the drawn screen wanted at the top left where that is
    /// larger than the widget, and is kept within bounds. `percent` counts for Mode::Percent alone.
    PointerMap(QSize remote, QSizeF widget, qreal pixelRatio, Mode mode, QPoint pan = {}, int percent = 100);

    /// Where the screen is drawn, in the display's pixels relative to the widget.
    QRect target() const { return m_target; }
    QPoint pan() const { return m_pan; }
    bool canPan() const { return m_canPan; }
    /// Display pixels per remote pixel.
    qreal scale() const { return m_scale; }
    bool isExact() const { return m_target.size() == m_remote; }
    /// Every remote pixel is a square of the same number of the display's.
    bool isWhole() const { return m_scale >= 1 && m_scale == qreal(int(m_scale)) && m_target.size() == m_remote * m_scale; }

    /// The remote pixel under a place in the widget (logical); places outside are moved to the nearest edge.
    QPoint toRemote(QPointF place) const;
    bool contains(QPointF place) const;
    /// The centre of a remote pixel in the widget (logical).
    QPointF toWidget(QPoint pixel) const;
    /// What to repaint in the widget (logical) for damage of the remote screen.
    QRegion toWidget(const QRegion &damage) const;

private:
    QSize m_remote;
    qreal m_ratio = 1;
    qreal m_scale = 1;
    QRect m_target;
    QPoint m_pan;
    bool m_canPan = false;
};
