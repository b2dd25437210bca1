// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace {

QColor inkFor(QIcon::Mode mode)
{
    const auto palette = QApplication::palette();
    switch (mode) {
    case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::ButtonText);
    case QIcon::Selected: return palette.color(QPalette::HighlightedText);
    default: return palette.color(QPalette::ButtonText);
    }
}

/// Draws one of our SVGs in the palette's ink, whatever the size and pixel ratio.
class RoleIconEngine final : public QIconEngine {
public:
    explicit RoleIconEngine(QString path) : m_path(std::move(path)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(inked(inkFor(mode)));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        const auto key = QStringLiteral("%1|%2|%3x%4").arg(m_path, inkFor(mode).name(QColor::HexArgb)).arg(size.width()).arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect({}, size), mode, state);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new RoleIconEngine(m_path); }
    QString key() const override { return QStringLiteral("vivarium-role"); }

private:
    QByteArray inked(const QColor &ink) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        auto svg = file.readAll();
        svg.replace("currentColor", ink.name(QColor::HexRgb).toLatin1());
        return svg;
    }

    QString m_path;
};

QIcon role(const char *name)
{
    return QIcon(new RoleIconEngine(QStringLiteral(":/icons/%1.svg").arg(QLatin1StringView(name))));
}

} // namespace

// Ours rather than the theme's: Qt 6.4 does not recolour a theme's symbolic icons, which vanish on dark windows.
namespace icons {
QIcon addHost() { return role("add-host"); }
QIcon allMachines() { return role("all-machines"); }
QIcon console() { return role("console"); }
QIcon copy() { return role("copy"); }
QIcon create() { return role("create"); }
QIcon forceOff() { return role("force-off"); }
QIcon fullScreen() { return role("full-screen"); }
QIcon host() { return role("host"); }
QIcon machine() { return role("machine"); }
QIcon menu() { return role("menu"); }
QIcon minimise() { return role("minimise"); }
QIcon moveBar() { return role("move-bar"); }
QIcon pause() { return role("pause"); }
QIcon pin() { return role("pin"); }
QIcon reboot() { return role("reboot"); }
QIcon rename() { return role("rename"); }
QIcon reset() { return role("reset"); }
QIcon resume() { return role("resume"); }
QIcon save() { return role("save"); }
QIcon screenshot() { return role("screenshot"); }
QIcon search() { return role("search"); }
QIcon sendKeys() { return role("send-keys"); }
QIcon settings() { return role("settings"); }
QIcon share() { return role("share"); }
QIcon shutDown() { return role("shut-down"); }
QIcon start() { return role("start"); }
QIcon typeClipboard() { return role("type-clipboard"); }
QIcon usb() { return role("usb"); }
QIcon view() { return role("view"); }
QIcon viewCards() { return role("view-cards"); }
QIcon viewTable() { return role("view-table"); }
} // namespace icons
