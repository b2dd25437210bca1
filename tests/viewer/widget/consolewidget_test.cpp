// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/widget/consolewidget.h"

#include "tests/support/spin.h"
#include "tests/viewer/rfb/sessionprobe.h"
#include "tests/viewer/widget/fakesession.h"

#include <QAction>
#include <QLineEdit>
#include <QPaintEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

namespace {

struct PaintWatch final : QObject {
    QRegion painted;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            painted += static_cast<QPaintEvent *>(event)->region();
        return false;
    }
};

class ConsoleWidgetTest : public testing::Test {
protected:
    void SetUp() override
    {
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins({});
        layout->setSpacing(0);
        layout->addWidget(&other);
        layout->addWidget(&widget, 1);
        widget.setFixedSize(200, 150);
        widget.setSession(&session);
        session.open({});
        window.show();
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        other.setFocus();
    }
    void TearDown() override { widget.setSession(nullptr); }

    void showPattern(QSize size = {200, 150})
    {
        session.show(pattern(size));
        ASSERT_TRUE(spinUntil([&] { return widget.picture().size() == size; }));
        QCoreApplication::processEvents();
    }
    QPoint middle() const { return widget.rect().center(); }
    QImage painted() { return widget.grab().toImage().convertToFormat(QImage::Format_RGB32); }

    QWidget window;
    QLineEdit other;
    ConsoleWidget widget;
    FakeSession session;
};

QList<quint32> downs(const QList<ConsoleKey> &keys)
{
    QList<quint32> places;
    for (const ConsoleKey &each : keys) {
        if (each.down)
            places.append(each.evdev);
    }
    return places;
}

} // namespace

TEST_F(ConsoleWidgetTest, ShowsEveryPixelAtOneToOne)
{
    showPattern();
    widget.setScaling(ConsoleWidget::Scaling::OneToOne);
    EXPECT_EQ(painted(), pattern({200, 150}));
}

TEST_F(ConsoleWidgetTest, ShowsEveryPixelWhereItFitsByItself)
{
    showPattern();
    EXPECT_EQ(painted(), pattern({200, 150}));
}

TEST_F(ConsoleWidgetTest, CentresASmallScreenOnBlackAtOneToOne)
{
    widget.setScaling(ConsoleWidget::Scaling::OneToOne);
    showPattern({100, 50});
    const QImage image = painted();
    EXPECT_EQ(image.copy(50, 50, 100, 50), pattern({100, 50}));
    EXPECT_EQ(image.pixel(10, 10), 0xff000000u);
    EXPECT_EQ(image.pixel(199, 149), 0xff000000u);
}

TEST_F(ConsoleWidgetTest, ShowsEachPixelAsASquareAtWholeMultiples)
{
    showPattern({90, 60});
    const QImage expected = pattern({90, 60}).scaled(180, 120, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    widget.setScaling(ConsoleWidget::Scaling::Integer);
    EXPECT_EQ(painted().copy(10, 15, 180, 120), expected);
    widget.setScaling(ConsoleWidget::Scaling::Percent, 200);
    EXPECT_EQ(widget.fixedSize(), QSize(180, 120));
    EXPECT_EQ(painted().copy(10, 15, 180, 120), expected);
}

TEST_F(ConsoleWidgetTest, MixesNeighboursOnlyWhereItIsToBeSmooth)
{
    QImage halves(100, 75, QImage::Format_RGB32);
    halves.fill(Qt::black);
    QPainter(&halves).fillRect(50, 0, 50, 75, Qt::white);
    session.show(halves);
    ASSERT_TRUE(spinUntil([&] { return widget.picture().size() == halves.size(); }));
    widget.setScaling(ConsoleWidget::Scaling::Percent, 150);
    const auto greys = [this] {
        int count = 0;
        const auto image = painted();
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, 75) != 0xff000000u && image.pixel(x, 75) != 0xffffffffu;
        return count;
    };
    EXPECT_GT(greys(), 0);
    widget.setSmooth(false);
    EXPECT_EQ(greys(), 0);
}

TEST_F(ConsoleWidgetTest, SaysWhenThereIsAPicture)
{
    QSignalSpy live(&widget, &ConsoleWidget::liveChanged);
    EXPECT_FALSE(widget.isLive());
    showPattern();
    EXPECT_TRUE(widget.isLive());
    session.close();
    EXPECT_FALSE(widget.isLive());
    EXPECT_EQ(live.count(), 2);
}

