// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/processstarts.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <unistd.h>

namespace {

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

TEST(ProcessStarts, TellsSinceWhenAMachineRuns)
{
    const QTemporaryDir proc;
    const auto uuid = QUuid::createUuid();
    write(proc.filePath(QStringLiteral("uptime")), "1000.00 900.00\n");
    for (const auto *process : {"41", "42"})
        QDir(proc.path()).mkdir(QString::fromLatin1(process));
    write(proc.filePath(QStringLiteral("41/cmdline")), QByteArray("bash\0-uuid", 10));
    write(proc.filePath(QStringLiteral("42/cmdline")),
          QByteArray("/usr/bin/qemu-system-x86_64\0-uuid\0", 34) + uuid.toString(QUuid::WithoutBraces).toLatin1() + '\0');
    const auto ticks = QByteArray::number(qlonglong(sysconf(_SC_CLK_TCK)) * 400);
    write(proc.filePath(QStringLiteral("42/stat")), "42 (a (b) c) S 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 " + ticks + " 20 21\n");
    const auto starts = processStarts(proc.path());
    ASSERT_TRUE(starts);
    ASSERT_EQ(starts->size(), 1);
    EXPECT_NEAR(double(starts->value(uuid).secsTo(QDateTime::currentDateTime())), 600, 5);
}

TEST(ProcessStarts, FindsNothingWhereTheKernelTellsNothing)
{
    const QTemporaryDir proc;
    const auto starts = processStarts(proc.path());
    ASSERT_TRUE(starts);
    EXPECT_TRUE(starts->isEmpty());
}
