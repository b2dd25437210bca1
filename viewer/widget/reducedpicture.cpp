// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/widget/reducedpicture.h"

namespace {

quint32 mean(quint32 one, quint32 other)
{
    return (one & other) + (((one ^ other) & 0xfefefefeu) >> 1);
}

QRect halved(const QRect &area)
{
    return QRect(QPoint(area.left() / 2, area.top() / 2), QPoint(area.right() / 2, area.bottom() / 2));
}

void halve(const QImage &source, QImage &target, const QRect &area)
{
    const int lastColumn = source.width() - 1;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        const auto *upper = reinterpret_cast<const quint32 *>(source.constScanLine(2 * y));
        const auto *lower = reinterpret_cast<const quint32 *>(source.constScanLine(qMin(2 * y + 1, source.height() - 1)));
        auto *line = reinterpret_cast<quint32 *>(target.scanLine(y));
        for (int x = area.left(); x <= area.right(); ++x) {
            const int left = 2 * x;
            const int right = qMin(left + 1, lastColumn);
            line[x] = mean(mean(upper[left], upper[right]), mean(lower[left], lower[right]));
        }
    }
}

} // namespace

int ReducedPicture::levelsFor(qreal scale)
{
    int levels = 0;
    for (; scale > 0 && scale < 0.5 && levels < 8; scale *= 2)
        ++levels;
    return levels;
}

void ReducedPicture::update(const QImage &source, const QRegion &damage, int levels)
{
    QRegion changed = damage & source.rect();
    if (m_sourceSize != source.size() || m_levels.size() != levels) {
        m_sourceSize = source.size();
        m_levels.clear();
        QSize size = source.size();
        for (int i = 0; i < levels; ++i) {
            size = QSize((size.width() + 1) / 2, (size.height() + 1) / 2);
            m_levels.append(QImage(size, QImage::Format_RGB32));
        }
        changed = source.rect();
    }
    const QImage *from = &source;
    for (QImage &level : m_levels) {
        QRegion smaller;
        for (const QRect &area : changed)
            smaller += halved(area);
        for (const QRect &area : smaller)
            halve(*from, level, area);
        changed = smaller;
        from = &level;
    }
}
