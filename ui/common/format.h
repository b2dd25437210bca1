// SPDX-License-Identifier: GPL-3.0-or-later
// Figures in the person's locale. GUI thread (it translates).
#pragma once

#include "core/base/bytes.h"

#include <QDateTime>
#include <QString>

#include <chrono>

namespace format {
QString size(Bytes bytes);                    ///< "20 GiB", "6.3 GiB"
QString rate(double bytesPerSecond);          ///< "18 MiB/s"
QString bitRate(double bytesPerSecond);       ///< "4.2 Mbit/s"
QString percent(double fraction);             ///< "36 %"
QString duration(std::chrono::seconds span);  ///< "2 min", "3 h", "41 d"
QString since(const QDateTime &moment);       ///< duration until now
QString sizeOf(Bytes used, Bytes total);      ///< "2.1 / 4 GiB"
} // namespace format
