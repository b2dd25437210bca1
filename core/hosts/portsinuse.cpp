// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/portsinuse.h"

#include <QFile>
#include <QList>

namespace {
constexpr qsizetype maxTable = 8 << 20;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(maxTable) : QByteArray();
}

/// As the kernel writes an address: words of 32 bits, each in the processor's order.
bool isAnyOrOwn(const QByteArray &address)
{
    const auto last = address.right(8);
    const auto before = address.chopped(last.size());
    if (before.count('0') == before.size() && !before.isEmpty()) // of version 6
        return last == "00000000" || last == "01000000";
    return (before.isEmpty() || before.endsWith("FFFF0000")) && (last == "00000000" || last.endsWith("7F"));
}
} // namespace

void addWaitingPorts(const QByteArray &table, QSet<quint16> &ports)
{
    constexpr auto waiting = "0A"; // TCP_LISTEN
    constexpr auto bound = "07";   // TCP_CLOSE, which is how UDP's are shown
    const auto lines = table.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto fields = lines[i].simplified().split(' ');
        if (fields.size() < 4 || (fields[3] != waiting && fields[3] != bound))
            continue;
        const auto colon = fields[1].indexOf(':');
        bool isNumber = false;
        const auto port = fields[1].mid(colon + 1).toUShort(&isNumber, 16);
        if (colon > 0 && isNumber && isAnyOrOwn(fields[1].left(colon)))
            ports.insert(port);
    }
}

PortsInUse portsInUse()
{
    PortsInUse used;
    addWaitingPorts(contentOf(QStringLiteral("/proc/net/tcp")), used.tcp);
    addWaitingPorts(contentOf(QStringLiteral("/proc/net/tcp6")), used.tcp);
    addWaitingPorts(contentOf(QStringLiteral("/proc/net/udp")), used.udp);
    addWaitingPorts(contentOf(QStringLiteral("/proc/net/udp6")), used.udp);
    return used;
}

int lowestFreePort()
{
    bool isNumber = false;
    const int port = contentOf(QStringLiteral("/proc/sys/net/ipv4/ip_unprivileged_port_start")).trimmed().toInt(&isNumber);
    return isNumber ? port : 1024;
}
