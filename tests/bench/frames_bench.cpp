// SPDX-License-Identifier: GPL-3.0-or-later
// What the GUI thread computes for one frame of scrolling, filtering and sorting, and for one tick of statistics
// with everything else between two ticks.
// Processor time, so that a busy machine does not matter. Usage: frames_bench [MACHINES]; needs a Qt platform.
#include "core/settings/settings.h"
#include "tests/ui/support/testhost.h"
#include "ui/main/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <vector>

#include <time.h>

using namespace std::chrono_literals;

namespace {

double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

/// From the input to the painted frame.
double frameOf(const std::function<void()> &input)
{
    const auto before = threadMs();
    input();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    // At once and not with the display's next beat, which need not fall into this frame.
    for (auto *window : QApplication::topLevelWidgets()) {
        QEvent update(QEvent::UpdateRequest);
        if (window->isVisible())
            QCoreApplication::sendEvent(window, &update);
    }
    return threadMs() - before;
}

void say(const char *name, std::vector<double> frames)
{
    if (frames.empty())
        return;
    std::sort(frames.begin(), frames.end());
    std::printf("%s-median %.2f ms\n%s-longest %.2f ms\n", name, frames[frames.size() / 2], name, frames.back());
    std::fflush(stdout);
}

void scroll(const char *name, QScrollBar *bar)
{
    std::vector<double> frames;
    constexpr int steps = 200;
    for (int step = 0; step <= steps; ++step)
        frames.push_back(frameOf([&] { bar->setValue(bar->maximum() * step / steps); }));
    say(name, frames);
    bar->setValue(0);
}

void filter(const char *name, QLineEdit *field)
{
    std::vector<double> frames;
    for (int round = 0; round < 3; ++round) {
        for (const auto *text : {"v", "vm", "vm-", "vm-4", "vm-49", "vm-4", "vm-", "vm", "v", ""})
            frames.push_back(frameOf([&] { field->setText(QLatin1StringView(text)); }));
    }
    say(name, frames);
}

template<class Widget>
Widget *named(const QWidget &window, const char *name)
{
    for (auto *widget : window.findChildren<Widget *>()) {
        if (widget->accessibleName() == QLatin1StringView(name) && widget->isVisible())
            return widget;
    }
    return nullptr;
}

QLineEdit *fieldSaying(const QWidget &window, const char *placeholder)
{
    for (auto *field : window.findChildren<QLineEdit *>()) {
        if (field->placeholderText() == QLatin1StringView(placeholder))
            return field;
    }
    return nullptr;
}

void tick(const char *name, Host &host)
{
    std::vector<double> ticks;
    double before = 0;
    int count = 0;
    const QObject context;
    QObject::connect(&host, &Host::loadChanged, &context, [&] {
        const auto now = threadMs();
        if (count++ > 1) // the first bring what is new once
            ticks.push_back(now - before);
        before = now;
        if (ticks.size() >= 4)
            QCoreApplication::exit(); // quit() would close the window
    });
    QApplication::exec();
    say(name, ticks);
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const int machines = argc > 1 ? std::max(10, QByteArray(argv[1]).toInt()) : 5000;
    TestHost world;
    world.settings.set(keys::statisticsSeconds, 1);
    MainWindow window(world.inventory);
    window.show();
    auto *host = world.connectWith(machines);
    if (!host)
        return 1;
    spinUntil([] { return false; }, 3s); // until pictures and details of the first page are there
    auto *sidebar = named<QTreeView>(window, "Hosts and machines");
    auto *cards = named<QListView>(window, "Machines");
    auto *search = fieldSaying(window, "Filter machines");
    auto *field = fieldSaying(window, "Filter by name");
    if (!sidebar || !cards || !search || !field) {
        std::fputs("the window looks different now\n", stderr);
        return 1;
    }
    tick("tick-cards", *host);
    scroll("scroll-cards", cards->verticalScrollBar());
    scroll("scroll-sidebar", sidebar->verticalScrollBar());
    filter("filter-sidebar", search);
    filter("filter-cards", field);
    for (auto *action : window.findChildren<QAction *>()) {
        if (action->text() == u"Show as table")
            action->trigger();
    }
    spinUntil([] { return false; }, 1s);
    auto *table = named<QTreeView>(window, "Machines");
    if (!table)
        return 1;
    tick("tick-table", *host);
    scroll("scroll-table", table->verticalScrollBar());
    filter("filter-table", field);
    std::vector<double> sorts;
    for (int column = 0; column < table->header()->count(); ++column) {
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder})
            sorts.push_back(frameOf([&] { table->sortByColumn(column, order); }));
    }
    say("sort-table", sorts);
    return 0;
}
