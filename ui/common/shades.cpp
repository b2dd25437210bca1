// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/shades.h"

#include "ui/common/appearance.h"

#include <QPalette>

namespace {

QColor pick(const QPalette &palette, QRgb light, QRgb dark)
{
    return QColor::fromRgb(appearance::isDark(palette) ? dark : light);
}

} // namespace

namespace shades {

QColor mix(const QColor &a, const QColor &b, double part)
{
    const auto blend = [part](int x, int y) { return int(x + (y - x) * part + 0.5); };
    return QColor(blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue()));
}

QColor line(const QPalette &palette)
{
    return mix(palette.color(QPalette::Window), palette.color(QPalette::WindowText), appearance::isDark(palette) ? 0.14 : 0.11);
}

QColor faint(const QPalette &palette)
{
    return mix(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.66);
}

QColor sidebar(const QPalette &palette)
{
    const auto window = palette.color(QPalette::Window);
    return appearance::isDark(palette) ? mix(window, palette.color(QPalette::Base), 0.5)
                                       : mix(window, palette.color(QPalette::WindowText), 0.05);
}

QColor selection(const QPalette &palette)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::Highlight), appearance::isDark(palette) ? 0.26 : 0.14);
}

QColor hover(const QPalette &palette)
{
    auto ink = palette.color(QPalette::WindowText);
    ink.setAlphaF(0.045F);
    return ink;
}

QColor track(const QPalette &palette)
{
    return mix(palette.color(QPalette::Base), palette.color(QPalette::WindowText), 0.08);
}

QColor of(Series series, const QPalette &palette)
{
    switch (series) {
    case Series::Processor: return palette.color(QPalette::Link);
    case Series::Memory: return pick(palette, 0xff8058cf, 0xff9a78e0);
    case Series::Disk: return pick(palette, 0xff17937d, 0xff2bb39a);
    case Series::Network: return pick(palette, 0xffc06a0a, 0xffe0892e);
    }
    return palette.color(QPalette::Link);
}

QColor of(MachineState state, const QPalette &palette)
{
    switch (state) {
    case MachineState::Running: return good(palette);
    case MachineState::Starting:
    case MachineState::Restoring:
    case MachineState::Migrating: return palette.color(QPalette::Link);
    case MachineState::Paused:
    case MachineState::Suspended:
    case MachineState::ShuttingDown:
    case MachineState::Stopping:
    case MachineState::Saving: return warning(palette);
    case MachineState::Crashed: return bad(palette);
    case MachineState::Off:
    case MachineState::Saved:
    case MachineState::Unknown: break;
    }
    return mix(palette.color(QPalette::Base), palette.color(QPalette::WindowText), 0.42);
}

QColor of(HostState state, const QPalette &palette)
{
    switch (state) {
    case HostState::Connected: return good(palette);
    case HostState::Connecting: return palette.color(QPalette::Link);
    case HostState::WaitingToRetry:
    case HostState::Failed: return bad(palette);
    case HostState::Disconnected: break;
    }
    return mix(palette.color(QPalette::Base), palette.color(QPalette::WindowText), 0.42);
}

QColor good(const QPalette &palette) { return pick(palette, 0xff23964f, 0xff45b872); }
QColor warning(const QPalette &palette) { return pick(palette, 0xffc4700f, 0xffe08b35); }
QColor bad(const QPalette &palette) { return pick(palette, 0xffc4322f, 0xfff0685f); }

} // namespace shades