TEST_F(ConsoleWidgetTest, TakesATouchForThePointer)
{
    showPattern();
    std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    QTest::touchEvent(&window, screen.get()).press(1, {40, 30}, &widget);
    QTest::touchEvent(&window, screen.get()).release(1, {40, 30}, &widget);
    EXPECT_TRUE(spinUntil([&] { return session.pointers.contains(FakeSession::Sent{{40, 30}, 1}); }));
    EXPECT_TRUE(spinUntil([&] { return session.pointers.last() == (FakeSession::Sent{{40, 30}, 0}); }));
}

TEST_F(ConsoleWidgetTest, SendsTheButtonsAtTheSide)
{
    showPattern();
    QTest::mouseClick(&widget, Qt::BackButton, {}, middle());
    QTest::mouseClick(&widget, Qt::ForwardButton, {}, middle());
    const auto sent = [this](int buttons) {
        return std::any_of(session.pointers.begin(), session.pointers.end(), [buttons](const auto &each) { return each.buttons == buttons; });
    };
    EXPECT_TRUE(sent(128));
    EXPECT_TRUE(sent(256));
}

TEST_F(ConsoleWidgetTest, PaintsDamageOnly)
{
    showPattern();
    PaintWatch watch;
    widget.installEventFilter(&watch);
    session.draw(pattern({8, 6}, 9), {20, 30});
    ASSERT_TRUE(spinUntil([&] { return !watch.painted.isEmpty(); }));
    EXPECT_EQ(watch.painted, QRegion(20, 30, 8, 6));
}

TEST_F(ConsoleWidgetTest, PaintsNothingWhileNothingChanges)
{
    showPattern();
    PaintWatch watch;
    widget.installEventFilter(&watch);
    QTimer quiet;
    quiet.setSingleShot(true);
    quiet.start(100);
    ASSERT_TRUE(spinUntil([&] { return !quiet.isActive(); }));
    EXPECT_TRUE(watch.painted.isEmpty());
}

TEST_F(ConsoleWidgetTest, GathersUpdatesThatComeFasterThanTheDisplay)
{
    showPattern();
    int paints = 0;
    struct Count final : QObject {
        int *paints;
        bool eventFilter(QObject *, QEvent *event) override
        {
            *paints += event->type() == QEvent::Paint;
            return false;
        }
    } count;
    count.paints = &paints;
    widget.installEventFilter(&count);
    QElapsedTimer timer;
    timer.start();
    int updates = 0;
    ASSERT_TRUE(spinUntil([&] {
        session.draw(pattern({4, 4}, quint32(++updates)), {0, 0});
        return updates == 200;
    }));
    EXPECT_LE(paints, 3 + timer.elapsed() * 61 / 1000);
    const QRgb last = pattern({4, 4}, 200).pixel(0, 0);
    EXPECT_TRUE(spinUntil([&] { return painted().pixel(0, 0) == last; }));
}

TEST_F(ConsoleWidgetTest, MapsThePointerThroughTheScale)
{
    showPattern({400, 300});
    QTest::mouseMove(&widget, {100, 75});
    ASSERT_TRUE(spinUntil([&] { return !session.pointers.isEmpty(); }));
    EXPECT_EQ(session.pointers.last(), (FakeSession::Sent{{200, 150}, 0}));
    QTest::mouseClick(&widget, Qt::RightButton, {}, {50, 25});
    ASSERT_GE(session.pointers.size(), 2);
    EXPECT_EQ(session.pointers.last(), (FakeSession::Sent{{100, 50}, 0}));
    EXPECT_TRUE(session.pointers.contains(FakeSession::Sent{{100, 50}, 4}));
}

TEST_F(ConsoleWidgetTest, TurnsTheWheelInWholeSteps)
{
    showPattern();
    const auto turn = [this](QPoint angle) {
        QWheelEvent event(QPointF(middle()), widget.mapToGlobal(QPointF(middle())), {}, angle, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&widget, &event);
    };
    session.pointers.clear();
    turn({0, 60});
    EXPECT_TRUE(session.pointers.isEmpty());
    turn({0, 60});
    ASSERT_EQ(session.pointers.size(), 2);
    EXPECT_EQ(session.pointers.at(0).buttons, 8);
    EXPECT_EQ(session.pointers.at(1).buttons, 0);
    session.pointers.clear();
    turn({-120, 0});
    ASSERT_EQ(session.pointers.size(), 2);
    EXPECT_EQ(session.pointers.at(0).buttons, 64);
}

