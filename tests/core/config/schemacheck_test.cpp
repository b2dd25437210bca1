// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/schemacheck.h"

#include <gtest/gtest.h>

namespace {

const auto good = QStringLiteral("<domain type='kvm'>\n  <name>a</name>\n  <memory>1024</memory>\n  <os><type>hvm</type></os>\n%1</domain>\n");

class SchemaCheckTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (const auto checked = checkDomainSchema(good.arg(QString())); !checked)
            GTEST_SKIP() << checked.error().message.toStdString() << " on this computer: " << checked.error().detail.toStdString();
    }
};

} // namespace

TEST_F(SchemaCheckTest, FindsNothingWrongWithAMachine)
{
    EXPECT_FALSE(checkDomainSchema(good.arg(QString())).value());
    // A second time it is the same: the schema is kept.
    EXPECT_FALSE(checkDomainSchema(good.arg(QString())).value());
}

TEST_F(SchemaCheckTest, NamesTheLineThatIsNotOfLibvirt)
{
    const auto complaint = checkDomainSchema(good.arg(QStringLiteral("  <devices>\n    <disk type='file' device='floopy'/>\n  </devices>\n"))).value();
    ASSERT_TRUE(complaint);
    EXPECT_GE(complaint->line, 5);
    EXPECT_FALSE(complaint->message.isEmpty());
}

TEST_F(SchemaCheckTest, NamesTheLineThatIsNoXml)
{
    const auto complaint = checkDomainSchema(QStringLiteral("<domain>\n<name>a</nam>\n</domain>")).value();
    ASSERT_TRUE(complaint);
    EXPECT_EQ(complaint->line, 2);
}

TEST_F(SchemaCheckTest, ExpandsNoEntities)
{
    const auto complaint = checkDomainSchema(QStringLiteral("<!DOCTYPE domain [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n<domain type='kvm'><name>&e;</name></domain>")).value();
    ASSERT_TRUE(complaint);
    EXPECT_FALSE(complaint->message.contains(u"root:"));
}
