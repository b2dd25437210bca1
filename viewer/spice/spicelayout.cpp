// SPDX-License-Identifier: GPL-3.0-or-later
// Of SpiceConsole: which monitor of the guest is shown by which session.
#include "viewer/spice/spiceconsole_p.h"

#include <utility>

void SpiceConsole::Private::attachScreen(SpiceChannel *channel)
{
    auto screen = std::make_unique<SpiceScreen>(channel);
    const int id = screen->channelId();
    QObject::connect(screen.get(), &SpiceScreen::changed, &q, [this] { layOut(); });
    QObject::connect(screen.get(), &SpiceScreen::damaged, &q, [this, id](const QRect &area) { damaged(id, area); });
    QObject::connect(screen.get(), &SpiceScreen::tooLarge, &q, [this](int width, int height) {
        const ConsoleError why{ConsoleError::Kind::TooLarge, QStringLiteral("%1x%2").arg(width).arg(height)};
        QMetaObject::invokeMethod(&q, [this, why] { end(why); }, Qt::QueuedConnection);
    });
    QObject::connect(screen.get(), &SpiceScreen::accelerated, &q, [this] {
        const ConsoleError why{ConsoleError::Kind::Unsupported,
                               QStringLiteral("The display is drawn by a graphics card (gl='yes'), and its pictures are not in memory.")};
        QMetaObject::invokeMethod(&q, [this, why] { end(why); }, Qt::QueuedConnection);
    });
    screens[id] = std::move(screen);
}

void SpiceConsole::Private::layOut()
{
    struct Shown {
        const SpiceScreen *screen;
        SpiceScreen::Monitor monitor;
    };
    std::vector<Shown> shown;
    for (const auto &[id, screen] : screens) {
        for (const auto &monitor : screen->monitors())
            shown.push_back({screen.get(), monitor});
    }
    const auto put = [](SpicePicture &which, const Shown &what) {
        which.channelId = what.screen->channelId();
        // Only the first channel has monitors with numbers; a further channel is a monitor.
        which.monitor = which.channelId == 0 ? what.monitor.id : which.channelId;
        which.show(what.screen->picture(), what.monitor.area);
    };
    if (shown.empty()) {
        // A change of mode takes all pictures away for a moment; which monitors there are is told after it.
        picture.keep();
        for (const auto &each : heads)
            each->picture.keep();
        if (enabled)
            dark.start();
        return;
    }
    put(picture, shown.front());
    dark.stop();
    if (!std::exchange(enabled, true))
        Q_EMIT q.displayEnabledChanged(true);
    const size_t further = shown.size() - 1;
    std::vector<std::unique_ptr<SpiceHead>> gone;
    const bool other = further != heads.size();
    while (heads.size() > further) {
        heads.back()->picture.keep();
        gone.push_back(std::move(heads.back()));
        heads.pop_back();
    }
    while (heads.size() < further)
        heads.push_back(std::make_unique<SpiceHead>(q, int(heads.size()) + 1));
    for (size_t i = 0; i < heads.size(); ++i)
        put(heads[i]->picture, shown[i + 1]);
    if (other)
        Q_EMIT q.headsChanged();
}

QList<SpiceAgent::Monitor> SpiceConsole::Private::shownMonitors() const
{
    QList<SpiceAgent::Monitor> all{{picture.monitor, picture.area().size()}};
    for (const auto &each : heads)
        all.append({each->picture.monitor, each->picture.area().size()});
    return all;
}

// Graphics cards that are a monitor each are there or not; one that has several switches them on and off.
int SpiceConsole::Private::mostHeads() const
{
    constexpr int most = 16; // as the library knows them
    const int possible = screens.size() == 1 ? screens.begin()->second->mostMonitors() : 0;
    return possible > 1 && agent && agent->canResize() ? qMin(possible, most) : 0;
}

void SpiceConsole::Private::damaged(int channelId, const QRect &area)
{
    if (picture.channelId == channelId)
        picture.damage(area);
    for (const auto &each : heads) {
        if (each->picture.channelId == channelId)
            each->picture.damage(area);
    }
}
