// SPDX-License-Identifier: GPL-3.0-or-later
// A picture halved once or several times, kept current by damage: what a strong reduction is painted from, since
// interpolating between two pixels out of five would drop the others. GUI thread.
#pragma once

#include <QImage>
#include <QList>
#include <QRegion>

class ReducedPicture final {
public:
    /// How often to halve before painting at this scale (display pixels per pixel).
    static int levelsFor(qreal scale);

    /// Brings the `levels` halvings up to date where `source` (32 bits a pixel) was damaged; all of it after a
    /// change of size or levels.
    void update(const QImage &source, const QRegion &damage, int levels);
    /// After `levels` halvings. An odd side is rounded up, its last pixel half outside.
    const QImage &image() const { return m_levels.constLast(); }
    void clear() { m_levels.clear(); }

private:
    QList<QImage> m_levels;
    QSize m_sourceSize;
};
