// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spicescreen.h"

#include "viewer/surface/framebuffer.h"

#include <cstring>

namespace {

QImage::Format formatOf(int spice)
{
    switch (spice) {
    case SPICE_SURFACE_FMT_32_xRGB:
    case SPICE_SURFACE_FMT_32_ARGB: return QImage::Format_RGB32;
    case SPICE_SURFACE_FMT_16_565: return QImage::Format_RGB16;
    case SPICE_SURFACE_FMT_16_555: return QImage::Format_RGB555;
    default: return QImage::Format_Invalid;
    }
}

} // namespace

SpiceScreen::SpiceScreen(SpiceChannel *channel)
    : m_channel(GRef<SpiceChannel>::share(channel))
{
    g_object_get(channel, "channel-id", &m_channelId, nullptr);
    m_connections.connect<&SpiceScreen::created>(channel, "display-primary-create", this);
    m_connections.connect<&SpiceScreen::destroyed>(channel, "display-primary-destroy", this);
    m_connections.connect<&SpiceScreen::invalidated>(channel, "display-invalidate", this);
    m_connections.connect<&SpiceScreen::marked>(channel, "display-mark", this);
    m_connections.connect<&SpiceScreen::monitorsChanged>(channel, "notify::monitors", this);
    m_connections.connect<&SpiceScreen::scanoutChanged>(channel, "notify::gl-scanout", this);
}

SpiceScreen::~SpiceScreen() = default;

void SpiceScreen::created(SpiceChannel *, int format, int width, int height, int stride, int, gpointer pixels)
{
    if (!Framebuffer::isAcceptable(width, height) || !pixels) {
        Q_EMIT tooLarge(width, height);
        return;
    }
    take(format, QSize(width, height), stride, static_cast<uchar *>(pixels));
}

void SpiceScreen::take(int format, QSize size, int stride, uchar *pixels)
{
    const auto known = formatOf(format);
    if (known == QImage::Format_Invalid)
        return;
    m_drawn = QImage(pixels, size.width(), size.height(), stride, known);
    m_picture = known == QImage::Format_RGB32 ? m_drawn : m_drawn.convertToFormat(QImage::Format_RGB32);
    if (m_marked)
        Q_EMIT changed();
}

void SpiceScreen::destroyed(SpiceChannel *)
{
    const QImage former = std::exchange(m_picture, QImage());
    if (!former.isNull())
        Q_EMIT changed();
    m_drawn = QImage();
}

void SpiceScreen::invalidated(SpiceChannel *, int x, int y, int width, int height)
{
    const QRect area = QRect(x, y, width, height) & m_drawn.rect();
    if (area.isEmpty() || m_picture.isNull())
        return;
    if (m_drawn.format() != QImage::Format_RGB32) {
        const QImage fresh = m_drawn.copy(area).convertToFormat(QImage::Format_RGB32);
        for (int line = 0; line < area.height(); ++line)
            std::memcpy(m_picture.scanLine(area.y() + line) + area.x() * 4, fresh.constScanLine(line), size_t(area.width()) * 4);
    }
    if (m_marked)
        Q_EMIT damaged(area);
}

void SpiceScreen::marked(SpiceChannel *, gboolean on)
{
    if (std::exchange(m_marked, on != 0) == (on != 0))
        return;
    Q_EMIT changed();
}

void SpiceScreen::monitorsChanged(SpiceChannel *, GParamSpec *)
{
    if (m_marked && !m_picture.isNull())
        Q_EMIT changed();
}

void SpiceScreen::scanoutChanged(SpiceChannel *, GParamSpec *)
{
    const auto *scanout = spice_display_channel_get_gl_scanout(SPICE_DISPLAY_CHANNEL(m_channel.get()));
    if (scanout && scanout->fd >= 0)
        Q_EMIT accelerated();
}

QList<SpiceScreen::Monitor> SpiceScreen::monitors() const
{
    QList<Monitor> all;
    if (m_picture.isNull() || !m_marked)
        return all;
    GArray *raw = nullptr;
    g_object_get(m_channel.get(), "monitors", &raw, nullptr);
    for (guint i = 0; raw && i < raw->len; ++i) {
        const auto &each = g_array_index(raw, SpiceDisplayMonitorConfig, i);
        const QRect area = QRect(int(each.x), int(each.y), int(each.width), int(each.height)) & m_picture.rect();
        if (!area.isEmpty())
            all.append({int(each.id), area});
    }
    if (raw)
        g_array_unref(raw);
    // A guest that tells of no monitors has one.
    if (all.isEmpty())
        all.append({0, m_picture.rect()});
    return all;
}

int SpiceScreen::mostMonitors() const
{
    guint most = 1;
    g_object_get(m_channel.get(), "monitors-max", &most, nullptr);
    return int(most);
}
