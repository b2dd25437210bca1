// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(format)
};

/// One decimal below ten, none above; a zero behind the point is dropped: "6.3", "4", "20".
QString figure(double value)
{
    const double rounded = value < 9.95 ? std::round(value * 10) / 10 : std::round(value);
    const bool whole = std::abs(rounded - std::round(rounded)) < 0.05;
    return QLocale().toString(rounded, 'f', whole ? 0 : 1);
}

struct Scale {
    int power = 0;
    double divisor = 1;
};

Scale scaleOf(double value, double base, int highest)
{
    Scale scale;
    // 0.9995 so that 1023.7 KiB is shown as 1 MiB and not as 1024 KiB.
    while (scale.power < highest && value / scale.divisor >= base * 0.9995) {
        scale.divisor *= base;
        ++scale.power;
    }
    return scale;
}

QString sizeUnit(int power)
{
    switch (power) {
    case 0: return Words::tr("%1 B");
    case 1: return Words::tr("%1 KiB");
    case 2: return Words::tr("%1 MiB");
    case 3: return Words::tr("%1 GiB");
    case 4: return Words::tr("%1 TiB");
    default: return Words::tr("%1 PiB");
    }
}

QString rateUnit(int power)
{
    switch (power) {
    case 0: return Words::tr("%1 B/s");
    case 1: return Words::tr("%1 KiB/s");
    case 2: return Words::tr("%1 MiB/s");
    default: return Words::tr("%1 GiB/s");
    }
}

QString bitRateUnit(int power)
{
    switch (power) {
    case 0: return Words::tr("%1 bit/s");
    case 1: return Words::tr("%1 kbit/s");
    case 2: return Words::tr("%1 Mbit/s");
    default: return Words::tr("%1 Gbit/s");
    }
}

} // namespace

namespace format {

QString size(Bytes bytes)
{
    const auto value = double(bytes.count());
    const auto scale = scaleOf(value, 1024, 5);
    return sizeUnit(scale.power).arg(figure(value / scale.divisor));
}

QString rate(double bytesPerSecond)
{
    const auto value = std::max(0.0, bytesPerSecond);
    const auto scale = scaleOf(value, 1024, 3);
    return rateUnit(scale.power).arg(figure(value / scale.divisor));
}

QString bitRate(double bytesPerSecond)
{
    const auto value = std::max(0.0, bytesPerSecond * 8);
    const auto scale = scaleOf(value, 1000, 3);
    return bitRateUnit(scale.power).arg(figure(value / scale.divisor));
}

QString percent(double fraction)
{
    return Words::tr("%1 %").arg(QLocale().toString(qRound(std::clamp(fraction, 0.0, 1.0) * 100)));
}

QString duration(std::chrono::seconds span)
{
    const auto seconds = std::max<qint64>(0, span.count());
    if (seconds < 60)
        return Words::tr("%1 s").arg(QLocale().toString(seconds));
    if (seconds < 3600)
        return Words::tr("%1 min").arg(QLocale().toString(seconds / 60));
    if (seconds < 48 * 3600)
        return Words::tr("%1 h").arg(QLocale().toString(seconds / 3600));
    return Words::tr("%1 d").arg(QLocale().toString(seconds / 86400));
}

QString since(const QDateTime &moment)
{
    if (!moment.isValid())
        return {};
    return duration(std::chrono::seconds(std::max<qint64>(0, moment.secsTo(QDateTime::currentDateTime()))));
}

QString sizeOf(Bytes used, Bytes total)
{
    const auto scale = scaleOf(double(total.count()), 1024, 5);
    const auto both = Words::tr("%1 / %2").arg(figure(double(used.count()) / scale.divisor), figure(double(total.count()) / scale.divisor));
    return sizeUnit(scale.power).arg(both);
}

} // namespace format
