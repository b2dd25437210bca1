// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the console against a scripted server on the same machine, as `name value unit`: how many full updates
// a second are decoded and at what cost, how long a key needs to the wire, and damage to the screen.
#include "tests/support/rfbserver.h"
#include "tests/support/spin.h"
#include "viewer/rfb/rfbsession.h"
#include "viewer/widget/consolewidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPaintEvent>

#include <algorithm>
#include <cstdio>
#include <vector>

#include <sys/resource.h>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

const QSize fullHd(1920, 1080);

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

void print(const char *name, double value, const char *unit)
{
    std::printf("%s %.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

void printPercentiles(const std::string &name, std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    print((name + "_p50").c_str(), values.at(values.size() / 2), "ms");
    print((name + "_p99").c_str(), values.at(values.size() * 99 / 100), "ms");
}

QImage noise(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    quint32 seed = 1;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, 0xff000000u | (seed = seed * 1664525 + 1013904223) >> 8);
    }
    return image;
}

struct Setting {
    RfbServer server;
    ConsoleWidget widget;
    RfbSession session;

    explicit Setting(RfbServer::Script script, QSize shown)
        : server(std::move(script))
    {
        widget.resize(shown);
        widget.setSession(&session);
        widget.show();
        Endpoint endpoint;
        endpoint.descriptor = server.connectedDescriptor();
        session.open(endpoint);
        spinUntil([this] { return session.state() == ConsoleSession::State::Connected; });
    }
    ~Setting() { widget.setSession(nullptr); }
};

void measureUpdates(const char *name, QSize shown)
{
    RfbServer::Script script;
    script.size = fullHd;
    script.everyUpdate = RfbServer::update({RfbServer::raw(noise(fullHd))});
    Setting setting(script, shown);
    spinUntil([&] { return setting.session.statistics().framesPerSecond > 0; });
    setting.session.statistics();
    QElapsedTimer timer;
    timer.start();
    const double before = processorSeconds();
    const quint64 bytes = setting.session.statistics().bytesReceived;
    spinUntil([&] { return timer.elapsed() >= 3000; }, 5s);
    const double used = processorSeconds() - before;
    const double frames = double(setting.session.statistics().bytesReceived - bytes) / (4.0 * fullHd.width() * fullHd.height());
    print((std::string("raw_1080p_") + name).c_str(), frames * 1000 / double(timer.elapsed()), "frames/s");
    print((std::string("raw_1080p_") + name + "_cpu_with_server").c_str(), used * 1000 / frames, "s/1000frames");
}

void measureKeys()
{
    RfbServer::Script script;
    script.extendedKeys = true;
    Setting setting(script, {640, 480});
    std::vector<double> latencies;
    for (int i = 0; i < 2000; ++i) {
        const auto sent = Clock::now();
        setting.session.sendKey({30, 'a', i % 2 == 0});
        if (!setting.server.waitFor([i](const RfbServer::Heard &heard) { return heard.keys.size() > i; }))
            return;
        latencies.push_back(std::chrono::duration<double, std::milli>(setting.server.lastKeyTime() - sent).count());
    }
    printPercentiles("key_to_wire", latencies);
}

struct PaintTime final : QObject {
    Clock::time_point last;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            last = Clock::now();
        return false;
    }
};

void measureDamage()
{
    RfbServer::Script script;
    script.size = fullHd;
    Setting setting(script, fullHd);
    setting.server.waitFor([](const RfbServer::Heard &heard) { return heard.updateRequests > 0; });
    setting.server.send(RfbServer::update({RfbServer::raw(noise(fullHd))}));
    PaintTime paint;
    setting.widget.installEventFilter(&paint);
    spinUntil([&] { return paint.last != Clock::time_point(); });
    const QByteArray small = RfbServer::update({RfbServer::raw(noise({64, 64}), {100, 100})});
    std::vector<double> latencies;
    for (int i = 0; i < 100; ++i) {
        // Farther apart than frames of the display, so that its rate does not count.
        QElapsedTimer pause;
        pause.start();
        spinUntil([&] { return pause.elapsed() >= 25; });
        paint.last = {};
        const auto sent = Clock::now();
        setting.server.send(small);
        spinUntil([&] { return paint.last != Clock::time_point(); });
        latencies.push_back(std::chrono::duration<double, std::milli>(paint.last - sent).count());
    }
    printPercentiles("damage_to_paint", latencies);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    measureUpdates("exact", fullHd);
    measureUpdates("scaled_two_thirds", {1280, 720});
    measureUpdates("scaled_third", {640, 360});
    measureKeys();
    measureDamage();
    return 0;
}
