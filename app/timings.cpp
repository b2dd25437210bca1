// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timings.h"

#include <QFile>

#include <cstdio>
#include <ctime>

#include <unistd.h>

namespace {

bool enabled = false;

double bootMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000.0 + double(now.tv_nsec) / 1e6;
}

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

void timings::mark(const QString &milestone)
{
    if (!enabled)
        return;
    static const double start = processStart();
    std::fprintf(stderr, "%s %.0f\n", qUtf8Printable(milestone), bootMilliseconds() - start);
    std::fflush(stderr);
}