TEST_F(ConsoleWidgetTest, TakesTheKeyboardOnAClick)
{
    showPattern();
    QSignalSpy grabs(&widget, &ConsoleWidget::grabChanged);
    EXPECT_FALSE(widget.isGrabbed());
    QTest::mouseClick(&widget, Qt::LeftButton, {}, middle());
    EXPECT_TRUE(widget.isGrabbed());
    EXPECT_TRUE(widget.hasFocus());
    ASSERT_EQ(grabs.count(), 1);
    QTest::keyClick(&widget, Qt::Key_A);
    ASSERT_EQ(session.keys.size(), 2);
    EXPECT_EQ(session.keys.at(0).evdev, 30u);
    EXPECT_TRUE(session.keys.at(0).down);
    EXPECT_FALSE(session.keys.at(1).down);
}

TEST_F(ConsoleWidgetTest, SendsNothingBeforeItHasTheKeyboard)
{
    showPattern();
    widget.setFocus();
    QTest::keyClick(&widget, Qt::Key_A);
    EXPECT_TRUE(session.keys.isEmpty());
    QTest::keyClick(&widget, Qt::Key_Return);
    EXPECT_TRUE(widget.isGrabbed()) << "Enter takes it, for those without a pointer";
}

TEST_F(ConsoleWidgetTest, SendsTabInsteadOfLeaving)
{
    showPattern();
    widget.grabInput();
    QTest::keyClick(&widget, Qt::Key_Tab);
    EXPECT_TRUE(widget.hasFocus());
    EXPECT_EQ(downs(session.keys), QList<quint32>{15});
}

TEST_F(ConsoleWidgetTest, LetsTabLeaveWhenItHasNotTheKeyboard)
{
    showPattern();
    widget.setFocus();
    QTest::keyClick(&widget, Qt::Key_Tab);
    EXPECT_FALSE(widget.hasFocus());
}

TEST_F(ConsoleWidgetTest, KeepsShortcutsOfTheWindowFromTheGuestsKeys)
{
    showPattern();
    QShortcut shortcut(QKeySequence(Qt::CTRL | Qt::Key_Q), &window);
    QSignalSpy fired(&shortcut, &QShortcut::activated);
    widget.grabInput();
    QTest::keyClick(&widget, Qt::Key_Q, Qt::ControlModifier);
    EXPECT_EQ(fired.count(), 0);
    EXPECT_TRUE(downs(session.keys).contains(16u));
    widget.releaseInput();
    QTest::keyClick(&widget, Qt::Key_Q, Qt::ControlModifier);
    EXPECT_EQ(fired.count(), 1);
}

TEST_F(ConsoleWidgetTest, GivesTheKeyboardBackOnTheReleaseKeys)
{
    showPattern();
    widget.grabInput();
    QTest::keyPress(&widget, Qt::Key_Control);
    QTest::keyPress(&widget, Qt::Key_Alt);
    QTest::keyRelease(&widget, Qt::Key_Alt);
    EXPECT_FALSE(widget.isGrabbed());
    ASSERT_EQ(session.keys.size(), 4) << "the guest's Ctrl and Alt are up again";
    EXPECT_FALSE(session.keys.at(2).down);
    EXPECT_FALSE(session.keys.at(3).down);
}

TEST_F(ConsoleWidgetTest, KeepsTheKeyboardWhenReleaseKeysArePartOfMore)
{
    showPattern();
    widget.grabInput();
    QTest::keyPress(&widget, Qt::Key_Control);
    QTest::keyPress(&widget, Qt::Key_Alt);
    QTest::keyClick(&widget, Qt::Key_F2);
    QTest::keyRelease(&widget, Qt::Key_Alt);
    QTest::keyRelease(&widget, Qt::Key_Control);
    EXPECT_TRUE(widget.isGrabbed());
}

TEST_F(ConsoleWidgetTest, ReleasesHeldKeysWhenFocusLeaves)
{
    showPattern();
    widget.grabInput();
    QTest::keyPress(&widget, Qt::Key_Shift);
    QTest::keyPress(&widget, Qt::Key_B);
    ASSERT_EQ(session.keys.size(), 2);
    other.setFocus();
    ASSERT_EQ(session.keys.size(), 4);
    EXPECT_EQ(session.keys.at(2).evdev, 48u);
    EXPECT_FALSE(session.keys.at(2).down);
    EXPECT_EQ(session.keys.at(3).evdev, 42u);
    EXPECT_FALSE(session.keys.at(3).down);
    EXPECT_FALSE(widget.isGrabbed());
}

