// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/credentials.h"

#include "core/hosts/hostpulse.h"
#include "core/hosts/personprompt.h"
#include "tests/core/support/waiting.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <future>

namespace {

using Answer = std::optional<QStringList>;

CredentialRequest question(const QUuid &host, const QString &label = QStringLiteral("Password"))
{
    CredentialRequest request;
    request.hostId = host;
    request.fields.push_back({label, {}, true});
    request.canRemember = true;
    return request;
}

std::vector<CredentialQuestion> libvirtQuestions()
{
    return {{CredentialQuestion::Kind::AuthName, QStringLiteral("Please enter your authentication name:"), {}, QStringLiteral("root")},
            {CredentialQuestion::Kind::Passphrase, QStringLiteral("Please enter your password:"), {}, {}}};
}

} // namespace

TEST(CredentialDesk, BringsAnAnswerToWhoAsked)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    std::optional<Answer> got;
    const auto id = desk.ask(question(QUuid::createUuid()), [&](const Answer &answer) { got = answer; });
    ASSERT_TRUE(waitFor([&] { return desk.open().size() == 1; }));
    EXPECT_FALSE(got);
    desk.answer(id, {QStringLiteral("s3cret")}, false);
    ASSERT_TRUE(got && *got);
    EXPECT_EQ((*got)->first(), QStringLiteral("s3cret"));
    EXPECT_TRUE(desk.open().empty());
}

TEST(CredentialDesk, TellsOfADeclinedQuestion)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    std::optional<Answer> got;
    const auto id = desk.ask(question(QUuid::createUuid()), [&](const Answer &answer) { got = answer; });
    ASSERT_TRUE(waitFor([&] { return !desk.open().empty(); }));
    desk.decline(id);
    ASSERT_TRUE(got);
    EXPECT_FALSE(*got);
    desk.answer(id, {QStringLiteral("late")}, true); // nobody waits any more
    EXPECT_FALSE(*got);
}

TEST(CredentialDesk, GivesARememberedAnswerOncePerAttempt)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    const auto host = QUuid::createUuid();
    desk.beginAttempt(host);
    const auto id = desk.ask(question(host), [](const Answer &) {});
    ASSERT_TRUE(waitFor([&] { return !desk.open().empty(); }));
    desk.answer(id, {QStringLiteral("kept")}, true);

    desk.beginAttempt(host);
    std::optional<Answer> got;
    (void)desk.ask(question(host), [&](const Answer &answer) { got = answer; });
    ASSERT_TRUE(waitFor([&] { return got.has_value(); }));
    EXPECT_EQ(**got, QStringList{QStringLiteral("kept")});
    EXPECT_TRUE(desk.open().empty());

    // Asked again within the attempt: it was wrong.
    (void)desk.ask(question(host), [](const Answer &) {});
    EXPECT_TRUE(waitFor([&] { return desk.open().size() == 1; }));
}

TEST(CredentialDesk, RemembersNothingThatWasNotWanted)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    const auto host = QUuid::createUuid();
    const auto id = desk.ask(question(host), [](const Answer &) {});
    ASSERT_TRUE(waitFor([&] { return !desk.open().empty(); }));
    desk.answer(id, {QStringLiteral("once")}, false);
    desk.beginAttempt(host);
    (void)desk.ask(question(host), [](const Answer &) {});
    EXPECT_TRUE(waitFor([&] { return desk.open().size() == 1; }));
}

TEST(CredentialDesk, ForgetsAWrongAnswer)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    const auto host = QUuid::createUuid();
    const auto id = desk.ask(question(host), [](const Answer &) {});
    ASSERT_TRUE(waitFor([&] { return !desk.open().empty(); }));
    desk.answer(id, {QStringLiteral("wrong")}, true);
    desk.forget(host);
    desk.beginAttempt(host);
    (void)desk.ask(question(host), [](const Answer &) {});
    EXPECT_TRUE(waitFor([&] { return desk.open().size() == 1; }));
}

TEST(CredentialDesk, DoesNotAnswerAnotherHostsQuestion)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    const auto id = desk.ask(question(QUuid::createUuid()), [](const Answer &) {});
    ASSERT_TRUE(waitFor([&] { return !desk.open().empty(); }));
    desk.answer(id, {QStringLiteral("mine")}, true);
    (void)desk.ask(question(QUuid::createUuid()), [](const Answer &) {});
    EXPECT_TRUE(waitFor([&] { return desk.open().size() == 1; }));
}

TEST(CredentialDesk, DeclinesWhatIsOpenWhenItCloses)
{
    std::optional<Answer> got;
    {
        CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
        (void)desk.ask(question(QUuid::createUuid()), [&](const Answer &answer) { got = answer; });
    }
    ASSERT_TRUE(got);
    EXPECT_FALSE(*got);
}

