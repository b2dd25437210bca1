// SPDX-License-Identifier: GPL-3.0-or-later
// What a person waits for before a machine is made: how long the New machine window takes to be seen, how long an image takes to be
// recognised and the longest that the window stands still meanwhile, and how fast a disk is brought into a pool.
//   creation_bench                 the window
//   creation_bench IMAGE           the recognition of an installer image
//   creation_bench DISK POOLFOLDER the import of a disk, converted
// Driven by creation_bench.py; needs a Qt platform.
#include "core/async/deliver.h"
#include "core/libvirt/connection.h"
#include "core/provisioning/diskimport.h"
#include "tests/ui/support/testhost.h"
#include "ui/create/createwizard.h"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <thread>

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

double msSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

void say(const char *name, double value, const char *unit)
{
    std::printf("%s %.1f %s\n", name, value, unit);
    std::fflush(stdout);
}

/// Notes when a window is first painted.
class FirstPaint final : public QObject {
public:
    bool isSeen = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        isSeen = isSeen || event->type() == QEvent::Paint;
        return false;
    }
};

int openWindow()
{
    TestHost world;
    auto *host = world.connectWith(10);
    if (!host)
        return 1;
    // The first one loads fonts and pictures as well.
    for (const auto *name : {"wizard-open-first", "wizard-open-again"}) {
        FirstPaint paint;
        const auto begin = Clock::now();
        auto *wizard = new CreateWizard(world.inventory, host);
        wizard->setAttribute(Qt::WA_DeleteOnClose, false);
        wizard->installEventFilter(&paint);
        wizard->show();
        if (!spinUntil([&] { return paint.isSeen; }))
            return 1;
        say(name, msSince(begin), "ms");
        delete wizard;
    }
    return 0;
}

int recognise(const QString &image)
{
    OsDatabase database;
    // A window that has been open for a moment has it loaded.
    if (!spinUntil([systems = database.systems()] { return systems.isFinished(); }, 60s))
        return 1;
    QObject context;
    bool isKnown = false, isDone = false;
    const auto begin = Clock::now();
    deliver(database.identify(image), &context, [&](const Result<MediaIdentity> &identity) {
        isKnown = identity && identity->recognised;
        isDone = true;
    });
    const auto asked = msSince(begin);
    auto stillest = asked, last = asked;
    while (!isDone && last < 60'000) {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        std::this_thread::sleep_for(1ms);
        const auto now = msSince(begin);
        stillest = std::max(stillest, now - last);
        last = now;
    }
    say("recognise", last, "ms");
    say("recognise-window-still", stillest, "ms");
    say("recognise-size", double(QFileInfo(image).size()) / double(Bytes::gib(1).count()), "GiB");
    return isKnown ? 0 : 1;
}

int bring(const QString &disk, const QString &folder)
{
    const QTemporaryDir scratch;
    QFile node(scratch.filePath(QStringLiteral("node.xml")));
    if (!node.open(QIODevice::WriteOnly))
        return 1;
    node.write("<node><pool type='dir'><name>images</name><target><path>" + QFile::encodeName(folder) + "</path></target></pool></node>");
    node.close();
    bool isDone = false;
    std::thread([&] {
        const auto connection = connections::open(QStringLiteral("test://") + node.fileName(), Access::Full);
        const auto image = examineDisk(disk);
        if (!connection || !image)
            return;
        HostSurvey survey;
        survey.isLocal = true;
        survey.hasStorage = true;
        survey.pools.push_back({QStringLiteral("images"), QStringLiteral("dir"), folder, {}, {}, true});
        const JobControl control;
        Worksite site{*connection, survey, control};
        const auto begin = Clock::now();
        const auto placed = importDisk(site, {disk, *image, DiskUse::Convert, QStringLiteral("imported"), QStringLiteral("images"), {}});
        isDone = placed.has_value();
        say("import", msSince(begin), "ms");
    }).join();
    return isDone ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    return words.size() > 2 ? bring(words[1], words[2]) : words.size() > 1 ? recognise(words[1]) : openWindow();
}
