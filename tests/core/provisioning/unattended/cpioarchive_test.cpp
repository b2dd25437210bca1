// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/cpioarchive.h"

#include "core/archives/archives.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

TEST(CpioArchive, IsReadByOthers)
{
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("files.cpio"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(cpioOf({{QStringLiteral("preseed.cfg"), "d-i a/b string c\n"}, {QStringLiteral("empty"), {}}, {QStringLiteral("odd"), "12345"}}));
    file.close();
    const auto module = archives();
    ASSERT_TRUE(module);
    const auto entries = (*module)->list(path, 10);
    ASSERT_TRUE(entries) << entries.error().message.toStdString();
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ(entries->at(0).name, QStringLiteral("preseed.cfg"));
    EXPECT_EQ(entries->at(0).kind, ArchiveEntry::Kind::File);
    EXPECT_EQ((*module)->read(path, QStringLiteral("preseed.cfg"), Bytes::kib(1)).value_or(QByteArray()), QByteArray("d-i a/b string c\n"));
    EXPECT_EQ((*module)->read(path, QStringLiteral("odd"), Bytes::kib(1)).value_or(QByteArray()), QByteArray("12345"));
}

TEST(CpioArchive, BeginsAtAMultipleOfFour)
{
    for (const qint64 length : {0, 1, 2, 3, 4, 5})
        EXPECT_EQ((length + cpioPadding(length).size()) % 4, 0) << length;
    EXPECT_EQ(cpioPadding(8), QByteArray());
    EXPECT_EQ(cpioOf({}).size() % 4, 0);
}
