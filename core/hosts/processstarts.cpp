// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/processstarts.h"

#include <QDir>
#include <QFile>

#include <optional>

#include <unistd.h>

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The value behind "-uuid" on QEMU's command line.
QUuid machineOf(const QByteArray &commandLine)
{
    const auto words = commandLine.split('\0');
    const auto at = words.indexOf("-uuid");
    return at < 0 || at + 1 >= words.size() ? QUuid() : QUuid::fromString(QLatin1StringView(words[at + 1]));
}

/// proc(5): starttime, the 22nd field. The second, a name in parentheses, may hold spaces and parentheses.
std::optional<quint64> startTicks(const QByteArray &stat)
{
    const auto fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    bool ok = false;
    const auto ticks = fields.value(19).toULongLong(&ok);
    return ok ? std::optional(ticks) : std::nullopt;
}

} // namespace

Result<QHash<QUuid, QDateTime>> processStarts(const QString &proc)
{
    QHash<QUuid, QDateTime> starts;
    bool ok = false;
    const auto upSeconds = contentOf(proc + QStringLiteral("/uptime")).split(' ').value(0).toDouble(&ok);
    const auto ticksPerSecond = sysconf(_SC_CLK_TCK);
    if (!ok || ticksPerSecond <= 0)
        return starts;
    const auto boot = QDateTime::currentDateTime().addMSecs(-qint64(upSeconds * 1000));
    for (const auto &process : QDir(proc).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
        const auto folder = proc + QLatin1Char('/') + process;
        const auto machine = machineOf(contentOf(folder + QStringLiteral("/cmdline")));
        if (machine.isNull())
            continue;
        if (const auto ticks = startTicks(contentOf(folder + QStringLiteral("/stat"))))
            starts.insert(machine, boot.addMSecs(qint64(*ticks * 1000 / quint64(ticksPerSecond))));
    }
    return starts;
}
