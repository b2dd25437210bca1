// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/connection.h"

#include "core/libvirt/domaincaps.h"
#include "core/libvirt/domains.h"
#include "core/libvirt/node.h"
#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <gtest/gtest.h>

namespace {

Error openError(const QString &uri, const CredentialCallback &credentials = {})
{
    const auto opened = away([&] { return connections::open(uri, Access::Full, credentials); });
    EXPECT_FALSE(opened) << uri.toStdString();
    return opened ? Error() : opened.error();
}

} // namespace

TEST(Connection, TellsWhatItIs)
{
    const TestHost host(1);
    const auto connection = host.open();
    ASSERT_TRUE(connection);
    away([&] {
        EXPECT_EQ(connections::typeOf(connection).value_or(QString()), QStringLiteral("TEST"));
        EXPECT_EQ(connections::uriOf(connection).value_or(QString()), host.uri());
        EXPECT_EQ(connections::isAlive(connection).value_or(false), true);
        EXPECT_FALSE(connections::hostName(connection).value_or(QString()).isEmpty());
        EXPECT_FALSE(connections::libraryVersion(connection).value_or(QString()).isEmpty());
        EXPECT_TRUE(connections::capabilities(connection).value_or(QString()).contains(QStringLiteral("<capabilities>")));
        EXPECT_GT(connections::maxVcpus(connection).value_or(0), 0);
        EXPECT_TRUE(connections::ping(connection).has_value());
        EXPECT_TRUE(connections::isEncrypted(connection).has_value());
    });
}

TEST(Connection, SpellsVersions)
{
    EXPECT_EQ(connections::versionText(9000000), QStringLiteral("9.0.0"));
    EXPECT_EQ(connections::versionText(7002022), QStringLiteral("7.2.22"));
    EXPECT_EQ(connections::versionText(0), QString());
}

TEST(Connection, ReadOnlyAccessMayLookAndNotTouch)
{
    const TestHost host(1);
    away([&] {
        const auto connection = connections::open(host.uri(), Access::ReadOnly);
        ASSERT_TRUE(connection);
        const auto domain = domains::lookup(*connection, TestHost::uuid(0));
        ASSERT_TRUE(domain);
        const auto paused = domains::pause(*domain);
        ASSERT_FALSE(paused);
        EXPECT_EQ(paused.error().kind, Error::Kind::Refused);
    });
}

TEST(Connection, RefusesWhatIsNoAddress)
{
    EXPECT_EQ(openError(QStringLiteral("://")).kind, Error::Kind::InvalidInput);
    EXPECT_EQ(openError(QStringLiteral("qemu+foo://x/system")).kind, Error::Kind::InvalidInput);
}

TEST(Connection, AMissingDriverDoesNotEndAsARequestForACertificate)
{
    EXPECT_EQ(openError(QStringLiteral("hyperv:///")).kind, Error::Kind::DriverMissing);
    EXPECT_EQ(openError(QStringLiteral("phyp://127.0.0.1/")).kind, Error::Kind::DriverMissing);
    EXPECT_EQ(openError(QStringLiteral("nonsense:///system")).kind, Error::Kind::DriverMissing);
}

TEST(Connection, APortThatNobodyListensOnIsUnreachable)
{
    EXPECT_EQ(openError(QStringLiteral("qemu+tcp://127.0.0.1:1/system")).kind, Error::Kind::Unreachable);
}

TEST(Connection, ASocketThatIsNotThereIsUnreachable)
{
    EXPECT_EQ(openError(QStringLiteral("qemu+unix:///system?socket=/nonexistent")).kind, Error::Kind::Unreachable);
}

TEST(Connection, AsksForCredentialsAndTellsThatTheyWereDeclined)
{
    // ESX asks for user and password before it connects anywhere.
    int asked = 0;
    QString userPrompt;
    const auto error = openError(QStringLiteral("esx://127.0.0.1:1/"), [&](const std::vector<CredentialQuestion> &questions) -> std::optional<QStringList> {
        ++asked;
        EXPECT_FALSE(questions.empty());
        userPrompt = questions.front().prompt;
        return std::nullopt;
    });
    if (error.kind == Error::Kind::DriverMissing)
        GTEST_SKIP() << "this libvirt has no ESX driver";
    EXPECT_EQ(error.kind, Error::Kind::Cancelled);
    EXPECT_EQ(asked, 1);
    EXPECT_FALSE(userPrompt.isEmpty());
}

TEST(Connection, HandsTheAnswersOver)
{
    QStringList given;
    const auto error = openError(QStringLiteral("esx://127.0.0.1:1/"), [&](const std::vector<CredentialQuestion> &questions) -> std::optional<QStringList> {
        QStringList answers;
        for (const auto &question : questions)
            answers.append(question.isSecret() ? QStringLiteral("secret") : QStringLiteral("somebody"));
        given += answers;
        return answers;
    });
    if (error.kind == Error::Kind::DriverMissing)
        GTEST_SKIP() << "this libvirt has no ESX driver";
    EXPECT_EQ(error.kind, Error::Kind::Unreachable) << error.message.toStdString();
    EXPECT_EQ(given, (QStringList{QStringLiteral("somebody"), QStringLiteral("secret")}));
    EXPECT_FALSE(error.message.contains(QStringLiteral("secret")));
}

TEST(Connection, WhoWaitsForItsEndIsForgottenWithTheSubscription)
{
    const TestHost host(1);
    const auto connection = host.open();
    const auto held = std::make_shared<int>(0);
    auto subscription = away([&] { return connections::onClose(connection, [held](CloseReason) { ++*held; }); });
    ASSERT_TRUE(subscription);
    EXPECT_GT(held.use_count(), 1);
    subscription->reset();
    EXPECT_TRUE(waitFor([&] { return held.use_count() == 1; }));
    EXPECT_EQ(*held, 0);
}

TEST(DomainCaps, OfADriverWithoutThemAreUnsupported)
{
    const TestHost host(1);
    const auto connection = host.open();
    const auto caps = away([&] { return domainCapabilities(connection, {}); });
    ASSERT_FALSE(caps);
    EXPECT_EQ(caps.error().kind, Error::Kind::Unsupported);
}

TEST(Node, TellsWhatTheComputerHas)
{
    const TestHost host(1);
    const auto connection = host.open();
    away([&] {
        const auto info = node::info(connection);
        ASSERT_TRUE(info);
        EXPECT_GT(info->cpuThreads, 0);
        EXPECT_GT(info->memory.count(), 0u);
        EXPECT_FALSE(info->cpuModel.isEmpty());
        const auto times = node::cpuTimes(connection);
        ASSERT_TRUE(times) << times.error().message.toStdString();
        EXPECT_GT(times->all(), 0u);
        EXPECT_LE(times->busy(), times->all());
        const auto memory = node::memory(connection);
        ASSERT_FALSE(memory);
        EXPECT_EQ(memory.error().kind, Error::Kind::Unsupported);
        // Only the driver's own host has memory cells.
        const auto own = connections::open(QStringLiteral("test:///default"), Access::Full);
        ASSERT_TRUE(own);
        EXPECT_EQ(node::freeMemory(*own), Bytes::kib(3072));
    });
}
