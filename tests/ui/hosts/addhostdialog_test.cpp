// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/addhostdialog.h"

#include "tests/ui/support/world.h"
#include "ui/common/errorpanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace {
class AddHostDialogTest : public testing::Test {
protected:
    void SetUp() override { dialog.show(); }

    void choose(const char *field, const char *text)
    {
        auto *box = named<QComboBox>(dialog, field);
        const int row = box->findText(QString::fromUtf8(text));
        ASSERT_GE(row, 0) << text;
        box->setCurrentIndex(row);
    }
    QString preview() { return named<QLineEdit>(dialog, "Address so far")->text(); }
    bool canAdd() { return named<QPushButton>(dialog, "Add")->isEnabled(); }
    bool says(const char *part)
    {
        for (const auto *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(QString::fromUtf8(part)))
                return true;
        }
        return false;
    }

    World world;
    AddHostDialog dialog{*world.inventory};
};
} // namespace

TEST_F(AddHostDialogTest, PreviewsTheAddressWhileItIsMade)
{
    EXPECT_EQ(preview(), u"qemu:///system");
    choose("Where", "Another computer, through ssh");
    EXPECT_TRUE(preview().isEmpty());
    EXPECT_FALSE(canAdd());
    named<QLineEdit>(dialog, "Host")->setText(QStringLiteral("lab-01"));
    EXPECT_EQ(preview(), u"qemu+ssh://lab-01/system");
    named<QLineEdit>(dialog, "User")->setText(QStringLiteral("root"));
    EXPECT_EQ(preview(), u"qemu+ssh://root@lab-01/system");
    EXPECT_TRUE(canAdd());
}

TEST_F(AddHostDialogTest, TestsAConnectionAndSaysThatItWorks)
{
    choose("Hypervisor", "Demonstration (Test)");
    named<QPushButton>(dialog, "Test connection")->click();
    EXPECT_TRUE(spinUntil([&] { return says("It works"); }));
    EXPECT_TRUE(world.inventory->hosts().rowCount() == 0);
}

TEST_F(AddHostDialogTest, ExplainsWhyATestFailed)
{
    choose("Hypervisor", "Demonstration (Test)");
    named<QLineEdit>(dialog, "Description file")->setText(QStringLiteral("/nowhere/node.xml"));
    named<QPushButton>(dialog, "Test connection")->click();
    auto *panel = dialog.findChild<ErrorPanel *>();
    ASSERT_TRUE(spinUntil([&] { return panel->isVisible(); }));
    EXPECT_FALSE(panel->accessibleName().isEmpty());
    named<QLineEdit>(dialog, "Description file")->clear();
    EXPECT_FALSE(panel->isVisible());
}

TEST_F(AddHostDialogTest, AddsTheHostAndConnectsIt)
{
    QSignalSpy added(&dialog, &AddHostDialog::hostAdded);
    choose("Hypervisor", "Demonstration (Test)");
    named<QLineEdit>(dialog, "Name")->setText(QStringLiteral("Playground"));
    named<QPushButton>(dialog, "Add")->click();
    ASSERT_EQ(added.size(), 1);
    auto *host = world.inventory->hosts().at(0);
    EXPECT_EQ(host->label(), u"Playground");
    EXPECT_TRUE(host->autoconnect());
    EXPECT_TRUE(spinUntil([&] { return host->isConnected(); }));
    EXPECT_FALSE(dialog.isVisible());
}

TEST_F(AddHostDialogTest, RefusesAHostThatIsThere)
{
    world.inventory->hosts().add(HostUri::parse(QStringLiteral("test:///default")).value(), {}, HostList::Keep::ForThisRun);
    choose("Hypervisor", "Demonstration (Test)");
    EXPECT_FALSE(canAdd());
    EXPECT_TRUE(says("in the list already"));
}

TEST_F(AddHostDialogTest, ShowsWhatIsWrongWithACustomAddress)
{
    choose("Hypervisor", "Custom address");
    auto *custom = named<QLineEdit>(dialog, "Address");
    custom->setText(QStringLiteral("qemu+ssh://h:99999/system"));
    EXPECT_FALSE(canAdd());
    EXPECT_TRUE(says("not a valid address"));
    custom->setText(QStringLiteral("openvz:///system"));
    EXPECT_TRUE(canAdd());
}
