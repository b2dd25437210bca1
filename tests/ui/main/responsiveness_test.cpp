// SPDX-License-Identifier: GPL-3.0-or-later
// Every call into libvirt takes 200 ms longer here, and the window goes on painting: so none is made, or
// waited for, in the GUI thread.
#include "ui/main/mainwindow.h"

#include "core/libvirt/call.h"
#include "tests/ui/support/testhost.h"

#include <QAction>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <thread>

using namespace std::chrono_literals;

namespace {

#if defined(__SANITIZE_THREAD__)
constexpr auto delay = 1000ms; // all else is slower, too
#else
constexpr auto delay = 200ms;
#endif
constexpr auto frame = 16ms;
// Less than one delayed call, and far more than a frame.
constexpr qint64 stallMs = std::chrono::milliseconds(delay).count() * 3 / 4;
constexpr int mostAttempts = 3;

/// What the kernel tells about a thread: it was neither computing nor kept from it, so it was waiting.
struct ThreadTimes {
    qint64 wallNs = 0;
    qint64 busyNs = 0; ///< on a processor, or ready for one that others had

    static ThreadTimes now(const QElapsedTimer &clock)
    {
        QFile file(QStringLiteral("/proc/thread-self/schedstat"));
        ThreadTimes times;
        if (file.open(QIODevice::ReadOnly)) {
            const auto fields = file.readAll().split(' ');
            times.busyNs = fields.value(0).toLongLong() + fields.value(1).toLongLong();
        }
        times.wallNs = clock.nsecsElapsed();
        return times;
    }
};

/// Has a window painted 60 times a second, and notes how long the GUI thread stood waiting between two frames.
/// A busy machine does not matter: only waiting counts.
class Frames final : public QObject {
public:
    explicit Frames(QWidget &window)
    {
        m_clock.start();
        m_last = ThreadTimes::now(m_clock);
        window.installEventFilter(this);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, &window, qOverload<>(&QWidget::update));
        m_timer.start(frame);
    }

    int painted() const { return m_painted; }
    qint64 longestStallMs() const { return m_longestNs / 1'000'000; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            const auto now = ThreadTimes::now(m_clock);
            m_longestNs = std::max(m_longestNs, (now.wallNs - m_last.wallNs) - (now.busyNs - m_last.busyNs));
            m_last = now;
            ++m_painted;
        }
        return false;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    ThreadTimes m_last;
    qint64 m_longestNs = 0;
    int m_painted = 0;
};

class SlowCalls final {
public:
    SlowCalls() { calls::setDelay(delay); }
    ~SlowCalls() { calls::setDelay(0ms); }
    Q_DISABLE_COPY_MOVE(SlowCalls)
};

/// A call in the GUI thread stalls every attempt; a disk that the machine waits for does not.
void expectNoStall(const std::function<qint64()> &attempt)
{
    qint64 stall = 0;
    for (int i = 0; i < mostAttempts; ++i) {
        stall = attempt();
        if (stall < stallMs || testing::Test::HasFailure())
            break;
    }
    EXPECT_LT(stall, stallMs) << "the GUI thread has waited for something";
}

QAction *actionCalled(const QWidget &window, const QString &text)
{
    const auto actions = window.findChildren<QAction *>();
    const auto it = std::find_if(actions.begin(), actions.end(), [&text](const QAction *action) { return action->text() == text; });
    return it == actions.end() ? nullptr : *it;
}

/// Presses the verb as a person does, and waits for what the hypervisor says to it.
void pressAndSee(const QWidget &window, Machine &machine, const QString &verb, MachineState state)
{
    auto *action = actionCalled(window, verb);
    ASSERT_NE(action, nullptr);
    ASSERT_TRUE(spinUntil([&] { return action->isEnabled(); }, 60s)) << qPrintable(verb);
    action->trigger();
    EXPECT_TRUE(spinUntil([&] { return machine.state() == state; }, 60s)) << qPrintable(verb);
}

/// Connects, lists, looks at a machine, pauses and resumes it; the longest stall meanwhile.
qint64 lookAround(const std::function<Host *(TestHost &)> &connectHost, const QString &name)
{
    TestHost world;
    MainWindow window(world.inventory);
    window.show();
    const SlowCalls slow;
    const Frames frames(window);
    auto *host = connectHost(world);
    if (!host) {
        ADD_FAILURE() << "the host did not come up";
        return 0;
    }
    auto *machine = host->machineNamed(name);
    if (!machine) {
        ADD_FAILURE() << "the machine is not there";
        return 0;
    }
    window.showHost(host);
    window.showMachine(machine);
    pressAndSee(window, *machine, QStringLiteral("Pause"), MachineState::Paused);
    pressAndSee(window, *machine, QStringLiteral("Resume"), MachineState::Running);
    window.showAllMachines();
    EXPECT_GT(frames.painted(), 20);
    return frames.longestStallMs();
}

} // namespace

TEST(Responsiveness, IsMeasuredByWhatACallInTheGuiThreadWouldCost)
{
    TestHost world;
    MainWindow window(world.inventory);
    window.show();
    const Frames frames(window);
    ASSERT_TRUE(spinUntil([&] { return frames.painted() > 2; }));
    std::this_thread::sleep_for(delay); // the mistake that the other tests look for
    const int before = frames.painted();
    ASSERT_TRUE(spinUntil([&] { return frames.painted() > before; }));
    EXPECT_GE(frames.longestStallMs(), stallMs);
}

TEST(Responsiveness, TheWindowPaintsWhileEachCallTakesLong)
{
    expectNoStall([] {
        return lookAround([](TestHost &world) { return world.connectTo(QStringLiteral("test:///default")); }, QStringLiteral("test"));
    });
}

TEST(Responsiveness, TheWindowPaintsWhileAThousandMachinesComeSlowly)
{
    expectNoStall([] { return lookAround([](TestHost &world) { return world.connectWith(1000); }, QStringLiteral("vm-500")); });
}

TEST(Responsiveness, TheWindowPaintsWhileAHostIsLetGoAndComesBack)
{
    expectNoStall([] {
        TestHost world;
        MainWindow window(world.inventory);
        window.show();
        const SlowCalls slow;
        const Frames frames(window);
        auto *host = world.connectWith(1000);
        if (!host) {
            ADD_FAILURE() << "the host did not come up";
            return qint64(0);
        }
        host->disconnectFromHost(); // while details, traits and pictures are still being asked for
        EXPECT_TRUE(spinUntil([&] { return host->state() == HostState::Disconnected; }));
        host->connectToHost();
        EXPECT_TRUE(spinUntil([&] { return host->isListed(); }, 60s));
        world.inventory.hosts().remove(host);
        EXPECT_GT(frames.painted(), 20);
        return frames.longestStallMs();
    });
}
