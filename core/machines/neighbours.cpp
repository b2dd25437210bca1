// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/neighbours.h"

#include <QFile>

namespace {

constexpr int completeFlag = 0x2; // ATF_COM of <net/if_arp.h>
constexpr qint64 largestTable = 4 << 20;

} // namespace

QStringList neighboursIn(const QByteArray &table, const QStringList &hardwareAddresses)
{
    QStringList found;
    const auto lines = table.split('\n');
    for (const auto &line : lines) {
        // Address, kind of hardware, flags, hardware address, mask, device; the first line names them.
        const auto words = line.simplified().split(' ');
        if (words.size() < 6)
            continue;
        bool isNumber = false;
        const int flags = words[2].toInt(&isNumber, 0);
        if (!isNumber || !(flags & completeFlag))
            continue;
        if (hardwareAddresses.contains(QString::fromLatin1(words[3]), Qt::CaseInsensitive))
            found << QString::fromLatin1(words[0]);
    }
    found.removeDuplicates();
    return found;
}

QStringList neighboursOf(const QStringList &hardwareAddresses)
{
    QFile file(QStringLiteral("/proc/net/arp"));
    if (hardwareAddresses.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return neighboursIn(file.read(largestTable), hardwareAddresses);
}
