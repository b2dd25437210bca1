// SPDX-License-Identifier: GPL-3.0-or-later
// A scrolling 1080p screen of a real QEMU, shown over SPICE for 20 s: processor seconds of viewer and QEMU, and how
// often the widget was woken; then the same viewer while nothing moves. Usage, on a screen of its own:
//   tests/e2e/on-own-screen build/release/tests/bench/spice_bench [vivarium|remote-viewer|nobody]
#include "viewer/spice/spiceconsole.h"
#include "viewer/widget/consolewidget.h"

#include "tests/support/qemuguest.h"
#include "tests/support/spin.h"

#include <QApplication>
#include <QFile>

#include <cstdio>
#include <memory>

#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr int steps = 600; // 20 s
constexpr double idleSeconds = 5;

void say(const char *name, double value, const char *unit)
{
    std::printf("%s %.3f %s\n", name, value, unit);
    std::fflush(stdout);
}

double processorSeconds(qint64 process)
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(process));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = stat.readAll();
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / double(sysconf(_SC_CLK_TCK));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QString who = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("vivarium");
    QemuGuest guest(QemuGuest::bare()
                    + QStringLiteral("-device VGA,vgamem_mb=32 -spice unix=on,addr=@/spice,disable-ticketing=on").split(u' '));
    if (!guest.start() || !guest.waitToHear("guest ready") || !guest.obeys("mode 1920 1080"))
        return 1;

    std::unique_ptr<ConsoleWidget> widget;
    std::unique_ptr<SpiceConsole> session;
    QProcess other;
    qint64 viewer = QCoreApplication::applicationPid();
    if (who == u"vivarium") {
        session = std::make_unique<SpiceConsole>();
        widget = std::make_unique<ConsoleWidget>();
        widget->resize(1920, 1080);
        widget->setSession(session.get());
        widget->show();
        Endpoint endpoint;
        endpoint.descriptor = guest.connectTo(QStringLiteral("spice"));
        endpoint.openAnother = [&guest](const Endpoint::Opened &opened) { opened(guest.connectTo(QStringLiteral("spice")), {}); };
        session->open(std::move(endpoint));
        if (!spinUntil([&] { return session->framebuffer().size() == QSize(1920, 1080); }))
            return 1;
    } else if (who == u"remote-viewer") {
        other.start(QStringLiteral("remote-viewer"), {QStringLiteral("spice+unix://") + guest.path(QStringLiteral("spice"))});
        if (!other.waitForStarted())
            return 1;
        viewer = other.processId();
        spinUntil([] { return false; }, 5s); // its window comes, and no event tells
    }

    const double viewerBefore = processorSeconds(viewer), qemuBefore = guest.cpuSeconds();
    int updates = 0;
    if (session)
        QObject::connect(session.get(), &ConsoleSession::damaged, &application, [&updates] { ++updates; });
    if (!guest.obeys("scroll " + QByteArray::number(steps)) || !guest.waitToHear("done", 120))
        return 1;
    const double viewerUsed = processorSeconds(viewer) - viewerBefore;
    if (who != u"nobody")
        say("spice.scroll.viewer", viewerUsed, "s");
    say("spice.scroll.qemu", guest.cpuSeconds() - qemuBefore, "s");
    if (session)
        say("spice.scroll.updates", updates / 20.0, "1/s");

    const double idleBefore = processorSeconds(viewer);
    QEventLoop idle;
    QTimer::singleShot(int(idleSeconds * 1000), &idle, &QEventLoop::quit);
    idle.exec();
    if (who != u"nobody")
        say("spice.idle.viewer", (processorSeconds(viewer) - idleBefore) / idleSeconds, "of a processor");
    if (widget)
        widget->setSession(nullptr);
    other.kill();
    other.waitForFinished();
    return 0;
}
