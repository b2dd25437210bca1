// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/fullscreenbar.h"

#include "tests/support/spin.h"
#include "tests/ui/support/world.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace {
class FullScreenBarTest : public testing::Test {
protected:
    void SetUp() override
    {
        window.setMouseTracking(true);
        window.resize(800, 600);
        window.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
        bar.arm();
    }
    void point(QPoint place)
    {
        QMouseEvent event(QEvent::MouseMove, QPointF(place), QPointF(window.mapToGlobal(place)), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &event);
    }
    QWidget window;
    FullScreenBar bar{&window};
};
} // namespace

TEST_F(FullScreenBarTest, ShowsItselfAtFirstAndGoes)
{
    EXPECT_TRUE(bar.isVisible());
    EXPECT_EQ(bar.y(), 0);
    EXPECT_TRUE(spinUntil([&] { return !bar.isVisible(); }));
}

TEST_F(FullScreenBarTest, ComesWhenThePointerTouchesItsEdge)
{
    ASSERT_TRUE(spinUntil([&] { return !bar.isVisible(); }));
    point({400, 300});
    EXPECT_FALSE(bar.isVisible());
    point({400, 0});
    EXPECT_TRUE(bar.isVisible());
    point({400, 300});
    EXPECT_TRUE(spinUntil([&] { return !bar.isVisible(); }));
}

TEST_F(FullScreenBarTest, MovesToTheOtherEdge)
{
    QSignalSpy moved(&bar, &FullScreenBar::placeChanged);
    named<QToolButton>(bar, "Move this bar to the bottom")->click();
    EXPECT_EQ(bar.geometry().bottom(), 599);
    ASSERT_EQ(moved.count(), 1);
    EXPECT_TRUE(named<QToolButton>(bar, "Move this bar to the top"));
    ASSERT_TRUE(spinUntil([&] { return !bar.isVisible(); }));
    point({400, 0});
    EXPECT_FALSE(bar.isVisible());
    point({400, 599});
    EXPECT_TRUE(bar.isVisible());
}

TEST_F(FullScreenBarTest, StaysWhereItIsToldTo)
{
    named<QToolButton>(bar, "Keep this bar in view")->click();
    point({400, 300});
    EXPECT_TRUE(bar.isVisible());
    for (const auto *timer : bar.findChildren<QTimer *>())
        EXPECT_FALSE(timer->isActive());
    named<QToolButton>(bar, "Keep this bar in view")->click();
    point({400, 299});
    EXPECT_TRUE(spinUntil([&] { return !bar.isVisible(); }));
}
