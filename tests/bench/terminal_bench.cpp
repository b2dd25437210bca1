// SPDX-License-Identifier: GPL-3.0-or-later
// How fast a terminal takes what a guest writes, and what it costs: a coloured, scrolling stream fed as a session
// would, shown in a window. Prints `name value unit`. Beside another terminal: the stream is written to a file by
//   terminal_bench --write FILE MEGABYTES
// and shown there by `xterm -e cat FILE`.
#include "viewer/terminal/terminalscreen.h"
#include "viewer/terminal/terminalwidget.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <cstdio>
#include <ctime>

namespace {
QByteArray stream(qsizetype bytes)
{
    QByteArray all;
    all.reserve(bytes + 200);
    for (int line = 0; all.size() < bytes; ++line) {
        all += "\x1b[3" + QByteArray::number(1 + line % 7) + "m[" + QByteArray::number(line) + "]\x1b[0m kernel: usb 1-1: new \x1b[1mhigh-speed\x1b[0m device "
               + "number " + QByteArray::number(line % 127) + " using xhci_hcd\r\n";
    }
    return all;
}

double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return double(now.tv_sec) + double(now.tv_nsec) / 1e9;
}

void print(const char *name, double value, const char *unit)
{
    std::printf("%s %.3f %s\n", name, value, unit);
}

void measureScreen(const QByteArray &all)
{
    TerminalScreen screen(50, 132);
    const double before = processorSeconds();
    constexpr qsizetype part = 32 << 10;
    for (qsizetype at = 0; at < all.size(); at += part)
        screen.feed(QByteArrayView(all).sliced(at, std::min(part, all.size() - at)));
    const double took = processorSeconds() - before;
    const double megabytes = double(all.size()) / 1e6;
    print("terminal.screen", megabytes / took, "MB/s");
}

void measureWindow(const QByteArray &all)
{
    TerminalWidget terminal;
    terminal.resize(1100, 800);
    terminal.show();
    QElapsedTimer clock;
    qsizetype at = 0;
    QTimer feed;
    double before = 0;
    QObject::connect(&feed, &QTimer::timeout, &terminal, [&] {
        QElapsedTimer slice;
        slice.start();
        constexpr qsizetype part = 32 << 10;
        while (at < all.size() && slice.elapsed() < 8) {
            terminal.feed(QByteArrayView(all).sliced(at, std::min(part, all.size() - at)));
            at += part;
        }
        if (at >= all.size())
            QApplication::quit();
    });
    QTimer::singleShot(300, &terminal, [&] {
        before = processorSeconds();
        clock.start();
        feed.start(0);
    });
    QApplication::exec();
    const double megabytes = double(all.size()) / 1e6, seconds = double(clock.elapsed()) / 1e3;
    print("terminal.window", megabytes / seconds, "MB/s");
    print("terminal.window.processor", (processorSeconds() - before) / megabytes * 1e3, "ms/MB");

    // Idle with the focus: the cursor blinks a while and then stays.
    terminal.setFocus();
    constexpr int idleSeconds = 30;
    const double idle = processorSeconds();
    QTimer::singleShot(idleSeconds * 1000, &terminal, [] { QApplication::quit(); });
    QApplication::exec();
    print("terminal.idle.processor", (processorSeconds() - idle) / idleSeconds * 1e3, "ms/s");
}
} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const auto words = application.arguments();
    if (words.size() == 4 && words[1] == u"--write") {
        QFile file(words[2]);
        return file.open(QIODevice::WriteOnly) && file.write(stream(words[3].toLongLong() * 1'000'000)) > 0 ? 0 : 1;
    }
    const auto all = stream(50'000'000);
    measureScreen(all);
    measureWindow(all);
    return 0;
}
