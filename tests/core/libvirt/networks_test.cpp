// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/networks.h"

#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

TEST(Networks, AreListedWithBridgeAndForward)
{
    const TestHost host(0);
    const auto connection = host.open();
    const auto list = away([&] { return networks::list(connection); });
    ASSERT_TRUE(list) << list.error().message.toStdString();
    ASSERT_EQ(list->size(), 1u);
    EXPECT_EQ(list->front().name, QStringLiteral("default"));
    EXPECT_EQ(list->front().bridge, QStringLiteral("virbr0"));
    EXPECT_EQ(list->front().forward, QStringLiteral("nat"));
    EXPECT_TRUE(list->front().active);
    EXPECT_FALSE(list->front().uuid.isNull());
}

TEST(Networks, StartAndStop)
{
    const TestHost host(0);
    const auto connection = host.open();
    away([&] {
        const auto network = networks::lookup(connection, QStringLiteral("default"));
        ASSERT_TRUE(network);
        ASSERT_TRUE(networks::stop(*network));
        EXPECT_FALSE(networks::list(connection)->front().active);
        ASSERT_TRUE(networks::start(*network));
        EXPECT_TRUE(networks::list(connection)->front().active);
        const auto again = networks::start(*network);
        ASSERT_FALSE(again);
        EXPECT_EQ(again.error().kind, Error::Kind::WrongState);
    });
}

TEST(Networks, LeasesOfADriverWithoutThemAreUnsupported)
{
    const TestHost host(0);
    const auto connection = host.open();
    away([&] {
        const auto network = networks::lookup(connection, QStringLiteral("default"));
        ASSERT_TRUE(network);
        const auto leases = networks::leases(*network);
        ASSERT_FALSE(leases);
        EXPECT_EQ(leases.error().kind, Error::Kind::Unsupported);
    });
}
