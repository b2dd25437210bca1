// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/sshfailure.h"

#include "core/hosts/askserver.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {
Error::Kind kindOf(const char *output)
{
    return sshFailure(QString::fromLatin1(output), QStringLiteral("h")).kind;
}
} // namespace

TEST(SshFailure, TellsWhatSshMeant)
{
    EXPECT_EQ(kindOf("ssh: Could not resolve hostname nowhere: Name or service not known"), Error::Kind::Unreachable);
    EXPECT_EQ(kindOf("ssh: connect to host h port 22: Connection refused"), Error::Kind::Unreachable);
    EXPECT_EQ(kindOf("ssh: connect to host h port 22: Connection timed out"), Error::Kind::TimedOut);
    EXPECT_EQ(kindOf("Timeout, server h not responding."), Error::Kind::TimedOut);
    EXPECT_EQ(kindOf("Host key verification failed."), Error::Kind::HostKeyUnknown);
    EXPECT_EQ(kindOf("u@h: Permission denied (publickey,password)."), Error::Kind::AuthenticationNeeded);
    EXPECT_EQ(kindOf("Received disconnect: Too many authentication failures"), Error::Kind::AuthenticationNeeded);
    EXPECT_EQ(kindOf("/x/config: line 1: Bad configuration option: foo"), Error::Kind::InvalidInput);
    EXPECT_EQ(kindOf(""), Error::Kind::Unreachable);
}

TEST(SshFailure, TellsAChangedKeyBeforeThePasswordThatItForbids)
{
    EXPECT_EQ(kindOf("@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n"
                     "Password authentication is disabled\nu@h: Permission denied (publickey)."),
              Error::Kind::HostKeyUnknown);
}

TEST(SshFailure, KeepsTheOriginalTextWithoutTheNoise)
{
    const auto error = sshFailure(QStringLiteral("Warning: Permanently added 'h' to the list\r\nu@h: Permission denied (publickey).\r\n"),
                                  QStringLiteral("h"));
    EXPECT_EQ(error.message, QStringLiteral("u@h: Permission denied (publickey)."));
}

TEST(SshPrompt, TellsAHostKeyFromAPassword)
{
    const auto key = requestForSshPrompt("", QStringLiteral("The authenticity of host 'h (1.2.3.4)' can't be established.\n"
                                                            "ED25519 key fingerprint is SHA256:abc.\n"
                                                            "Are you sure you want to continue connecting (yes/no/[fingerprint])? "));
    EXPECT_EQ(key.kind, CredentialRequest::Kind::HostKey);
    EXPECT_TRUE(key.fields.empty());
    EXPECT_FALSE(key.canRemember);
    EXPECT_TRUE(key.text.contains(QStringLiteral("SHA256:abc")));

    const auto password = requestForSshPrompt("", QStringLiteral("ann@h's password: "));
    EXPECT_EQ(password.kind, CredentialRequest::Kind::Login);
    ASSERT_EQ(password.fields.size(), 1u);
    EXPECT_EQ(password.fields[0].label, QStringLiteral("ann@h's password"));
    EXPECT_TRUE(password.fields[0].secret);
    EXPECT_TRUE(password.canRemember);

    const auto phrase = requestForSshPrompt("", QStringLiteral("Enter passphrase for key '/k': "));
    EXPECT_EQ(phrase.kind, CredentialRequest::Kind::Passphrase);
    EXPECT_FALSE(requestForSshPrompt("", QStringLiteral("Verification code: ")).canRemember);
}
