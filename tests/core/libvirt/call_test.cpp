// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/call.h"

#include "core/libvirt/connection.h"
#include "core/libvirt/domains.h"
#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <QElapsedTimer>

#include <gtest/gtest.h>

TEST(Call, CountsByNameWhileCountingIsOn)
{
    const TestHost host(3);
    const auto connection = host.open();
    away([&] {
        calls::startCounting();
        (void)connections::hostName(connection);
        (void)connections::hostName(connection);
        (void)connections::ping(connection);
        calls::stopCounting();
        (void)connections::hostName(connection);
    });
    EXPECT_EQ(calls::counted().value("virConnectGetHostname"), 2);
    EXPECT_EQ(calls::counted().value("virConnectGetLibVersion"), 1);
    EXPECT_EQ(calls::total(), 3);
}

TEST(Call, CanBeMadeSlow)
{
    const TestHost host(1);
    const auto connection = host.open();
    QElapsedTimer timer;
    away([&] {
        calls::setDelay(std::chrono::milliseconds(50));
        timer.start();
        (void)connections::hostName(connection);
        calls::setDelay(std::chrono::milliseconds(0));
    });
    EXPECT_GE(timer.elapsed(), 50);
}

TEST(Call, NamesItselfInAnError)
{
    const TestHost host(1);
    const auto connection = host.open();
    const auto missing = away([&] { return domains::lookup(connection, QStringLiteral("nobody")); });
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().detail, QStringLiteral("virDomainLookupByName"));
    EXPECT_EQ(missing.error().kind, Error::Kind::NotFound);
    EXPECT_FALSE(missing.error().message.isEmpty());
}

#if !defined(QT_NO_DEBUG) && !defined(__SANITIZE_THREAD__)
TEST(CallDeathTest, RefusesTheGuiThreadInDebugBuilds)
{
    EXPECT_DEATH({ const Call call("virConnectOpen"); }, "must not block");
}
#endif
