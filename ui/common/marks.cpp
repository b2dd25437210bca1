// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/marks.h"

#include "core/machines/machine.h"
#include "ui/common/shades.h"

#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <algorithm>
#include <array>

namespace {

struct Family {
    QLatin1StringView word;
    QRgb colour;
};

constexpr std::array families{
    Family{QLatin1StringView("debian"), 0xffb0264f},   Family{QLatin1StringView("ubuntu"), 0xffd4601c},
    Family{QLatin1StringView("windows"), 0xff2a76d6},  Family{QLatin1StringView("fedora"), 0xff3d6cb3},
    Family{QLatin1StringView("bsd"), 0xff9a2d2d},      Family{QLatin1StringView("arch"), 0xff2c8cb6},
    Family{QLatin1StringView("alpine"), 0xff3f6f8f},   Family{QLatin1StringView("suse"), 0xff4f8f2f},
    Family{QLatin1StringView("red hat"), 0xffb8322f},  Family{QLatin1StringView("centos"), 0xff7c4b9c},
    Family{QLatin1StringView("alma"), 0xff1f7f8c},     Family{QLatin1StringView("rocky"), 0xff198f63},
    Family{QLatin1StringView("macos"), 0xff6b7280},
};

// White letters on these keep a contrast of 4.5 to 1.
constexpr std::array<QRgb, 10> others{0xff55606f, 0xff3f6db5, 0xff2b7f86, 0xff3d7f4a, 0xff7d6a1e,
                                      0xffa2562a, 0xffa83a5a, 0xff7f4fa8, 0xff5b58b8, 0xff6a5f52};

QRectF square(const QRectF &rect)
{
    const auto side = std::min(rect.width(), rect.height());
    return {rect.center().x() - side / 2, rect.center().y() - side / 2, side, side};
}

void drawBars(QPainter &painter, const QRectF &box)
{
    const auto bar = box.width() * 0.32;
    painter.drawRect(QRectF(box.left() + box.width() * 0.08, box.top(), bar, box.height()));
    painter.drawRect(QRectF(box.right() - box.width() * 0.08 - bar, box.top(), bar, box.height()));
}

void drawRing(QPainter &painter, const QRectF &box, const QColor &colour, int startAngle, int spanAngle)
{
    const auto width = std::max(1.5, box.width() * 0.2);
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(box.adjusted(width / 2, width / 2, -width / 2, -width / 2), startAngle * 16, spanAngle * 16);
}

void drawCross(QPainter &painter, const QRectF &box, const QColor &colour)
{
    painter.setPen(QPen(colour, std::max(1.6, box.width() * 0.24), Qt::SolidLine, Qt::RoundCap));
    const auto in = box.adjusted(1.2, 1.2, -1.2, -1.2);
    painter.drawLine(in.topLeft(), in.bottomRight());
    painter.drawLine(in.topRight(), in.bottomLeft());
}

void drawCrescent(QPainter &painter, const QRectF &box)
{
    QPainterPath moon;
    moon.addEllipse(box);
    QPainterPath shadow;
    shadow.addEllipse(box.translated(box.width() * 0.4, -box.height() * 0.18));
    painter.drawPath(moon.subtracted(shadow));
}

} // namespace

namespace marks {

Tile tileOf(const QString &systemName, const QString &machineName)
{
    const auto letterOf = [](const QString &text) {
        const auto it = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c.isLetterOrNumber(); });
        return it == text.cend() ? QStringLiteral("?") : QString(it->toUpper());
    };
    if (systemName.startsWith(QStringLiteral("Microsoft ")))
        return tileOf(systemName.mid(10), machineName);
    if (!systemName.isEmpty()) {
        for (const auto &family : families) {
            if (systemName.contains(family.word, Qt::CaseInsensitive))
                return {letterOf(systemName), QColor::fromRgb(family.colour)};
        }
    }
    // Not qHash: a machine keeps its colour from run to run.
    quint32 sum = 2166136261U;
    for (const auto c : machineName)
        sum = (sum ^ c.unicode()) * 16777619U;
    return {letterOf(systemName.isEmpty() ? machineName : systemName), QColor::fromRgb(others[sum % others.size()])};
}

Tile tileOf(const Machine &machine)
{
    const auto &facts = machine.facts();
    if (facts.details)
        return tileOf(facts.details->osName, facts.name);
    // Nothing is known of the system yet: no colour that would change a moment later.
    return {tileOf(QString(), facts.name).letter, QColor(0x7a, 0x82, 0x8e)};
}

void drawTile(QPainter &painter, const QRectF &rect, const Tile &tile)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tile.colour);
    const auto radius = rect.width() * 0.22;
    painter.drawRoundedRect(rect, radius, radius);
    auto font = painter.font();
    font.setPixelSize(std::max(8, int(rect.height() * 0.46)));
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, tile.letter);
    painter.restore();
}

void drawState(QPainter &painter, const QRectF &rect, MachineState state, const QPalette &palette)
{
    const auto box = square(rect);
    const auto colour = shades::of(state, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (state) {
    case MachineState::Running: painter.drawEllipse(box); break;
    case MachineState::Paused: drawBars(painter, box); break;
    case MachineState::Suspended: drawCrescent(painter, box); break;
    case MachineState::Saved: painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 1.5, 1.5); break;
    case MachineState::Crashed: drawCross(painter, box, colour); break;
    case MachineState::Off: drawRing(painter, box, colour, 0, 360); break;
    case MachineState::Unknown: painter.drawRect(QRectF(box.left(), box.center().y() - 1, box.width(), 2)); break;
    case MachineState::Starting:
    case MachineState::Restoring:
    case MachineState::ShuttingDown:
    case MachineState::Stopping:
    case MachineState::Saving:
    case MachineState::Migrating: drawRing(painter, box, colour, 90, -250); break;
    }
    painter.restore();
}

void drawState(QPainter &painter, const QRectF &rect, HostState state, const QPalette &palette)
{
    const auto box = square(rect);
    const auto colour = shades::of(state, palette);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (state) {
    case HostState::Connected: painter.drawEllipse(box); break;
    case HostState::Failed: drawCross(painter, box, colour); break;
    case HostState::Disconnected: drawRing(painter, box, colour, 0, 360); break;
    case HostState::Connecting:
    case HostState::WaitingToRetry: drawRing(painter, box, colour, 90, -250); break;
    }
    painter.restore();
}

void drawPowerSign(QPainter &painter, const QRectF &rect, const QColor &colour)
{
    const auto box = square(rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, box.width() * 0.1, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(box.adjusted(box.width() * 0.08, box.height() * 0.14, -box.width() * 0.08, -box.height() * 0.02), 125 * 16, 290 * 16);
    painter.drawLine(QPointF(box.center().x(), box.top() + box.height() * 0.04), QPointF(box.center().x(), box.top() + box.height() * 0.5));
    painter.restore();
}

} // namespace marks