TEST(PersonPrompt, CarriesAnAnswerToTheWaitingWorker)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    PersonPrompt prompt(desk, QUuid::createUuid(), QStringLiteral("lab"), false);
    auto worker = std::async(std::launch::async, [&] { return prompt.ask(libvirtQuestions()); });
    ASSERT_TRUE(waitFor([&] { return !desk.open().empty(); }));
    const auto request = desk.open().front();
    EXPECT_EQ(request.hostLabel, QStringLiteral("lab"));
    ASSERT_EQ(request.fields.size(), 2u);
    EXPECT_FALSE(request.fields[0].secret);
    EXPECT_EQ(request.fields[0].fallback, QStringLiteral("root"));
    EXPECT_TRUE(request.fields[1].secret);
    EXPECT_TRUE(prompt.isAsking());
    desk.answer(request.id, {QStringLiteral("ann"), QStringLiteral("pw")}, false);
    EXPECT_EQ(worker.get().value(), (QStringList{QStringLiteral("ann"), QStringLiteral("pw")}));
}

TEST(PersonPrompt, LetsTheWorkerGoWhenTheHostIsDisconnected)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    PersonPrompt prompt(desk, QUuid::createUuid(), QStringLiteral("lab"), false);
    auto worker = std::async(std::launch::async, [&] { return prompt.ask(libvirtQuestions()); });
    ASSERT_TRUE(waitFor([&] { return !desk.open().empty(); }));
    int withdrawn = 0;
    QObject::connect(&desk, &CredentialDesk::withdrawn, &desk, [&] { ++withdrawn; });
    prompt.abandon();
    EXPECT_FALSE(worker.get());
    EXPECT_TRUE(desk.open().empty());
    EXPECT_EQ(withdrawn, 1);
}

TEST(PersonPrompt, AsksForOneUserWhereSaslWantsTwoNames)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    PersonPrompt prompt(desk, QUuid::createUuid(), QStringLiteral("lab"), true);
    const std::vector<CredentialQuestion> questions{
        {CredentialQuestion::Kind::UserName, QStringLiteral("Please enter your authorization name"), QStringLiteral("Authorization Name"), {}},
        {CredentialQuestion::Kind::AuthName, QStringLiteral("Please enter your authentication name"), {}, {}},
        {CredentialQuestion::Kind::Passphrase, QStringLiteral("Please enter your password"), {}, {}}};
    auto worker = std::async(std::launch::async, [&] { return prompt.ask(questions); });
    ASSERT_TRUE(waitFor([&] { return desk.open().size() == 1; }));
    const auto request = desk.open().front();
    EXPECT_TRUE(request.isRepeated);
    EXPECT_TRUE(request.text.isEmpty());
    ASSERT_EQ(request.fields.size(), 2U);
    EXPECT_FALSE(request.fields[0].secret);
    EXPECT_TRUE(request.fields[1].secret);
    EXPECT_FALSE(prompt.wasAnswered());
    desk.answer(request.id, {QStringLiteral("alice"), QStringLiteral("s3cret")}, false);
    EXPECT_TRUE(prompt.wasAnswered());
    EXPECT_EQ(worker.get(), (QStringList{QStringLiteral("alice"), QStringLiteral("alice"), QStringLiteral("s3cret")}));
}

TEST(PersonPrompt, AsksWhetherToTrustAKeyThatLibvirtsOwnSshDoesNotKnow)
{
    CredentialDesk desk(nullptr, CredentialDesk::Memory::ThisRun);
    PersonPrompt prompt(desk, QUuid::createUuid(), QStringLiteral("lab"), false);
    const std::vector<CredentialQuestion> questions{
        {CredentialQuestion::Kind::Echo, QStringLiteral("Accept SSH host key with hash '53:8A' for host 'lab:22' (y/n)?"), {}, {}}};
    auto worker = std::async(std::launch::async, [&] { return prompt.ask(questions); });
    ASSERT_TRUE(waitFor([&] { return desk.open().size() == 1; }));
    const auto request = desk.open().front();
    EXPECT_EQ(request.kind, CredentialRequest::Kind::HostKey);
    EXPECT_TRUE(request.fields.empty());
    EXPECT_TRUE(request.text.endsWith(QStringLiteral("for host 'lab:22'")));
    desk.answer(request.id, {}, false);
    EXPECT_EQ(worker.get(), QStringList{QStringLiteral("y")});
    EXPECT_FALSE(prompt.wasAnswered());
}

TEST(AnswersGiven, SaysTheSameAgainAndAsksNobody)
{
    const auto answers = std::make_shared<AnswersGiven>();
    int asked = 0;
    const auto first = AnswersGiven::keeping(answers, [&](const auto &) {
        ++asked;
        return std::optional<QStringList>({QStringLiteral("alice"), QStringLiteral("s3cret")});
    });
    ASSERT_TRUE(first(libvirtQuestions()));
    const auto again = AnswersGiven::repeating(answers);
    EXPECT_EQ(again(libvirtQuestions()), first(libvirtQuestions()));
    EXPECT_EQ(asked, 2);
    EXPECT_FALSE(again({{CredentialQuestion::Kind::NoEcho, QStringLiteral("One-time code"), {}, {}}}));
}
