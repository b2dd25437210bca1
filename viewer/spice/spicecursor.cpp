// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spicecursor.h"

namespace {
constexpr int largestSide = 1024;
}

SpiceCursor::SpiceCursor(SpiceChannel *channel)
{
    m_connections.connect<&SpiceCursor::shaped>(channel, "cursor-set", this);
    m_connections.connect<&SpiceCursor::placed>(channel, "cursor-move", this);
    m_connections.connect<&SpiceCursor::hidden>(channel, "cursor-hide", this);
    m_connections.connect<&SpiceCursor::forgotten>(channel, "cursor-reset", this);
}

void SpiceCursor::shaped(SpiceChannel *, int width, int height, int hotX, int hotY, gpointer rgba)
{
    m_hidden = false;
    m_shape = {};
    if (rgba && width > 0 && height > 0 && width <= largestSide && height <= largestSide) {
        const QImage borrowed(static_cast<const uchar *>(rgba), width, height, width * 4, QImage::Format_RGBA8888);
        m_shape.image = borrowed.convertToFormat(QImage::Format_ARGB32_Premultiplied);
        m_shape.hotSpot = {hotX, hotY};
    }
    Q_EMIT changed(m_shape);
}

void SpiceCursor::placed(SpiceChannel *, int x, int y)
{
    if (std::exchange(m_hidden, false))
        Q_EMIT changed(m_shape);
    Q_EMIT moved({x, y});
}

void SpiceCursor::hidden(SpiceChannel *)
{
    m_hidden = true;
    Q_EMIT changed({});
}

void SpiceCursor::forgotten(SpiceChannel *)
{
    m_shape = {};
    m_hidden = false;
    Q_EMIT changed({});
}
