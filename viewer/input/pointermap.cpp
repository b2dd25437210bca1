// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/pointermap.h"

#include <QtMath>

namespace {

// Centred where it fits, moved by `pan` where it does not.
int offset(int available, int size, int &pan)
{
    if (size <= available) {
        pan = 0;
        return (available - size) / 2;
    }
    pan = qBound(0, pan, size - available);
    return -pan;
}

qreal scaleOf(PointerMap::Mode mode, QSize remote, QSize available, int percent)
{
    const qreal across = qreal(available.width()) / remote.width();
    const qreal down = qreal(available.height()) / remote.height();
    const qreal fit = qMin(across, down);
    switch (mode) {
    case PointerMap::Mode::Fit: return fit;
    case PointerMap::Mode::Fill: return qMax(across, down);
    case PointerMap::Mode::OneToOne: return 1;
    case PointerMap::Mode::Integer: return fit < 1 ? fit : qFloor(fit);
    case PointerMap::Mode::Percent: break;
    }
    return percent / 100.0;
}

} // namespace

PointerMap::PointerMap(QSize remote, QSizeF widget, qreal pixelRatio, Mode mode, QPoint pan, int percent)
    : m_remote(remote)
    , m_ratio(pixelRatio)
{
    if (remote.isEmpty() || widget.isEmpty())
        return;
    const QSize available(qRound(widget.width() * pixelRatio), qRound(widget.height() * pixelRatio));
    m_scale = scaleOf(mode, remote, available, percent);
    const QSize size(qMax(1, qRound(remote.width() * m_scale)), qMax(1, qRound(remote.height() * m_scale)));
    m_pan = pan;
    const int x = offset(available.width(), size.width(), m_pan.rx());
    const int y = offset(available.height(), size.height(), m_pan.ry());
    m_canPan = size.width() > available.width() || size.height() > available.height();
    m_target = QRect({x, y}, size);
}

QPoint PointerMap::toRemote(QPointF place) const
{
    if (m_target.isEmpty())
        return {};
    const QPointF inside = place * m_ratio - QPointF(m_target.topLeft());
    const int x = qFloor(inside.x() * m_remote.width() / m_target.width());
    const int y = qFloor(inside.y() * m_remote.height() / m_target.height());
    return {qBound(0, x, m_remote.width() - 1), qBound(0, y, m_remote.height() - 1)};
}

bool PointerMap::contains(QPointF place) const
{
    return QRectF(m_target).contains(place * m_ratio);
}

QPointF PointerMap::toWidget(QPoint pixel) const
{
    if (m_remote.isEmpty())
        return {};
    const QPointF inside((pixel.x() + 0.5) * m_target.width() / m_remote.width(),
                         (pixel.y() + 0.5) * m_target.height() / m_remote.height());
    return (inside + QPointF(m_target.topLeft())) / m_ratio;
}

QRegion PointerMap::toWidget(const QRegion &damage) const
{
    if (m_target.isEmpty())
        return {};
    const qreal x = qreal(m_target.width()) / m_remote.width() / m_ratio;
    const qreal y = qreal(m_target.height()) / m_remote.height() / m_ratio;
    // Smooth scaling mixes neighbours in: one remote pixel more, and one of the widget's for rounding.
    const int margin = isExact() ? 0 : 1;
    QRegion region;
    for (const QRect &rect : damage) {
        const QRectF wide(rect.adjusted(-margin, -margin, margin, margin));
        const QRectF scaled(wide.x() * x + m_target.x() / m_ratio, wide.y() * y + m_target.y() / m_ratio,
                            wide.width() * x, wide.height() * y);
        region += scaled.toAlignedRect().adjusted(-margin, -margin, margin, margin);
    }
    return region;
}
