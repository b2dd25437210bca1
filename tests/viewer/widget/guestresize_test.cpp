// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/widget/guestresize.h"

#include "tests/support/spin.h"
#include "tests/viewer/rfb/sessionprobe.h"
#include "tests/viewer/widget/fakesession.h"
#include "viewer/widget/consolewidget.h"

#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

namespace {
class GuestResizeTest : public testing::Test {
protected:
    void SetUp() override
    {
        room.resize(640, 480);
        screen.setGeometry(room.rect());
        room.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&room));
        session.resizable = true;
        session.open({});
        screen.setSession(&session);
        resize.setSession(&session);
    }
    void TearDown() override { screen.setSession(nullptr); }
    /// Waits until a question that was due would have been asked.
    void settle()
    {
        QTimer quiet;
        quiet.setSingleShot(true);
        quiet.start(400);
        ASSERT_TRUE(spinUntil([&] { return !quiet.isActive(); }));
    }
    QWidget room;
    ConsoleWidget screen{&room};
    FakeSession session;
    GuestResize resize{screen, room};
};
} // namespace

TEST_F(GuestResizeTest, AsksForTheRoomOnceThereIsAPicture)
{
    resize.setEnabled(true);
    settle();
    EXPECT_TRUE(session.sizes.isEmpty());
    session.show(pattern({320, 200}));
    ASSERT_TRUE(spinUntil([&] { return !session.sizes.isEmpty(); }));
    EXPECT_EQ(session.sizes, QList<QSize>{QSize(640, 480)});
}

TEST_F(GuestResizeTest, AsksOnceAfterTheRoomHasBeenStill)
{
    resize.setEnabled(true);
    session.show(pattern({640, 480}));
    settle();
    EXPECT_TRUE(session.sizes.isEmpty());
    for (int width = 641; width <= 700; ++width) {
        room.resize(width, 500);
        QCoreApplication::processEvents();
    }
    ASSERT_TRUE(spinUntil([&] { return !session.sizes.isEmpty(); }));
    EXPECT_EQ(session.sizes.last(), QSize(700, 500));
    settle();
    EXPECT_LE(session.sizes.size(), 2);
}

TEST_F(GuestResizeTest, AsksNothingWhereItIsNotWantedOrCannotBe)
{
    session.show(pattern({320, 200}));
    settle();
    EXPECT_TRUE(session.sizes.isEmpty());
    session.resizable = false;
    resize.setEnabled(true);
    settle();
    EXPECT_TRUE(session.sizes.isEmpty());
    session.resizable = true;
    Q_EMIT session.resizableChanged();
    EXPECT_TRUE(spinUntil([&] { return session.sizes == QList<QSize>{QSize(640, 480)}; }));
}

TEST_F(GuestResizeTest, CountsTheScaleIn)
{
    screen.setScaling(ConsoleWidget::Scaling::Percent, 200);
    resize.setEnabled(true);
    session.show(pattern({400, 300}));
    ASSERT_TRUE(spinUntil([&] { return !session.sizes.isEmpty(); }));
    EXPECT_EQ(session.sizes.first(), QSize(320, 240));
}
