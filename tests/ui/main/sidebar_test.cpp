// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/mainwindow.h"

#include "tests/ui/support/testhost.h"

#include <QPaintEvent>
#include <QTreeView>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {

/// Everything of a widget that was painted since it was cleared.
class PaintedRegion final : public QObject {
public:
    explicit PaintedRegion(QWidget *widget) { widget->installEventFilter(this); }
    QRegion region;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

int samplesOf(const Host &host)
{
    int fewest = 1000;
    for (const auto *machine : host.machines()) {
        if (isActive(machine->state()))
            fewest = std::min(fewest, machine->stats() ? machine->stats()->processor.count() : 0);
    }
    return fewest;
}

} // namespace

TEST(Sidebar, PaintsTheSparklineAloneForASample)
{
    TestHost world;
    world.settings.set(keys::statisticsSeconds, 1);
    MainWindow window(world.inventory);
    window.show();
    auto *host = world.connectWith(4);
    ASSERT_TRUE(host);
    const auto trees = window.findChildren<QTreeView *>();
    const auto tree = std::find_if(trees.begin(), trees.end(), [](const QTreeView *t) { return t->accessibleName() == u"Hosts and machines"; });
    ASSERT_NE(tree, trees.end());
    // The second sample lets the sparkline appear, which moves the words.
    ASSERT_TRUE(spinUntil([&] { return samplesOf(*host) >= 3; }, 20s));
    PaintedRegion painted((*tree)->viewport());
    ASSERT_TRUE(spinUntil([&] { return samplesOf(*host) >= 5 && !painted.region.isEmpty(); }, 20s));
    EXPECT_GT(painted.region.boundingRect().left(), (*tree)->viewport()->width() / 2);
}
