// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/picture.h"

#include "ui/common/marks.h"
#include "ui/common/shades.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <QPixmapCache>

#include <algorithm>

namespace {

QPainterPath upperRounded(const QRectF &rect, qreal radius)
{
    QPainterPath path;
    path.moveTo(rect.bottomLeft());
    path.lineTo(rect.left(), rect.top() + radius);
    path.quadTo(rect.topLeft(), {rect.left() + radius, rect.top()});
    path.lineTo(rect.right() - radius, rect.top());
    path.quadTo(rect.topRight(), {rect.right(), rect.top() + radius});
    path.lineTo(rect.bottomRight());
    path.closeSubpath();
    return path;
}

/// Scaled once per image and size: a gallery scrolls without scaling its pictures again.
QPixmap fitted(const QImage &image, const QSizeF &size, qreal ratio)
{
    const auto pixels = (size * ratio).toSize().expandedTo({1, 1});
    const auto key = QStringLiteral("screen-%1-%2x%3").arg(image.cacheKey()).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap::fromImage(image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

namespace picture {

void draw(QPainter &painter, const QRectF &rect, const QImage &image, MachineState state, const QPalette &palette, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const auto frame = upperRounded(rect, radius);
    const bool on = isActive(state);
    const auto ground = on ? QColor(13, 14, 17) : shades::track(palette);
    painter.setBrush(ground);
    painter.drawPath(frame);
    painter.setClipPath(frame);
    if (on && !image.isNull()) {
        const auto size = QSizeF(image.size()).scaled(rect.size(), Qt::KeepAspectRatio);
        const QRectF target(rect.center().x() - size.width() / 2, rect.center().y() - size.height() / 2, size.width(), size.height());
        painter.drawPixmap(target.topLeft(), fitted(image, target.size(), painter.device()->devicePixelRatioF()));
        if (state == MachineState::Paused || state == MachineState::Suspended)
            painter.fillRect(rect, QColor(0, 0, 0, 110));
    }
    const auto side = std::clamp(rect.height() * 0.2, 16.0, 36.0);
    const QRectF sign(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    if (!on)
        marks::drawPowerSign(painter, sign, shades::mix(ground, palette.color(QPalette::WindowText), 0.35));
    else if (state != MachineState::Running)
        marks::drawState(painter, sign, state, palette);
    painter.restore();
}

} // namespace picture
