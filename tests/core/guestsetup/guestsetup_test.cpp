// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/guestsetup/guestsetup.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

#include <crypt.h>

namespace {

class GuestSetupTest : public testing::Test {
protected:
    void SetUp() override
    {
        const auto loaded = guestSetup();
        ASSERT_TRUE(loaded) << loaded.error().message.toStdString();
        module = *loaded;
    }

    GuestSetup *module = nullptr;
};

TEST_F(GuestSetupTest, HashesPasswordsSoThatCryptKnowsThemAgain)
{
    const auto hash = module->hashPassword(QStringLiteral("schöne Grüße"));
    ASSERT_TRUE(hash);
    EXPECT_TRUE(hash->startsWith("$6$rounds=")) << hash->toStdString();
    crypt_data data{};
    EXPECT_STREQ(crypt_r("schöne Grüße", hash->constData(), &data), hash->constData());
    EXPECT_STRNE(crypt_r("schöne Grüsse", hash->constData(), &data), hash->constData());
}

TEST_F(GuestSetupTest, SaltsEveryHashAnew)
{
    EXPECT_NE(*module->hashPassword(QStringLiteral("the same")), *module->hashPassword(QStringLiteral("the same")));
}

TEST_F(GuestSetupTest, RefusesWhatCryptCannotHash)
{
    EXPECT_EQ(module->hashPassword(QString(600, u'a')).error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(module->hashPassword(QStringLiteral("cut") + QChar(0) + QStringLiteral("short")).error().kind, Error::Kind::InvalidInput);
}

TEST_F(GuestSetupTest, TakesYamlOfEveryStyle)
{
    const auto verdict = module->checkYaml("#cloud-config\npackages: [a, b]\nusers:\n  - name: x\n    sudo: &s false\n  - {name: y, sudo: *s}\n"
                                           "text: |\n  several\n  lines\n");
    EXPECT_FALSE(verdict.fault) << verdict.fault->message.toStdString();
    EXPECT_EQ(verdict.top, YamlTop::Mapping);
    EXPECT_EQ(verdict.documents, 1);
}

TEST_F(GuestSetupTest, NamesTheLineWhereTextStopsBeingYaml)
{
    const auto verdict = module->checkYaml("#cloud-config\npackages:\n  - a\n bad: [\n");
    ASSERT_TRUE(verdict.fault);
    EXPECT_EQ(verdict.fault->line, 4);
    EXPECT_FALSE(verdict.fault->message.isEmpty());
}

TEST_F(GuestSetupTest, NamesTheLineOfATabThatIndents)
{
    const auto verdict = module->checkYaml("#cloud-config\nusers:\n\t- name: x\n");
    ASSERT_TRUE(verdict.fault);
    EXPECT_EQ(verdict.fault->line, 3);
}

TEST_F(GuestSetupTest, FindsAliasesWithoutAnAnchor)
{
    const auto verdict = module->checkYaml("a: 1\nb: *nowhere\n");
    ASSERT_TRUE(verdict.fault);
    EXPECT_EQ(verdict.fault->line, 2);
    EXPECT_EQ(verdict.fault->column, 4);
}

TEST_F(GuestSetupTest, FindsTagsThatMeanNothing)
{
    EXPECT_TRUE(module->checkYaml("a: !thing x\n").fault);
    EXPECT_FALSE(module->checkYaml("a: !!str 5\n").fault);
}

TEST_F(GuestSetupTest, FindsBytesThatAreNoText)
{
    const auto verdict = module->checkYaml(QByteArray("a: 1\nb: \x00\xff\n", 11));
    EXPECT_TRUE(verdict.fault);
}

TEST_F(GuestSetupTest, TellsWhatIsAtTheTop)
{
    EXPECT_EQ(module->checkYaml("").top, YamlTop::Nothing);
    EXPECT_EQ(module->checkYaml("# nothing but this\n").top, YamlTop::Nothing);
    EXPECT_EQ(module->checkYaml("---\n").top, YamlTop::Nothing);
    EXPECT_EQ(module->checkYaml("- a\n- b\n").top, YamlTop::Other);
    EXPECT_EQ(module->checkYaml("only words\n").top, YamlTop::Other);
    EXPECT_EQ(module->checkYaml("a: 1\n---\nb: 2\n").documents, 2);
}

// Each level doubles: a reader that built the tree would not come back.
TEST_F(GuestSetupTest, IsNotBoundByAliasesThatMultiply)
{
    QByteArray text = "l0: &l0 [x, x]\n";
    for (int level = 1; level < 60; ++level)
        text += "l" + QByteArray::number(level) + ": &l" + QByteArray::number(level) + " [*l" + QByteArray::number(level - 1) + ", *l"
            + QByteArray::number(level - 1) + "]\n";
    EXPECT_FALSE(module->checkYaml(text).fault);
}

TEST_F(GuestSetupTest, GivesUpOnTextWithoutEnd)
{
    EXPECT_TRUE(module->checkYaml(QByteArray("- x\n").repeated(300000)).fault);
}

TEST_F(GuestSetupTest, GivesUpOnNestingWithoutEnd)
{
    EXPECT_TRUE(module->checkYaml(QByteArray(500000, '[')).fault);
}

} // namespace
