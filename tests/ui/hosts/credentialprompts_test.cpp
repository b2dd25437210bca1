// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/credentialprompts.h"

#include "tests/ui/support/world.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace {
class CredentialPromptsTest : public testing::Test {
protected:
    quint64 ask(CredentialRequest::Kind kind, std::vector<CredentialField> fields, const QString &text = {})
    {
        CredentialRequest request;
        request.kind = kind;
        request.hostId = QUuid::createUuid();
        request.hostLabel = QStringLiteral("lab-01");
        request.text = text;
        request.fields = std::move(fields);
        return desk.ask(request, [this](std::optional<QStringList> values) {
            answered = true;
            answer = std::move(values);
        });
    }
    QDialog *dialog()
    {
        spinUntil([this] { return window.findChild<QDialog *>() != nullptr; });
        return window.findChild<QDialog *>();
    }

    CredentialDesk desk{nullptr, CredentialDesk::Memory::ThisRun};
    QWidget window;
    CredentialPrompts prompts{desk, &window};
    bool answered = false;
    std::optional<QStringList> answer;
};
} // namespace

TEST_F(CredentialPromptsTest, GivesWhatWasTypedInTheOrderOfTheFields)
{
    ask(CredentialRequest::Kind::Login, {{QStringLiteral("Username:"), QStringLiteral("root"), false}, {QStringLiteral("Password: "), {}, true}});
    auto *login = dialog();
    ASSERT_TRUE(login);
    EXPECT_FALSE(login->isModal());
    EXPECT_TRUE(login->windowTitle().contains(u"lab-01"));
    EXPECT_EQ(named<QLineEdit>(*login, "Username")->text(), u"root");
    auto *password = named<QLineEdit>(*login, "Password");
    EXPECT_EQ(password->echoMode(), QLineEdit::Password);
    password->setText(QStringLiteral("s3cret"));
    named<QPushButton>(*login, "Log in")->click();
    ASSERT_TRUE(spinUntil([&] { return answered; }));
    EXPECT_EQ(answer.value(), (QStringList{QStringLiteral("root"), QStringLiteral("s3cret")}));
}

TEST_F(CredentialPromptsTest, DeclinesWhenTheWindowIsClosed)
{
    ask(CredentialRequest::Kind::Passphrase, {{QStringLiteral("Passphrase"), {}, true}});
    ASSERT_TRUE(dialog());
    dialog()->close();
    ASSERT_TRUE(spinUntil([&] { return answered; }));
    EXPECT_FALSE(answer.has_value());
}

TEST_F(CredentialPromptsTest, ShowsTheFingerprintAndDoesNotTrustByReturn)
{
    const auto said = QStringLiteral("ED25519 key fingerprint is SHA256:abc. <b>not markup</b>");
    ask(CredentialRequest::Kind::HostKey, {}, said);
    auto *question = dialog();
    ASSERT_TRUE(question);
    bool shown = false;
    for (const auto *label : question->findChildren<QLabel *>())
        shown = shown || (label->text() == said && label->textFormat() == Qt::PlainText);
    EXPECT_TRUE(shown);
    EXPECT_TRUE(named<QPushButton>(*question, "Do not trust")->isDefault());
    named<QPushButton>(*question, "Trust and connect")->click();
    ASSERT_TRUE(spinUntil([&] { return answered; }));
    EXPECT_TRUE(answer.has_value());
}

TEST_F(CredentialPromptsTest, ClosesAQuestionThatIsMoot)
{
    const auto id = ask(CredentialRequest::Kind::Login, {{QStringLiteral("Password"), {}, true}});
    const QPointer<QDialog> open(dialog());
    ASSERT_TRUE(open);
    desk.withdraw(id);
    EXPECT_TRUE(spinUntil([&] { return open.isNull(); }));
}