TEST_F(ConsoleWidgetTest, TakesTheKeyboardUpAgainAfterAMenu)
{
    showPattern();
    widget.grabInput();
    QFocusEvent leave(QEvent::FocusOut, Qt::PopupFocusReason);
    QCoreApplication::sendEvent(&widget, &leave);
    EXPECT_FALSE(widget.isGrabbed());
    QFocusEvent back(QEvent::FocusIn, Qt::PopupFocusReason);
    QCoreApplication::sendEvent(&widget, &back);
    EXPECT_TRUE(widget.isGrabbed());
}

TEST_F(ConsoleWidgetTest, SendsKeyCombinations)
{
    widget.sendKeys({0xffe3, 0xffe9, 0xffff});
    ASSERT_EQ(session.keys.size(), 6);
    EXPECT_EQ(downs(session.keys), (QList<quint32>{29, 56, 111}));
    EXPECT_EQ(session.keys.at(3).keysym, 0xffffu);
    EXPECT_EQ(session.keys.at(5).keysym, 0xffe3u);
    EXPECT_FALSE(session.keys.at(5).down);
}

TEST_F(ConsoleWidgetTest, CapturesARelativePointerWithAClickThatStaysHere)
{
    showPattern();
    session.setMode(ConsoleSession::PointerMode::Relative);
    QTest::mouseMove(&widget, middle());
    QCoreApplication::processEvents();
    EXPECT_TRUE(session.steps.isEmpty());
    QTest::mousePress(&widget, Qt::LeftButton, {}, middle());
    EXPECT_TRUE(widget.isGrabbed());
    EXPECT_TRUE(std::none_of(session.steps.begin(), session.steps.end(),
                             [](const FakeSession::Sent &sent) { return sent.buttons != 0; }));
    QTest::mouseRelease(&widget, Qt::LeftButton, {}, middle());
    EXPECT_EQ(widget.cursor().shape(), Qt::BlankCursor);
    const auto move = [this](QPoint place) {
        QMouseEvent event(QEvent::MouseMove, QPointF(place), widget.mapToGlobal(QPointF(place)), Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(&widget, &event);
    };
    move(middle());
    session.steps.clear();
    move(middle() + QPoint(7, -4));
    ASSERT_EQ(session.steps.size(), 1);
    EXPECT_EQ(session.steps.first(), (FakeSession::Sent{{7, -4}, 0}));
    EXPECT_TRUE(session.pointers.isEmpty());
}

TEST_F(ConsoleWidgetTest, PaintsTheGuestsPointerWhereTheServerSaysThatItIs)
{
    showPattern();
    const QImage bare = widget.grab().toImage();
    QImage shape(4, 4, QImage::Format_ARGB32_Premultiplied);
    shape.fill(Qt::red);
    Q_EMIT session.cursorChanged({shape, {1, 1}});
    Q_EMIT session.cursorMoved({50, 60});
    EXPECT_EQ(widget.grab().toImage(), bare) << "an absolute pointer is the desktop's own";
    session.setMode(ConsoleSession::PointerMode::Relative);
    Q_EMIT session.cursorMoved({50, 60});
    const QImage pointed = widget.grab().toImage();
    EXPECT_EQ(pointed.pixelColor(49, 59), QColor(Qt::red));
    EXPECT_EQ(pointed.pixelColor(52, 62), QColor(Qt::red));
    EXPECT_EQ(pointed.pixel(48, 58), bare.pixel(48, 58));
    EXPECT_EQ(pointed.pixel(53, 63), bare.pixel(53, 63));
    Q_EMIT session.cursorChanged({});
    EXPECT_EQ(widget.grab().toImage(), bare);
}

TEST_F(ConsoleWidgetTest, KeepsTheLastPictureDimmedWhenTheSessionEnds)
{
    QImage white(200, 150, QImage::Format_RGB32);
    white.fill(Qt::white);
    session.show(white);
    ASSERT_TRUE(spinUntil([&] { return !widget.picture().isNull(); }));
    EXPECT_EQ(painted().pixel(5, 5), 0xffffffffu);
    session.close();
    const int dimmed = qGray(painted().pixel(5, 5));
    EXPECT_GT(dimmed, 30);
    EXPECT_LT(dimmed, 200);
    EXPECT_EQ(widget.picture(), white);
    FakeSession next;
    widget.setSession(&next);
    EXPECT_EQ(qGray(painted().pixel(5, 5)), dimmed) << "until the new session has a picture";
    next.open({});
    QSignalSpy sizes(&widget, &ConsoleWidget::remoteSizeChanged);
    next.show(pattern({100, 75}));
    ASSERT_TRUE(spinUntil([&] { return sizes.count() == 1; }));
    EXPECT_EQ(widget.picture(), pattern({100, 75}));
    widget.setSession(nullptr);
}

TEST_F(ConsoleWidgetTest, OutlivesItsSession)
{
    auto mortal = std::make_unique<FakeSession>();
    widget.setSession(mortal.get());
    mortal->open({});
    mortal->show(pattern({200, 150}));
    ASSERT_TRUE(spinUntil([&] { return !widget.picture().isNull(); }));
    widget.grabInput();
    mortal.reset();
    EXPECT_EQ(widget.session(), nullptr);
    QTest::keyClick(&widget, Qt::Key_A);
    EXPECT_EQ(widget.picture(), pattern({200, 150}));
    painted();
}

TEST_F(ConsoleWidgetTest, PaintsAndTellsTheOverlay)
{
    showPattern();
    const QImage before = painted();
    widget.setOverlay(QStringLiteral("Paused"));
    EXPECT_NE(painted().copy(60, 60, 80, 30), before.copy(60, 60, 80, 30));
    EXPECT_EQ(widget.accessibleName(), QStringLiteral("Console"));
    EXPECT_EQ(widget.accessibleDescription(), QStringLiteral("Paused"));
    widget.setOverlay({});
    EXPECT_EQ(painted(), before);
}

TEST_F(ConsoleWidgetTest, FollowsANewScreenSize)
{
    showPattern({200, 150});
    QSignalSpy sizes(&widget, &ConsoleWidget::remoteSizeChanged);
    showPattern({400, 300});
    ASSERT_TRUE(spinUntil([&] { return sizes.count() == 1; }));
    EXPECT_EQ(widget.sizeHint(), QSize(400, 300));
}

TEST_F(ConsoleWidgetTest, ReducesWithoutDroppingPixels)
{
    // Thin white lines on black, every fifth: interpolation alone would lose most of them.
    QImage lines(1000, 750, QImage::Format_RGB32);
    lines.fill(Qt::black);
    for (int y = 0; y < lines.height(); y += 5) {
        for (int x = 0; x < lines.width(); ++x)
            lines.setPixel(x, y, 0xffffffff);
    }
    session.show(lines);
    ASSERT_TRUE(spinUntil([&] { return widget.picture().size() == lines.size(); }));
    const QImage image = painted();
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        sum += qGray(image.pixel(100, y));
    EXPECT_NEAR(sum / image.height(), 255.0 / 5, 10);
}

// Run at several scales of the desktop: see CMakeLists.txt.
TEST_F(ConsoleWidgetTest, ShowsEveryPixelAtEveryScaleOfTheDesktop)
{
    widget.setScaling(ConsoleWidget::Scaling::OneToOne);
    const QImage image = pattern({120, 90});
    session.show(image);
    ASSERT_TRUE(spinUntil([&] { return widget.picture() == image; }));
    const QImage whole = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    const qreal ratio = widget.devicePixelRatioF();
    const QPointF corner = QPointF(widget.mapTo(&window, QPoint())) * ratio;
    const QPoint expected = (corner + QPointF(200 * ratio - 120, 150 * ratio - 90) / 2).toPoint();
    bool found = false;
    for (int y = -1; y <= 1; ++y) {
        for (int x = -1; x <= 1; ++x)
            found |= whole.copy(QRect(expected + QPoint(x, y), image.size())).convertToFormat(QImage::Format_RGB32) == image;
    }
    EXPECT_TRUE(found) << "at " << ratio;
    // And with damage alone repainted.
    session.draw(pattern({7, 5}, 3), {31, 17});
    ASSERT_TRUE(spinUntil([&] { return window.grab().toImage() != whole; }));
}

TEST_F(ConsoleWidgetTest, PansAScreenLargerThanItself)
{
    widget.setScaling(ConsoleWidget::Scaling::OneToOne);
    showPattern({600, 400});
    EXPECT_EQ(painted(), pattern({600, 400}).copy(0, 0, 200, 150));
    QTest::mouseMove(&widget, {198, 148});
    const QImage corner = pattern({600, 400}).copy(400, 250, 200, 150);
    EXPECT_TRUE(spinUntil([&] { return painted() == corner; }));
    EXPECT_EQ(session.pointers.last().position, QPoint(598, 398));
}
