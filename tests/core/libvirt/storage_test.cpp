// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/pools.h"
#include "core/libvirt/volumes.h"

#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

TEST(Pools, AreListedWithKindTargetAndSpace)
{
    const TestHost host(0);
    const auto connection = host.open();
    const auto list = away([&] { return pools::list(connection); });
    ASSERT_TRUE(list) << list.error().message.toStdString();
    ASSERT_EQ(list->size(), 1u);
    const auto &pool = list->front();
    EXPECT_EQ(pool.name, QStringLiteral("images"));
    EXPECT_EQ(pool.kind, QStringLiteral("dir"));
    EXPECT_EQ(pool.targetPath, QStringLiteral("/images"));
    EXPECT_TRUE(pool.active);
    EXPECT_GT(pool.available.count(), 0u);
    EXPECT_FALSE(pool.uuid.isNull());
}

TEST(Pools, AFolderBecomesAPoolThatRuns)
{
    const TestHost host(0);
    const auto connection = host.open();
    away([&] {
        const auto path = QStringLiteral("/my & <own> images");
        const auto pool = pools::createDirectory(connection, QStringLiteral("default"), path);
        ASSERT_TRUE(pool) << pool.error().message.toStdString();
        const auto record = pools::describe(*pool);
        ASSERT_TRUE(record);
        EXPECT_TRUE(record->active);
        EXPECT_EQ(record->targetPath, path);
        const auto found = pools::lookupByTarget(connection, path);
        if (found) { // not every driver can look it up
            EXPECT_EQ(pools::describe(*found)->name, QStringLiteral("default"));
        } else {
            EXPECT_EQ(found.error().kind, Error::Kind::Unsupported);
        }
    });
}

TEST(Pools, ANameThatIsTakenIsToldAndLeavesTheOtherAlone)
{
    const TestHost host(0);
    const auto connection = host.open();
    away([&] {
        const auto again = pools::createDirectory(connection, QStringLiteral("images"), QStringLiteral("/elsewhere"));
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().kind, Error::Kind::AlreadyExists) << again.error().message.toStdString();
        const auto list = pools::list(connection);
        ASSERT_TRUE(list);
        ASSERT_EQ(list->size(), 1u);
        EXPECT_TRUE(list->front().active);
    });
}

TEST(Volumes, AreMadeFoundAndErased)
{
    const TestHost host(0);
    const auto connection = host.open();
    away([&] {
        const auto pool = pools::lookup(connection, QStringLiteral("images"));
        ASSERT_TRUE(pool);
        const auto volume = volumes::create(*pool, QStringLiteral("<volume><name>a.img</name><capacity unit='MiB'>3</capacity></volume>"));
        ASSERT_TRUE(volume) << volume.error().message.toStdString();
        const auto path = volumes::pathOf(*volume);
        ASSERT_TRUE(path);
        EXPECT_EQ(*path, QStringLiteral("/images/a.img"));
        ASSERT_TRUE(volumes::lookupByPath(connection, *path));
        const auto list = volumes::list(*pool);
        ASSERT_TRUE(list);
        ASSERT_EQ(list->size(), 1u);
        EXPECT_EQ(list->front().name, QStringLiteral("a.img"));
        EXPECT_EQ(list->front().capacity, Bytes::mib(3));
        const auto twice = volumes::create(*pool, QStringLiteral("<volume><name>a.img</name><capacity>1</capacity></volume>"));
        ASSERT_FALSE(twice);
        EXPECT_EQ(twice.error().kind, Error::Kind::AlreadyExists);
        ASSERT_TRUE(volumes::erase(*volume));
        const auto gone = volumes::lookup(*pool, QStringLiteral("a.img"));
        ASSERT_FALSE(gone);
        EXPECT_EQ(gone.error().kind, Error::Kind::NotFound);
    });
}

TEST(Volumes, AFileThatIsNotThereIsNotUploaded)
{
    const TestHost host(0);
    const auto connection = host.open();
    away([&] {
        const auto pool = pools::lookup(connection, QStringLiteral("images"));
        ASSERT_TRUE(pool);
        const auto volume = volumes::create(*pool, QStringLiteral("<volume><name>a.img</name><capacity>1</capacity></volume>"));
        ASSERT_TRUE(volume);
        const auto sent = volumes::upload(connection, *volume, QStringLiteral("/nonexistent/file"));
        ASSERT_FALSE(sent);
        EXPECT_EQ(sent.error().kind, Error::Kind::NotFound);
        EXPECT_EQ(sent.error().detail, QStringLiteral("/nonexistent/file"));
    });
}
