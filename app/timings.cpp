// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timings.h"

#include <QEvent>
#include <QFile>
#include <QTimer>
#include <QWidget>

#include <cstdio>
#include <ctime>
#include <utility>

#include <unistd.h>

namespace {

bool enabled = false;

double bootMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000.0 + double(now.tv_nsec) / 1e6;
}

class NextFrame final : public QObject {
public:
    NextFrame(QWidget &window, QString milestone) : QObject(&window), m_milestone(std::move(milestone)) { window.installEventFilter(this); }

protected:
    bool eventFilter(QObject *window, QEvent *event) override
    {
        if (event->type() == QEvent::UpdateRequest) {
            window->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] {
                timings::mark(m_milestone);
                deleteLater();
            });
        }
        return false;
    }

private:
    QString m_milestone;
};

/// From the kernel's own record, so that loading the libraries counts too; its grain is a clock tick (10 ms).
double processStart()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return bootMilliseconds();
    const auto text = stat.readAll();
    // The second field, the program's name, may hold spaces: count from its closing parenthesis.
    const auto fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr int startTime = 22 - 3; // proc(5): field 22, the first two are cut off
    if (fields.size() <= startTime)
        return bootMilliseconds();
    return fields[startTime].toDouble() * 1000.0 / double(sysconf(_SC_CLK_TCK));
}

} // namespace

void timings::enable()
{
    enabled = true;
}

void timings::markNextFrame(QWidget &window, const QString &milestone)
{
    if (enabled)
        new NextFrame(window, milestone);
}

void timings::mark(const QString &milestone)
{
    if (!enabled)
        return;
    static const double start = processStart();
    std::fprintf(stderr, "%s %.0f\n", qUtf8Printable(milestone), bootMilliseconds() - start);
    std::fflush(stderr);
}
