// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoleframe.h"

#include "tests/ui/support/world.h"
#include "ui/console/fullscreenbar.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace {
constexpr QSize firstSize(500, 300);

class ConsoleFrameTest : public testing::Test {
protected:
    ConsoleChoices choices() { return {world.settings, QStringLiteral("a-machine")}; }

    World world;
    QWidget window;
    ConsoleFrame frame{window, choices(), 0, firstSize};
};
} // namespace

TEST_F(ConsoleFrameTest, RemembersThePlaceOfEachDisplaysWindow)
{
    EXPECT_EQ(window.size(), firstSize);
    window.show();
    window.resize(640, 400);
    window.close();
    QWidget again, further;
    const ConsoleFrame sameDisplay(again, choices(), 0, firstSize);
    const ConsoleFrame otherDisplay(further, choices(), 1, firstSize);
    EXPECT_EQ(again.size(), QSize(640, 400));
    EXPECT_EQ(further.size(), firstSize);
}

TEST_F(ConsoleFrameTest, FillsTheScreenAndComesBackByItsKeyAndByItsBar)
{
    auto &bar = *window.findChild<FullScreenBar *>();
    QSignalSpy changed(&frame, &ConsoleFrame::fullScreenChanged);
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F11);
    EXPECT_TRUE(window.isFullScreen());
    EXPECT_TRUE(bar.isVisible());
    named<QToolButton>(bar, "Leave full screen")->click();
    EXPECT_FALSE(window.isFullScreen());
    EXPECT_FALSE(bar.isVisible());
    EXPECT_EQ(window.size(), firstSize);
    EXPECT_EQ(changed, (QList<QVariantList>{{true}, {false}}));
}

TEST_F(ConsoleFrameTest, PutsItsBarAwayWhereTheDesktopEndsFullScreen)
{
    auto &bar = *window.findChild<FullScreenBar *>();
    window.show();
    frame.setFullScreen(true);
    ASSERT_TRUE(bar.isVisible());
    window.setWindowState(Qt::WindowNoState);
    EXPECT_FALSE(bar.isVisible());
}

TEST_F(ConsoleFrameTest, ComesBackToItsSizeAfterItWasClosedInFullScreen)
{
    window.show();
    window.resize(640, 400);
    frame.setFullScreen(true);
    window.close();
    QWidget again;
    const ConsoleFrame next(again, choices(), 0, firstSize);
    EXPECT_EQ(again.size(), QSize(640, 400));
}
