// SPDX-License-Identifier: GPL-3.0-or-later
// Forwarded ports and a shared folder in the New machine window.
#include "tests/ui/support/world.h"
#include "ui/create/createwizard.h"
#include "ui/create/findinglines.h"
#include "ui/create/networktext.h"
#include "ui/create/sourcecard.h"
#include "ui/create/wizardcontext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace {

const std::optional<NetworkOffer> userMode = NetworkOffer{NetworkOffer::Kind::User, {}, {}, true};

class NetworkRowsTest : public testing::Test {
protected:
    void SetUp() override
    {
        host = &world.connect(QStringLiteral("test:///default"));
        wizard = new CreateWizard(*world.inventory, host);
        wizard->show();
        ASSERT_TRUE(spinUntil([&] { return context().survey() != nullptr; }));
        the<SourceCard>("No medium").click();
    }
    void TearDown() override { delete wizard; }

    WizardContext &context() const { return *wizard->findChild<WizardContext *>(); }
    template<class Widget>
    Widget &the(const char *name) const
    {
        auto *widget = named<Widget>(*wizard, name);
        if (!widget)
            throw std::runtime_error(std::string("no widget is called ") + name);
        return *widget;
    }
    bool saysSomewhere(const QString &part) const
    {
        const auto all = wizard->findChildren<FindingLines *>();
        return std::any_of(all.begin(), all.end(), [&part](const FindingLines *lines) { return !lines->isHidden() && lines->text().contains(part); });
    }

    World world;
    Host *host = nullptr;
    QPointer<CreateWizard> wizard;
};

} // namespace

TEST_F(NetworkRowsTest, ForwardPortsOnlyOfANetworkThatHidesTheMachine)
{
    auto &add = the<QPushButton>("Forward a port");
    EXPECT_TRUE(add.parentWidget()->isHidden()) << "a NAT network's machines have addresses of their own";
    context().setNetwork(userMode);
    EXPECT_FALSE(add.parentWidget()->isHidden());
    EXPECT_FALSE(add.isEnabled());
    EXPECT_FALSE(add.toolTip().isEmpty()) << "why this host cannot";
}

TEST_F(NetworkRowsTest, FollowThePersonAndTheRecipe)
{
    context().setNetwork(userMode);
    context().setForwards({{{PortForward::Protocol::Tcp, 2222, 22}, {PortForward::Protocol::Udp, 5353, 53}}, false});
    EXPECT_EQ(the<QSpinBox>("Host port 1").value(), 2222);
    EXPECT_EQ(the<QSpinBox>("Machine port 2").value(), 53);
    EXPECT_EQ(the<QComboBox>("Protocol 2").currentText(), QStringLiteral("UDP"));
    EXPECT_EQ(networktext::ports(context().recipe()), QStringLiteral("2222 → 22, 5353 → 53 (UDP)"));
    const QWidget *at = &the<QToolButton>("Remove port 1");
    for (const QWidget *next = at->nextInFocusChain(); next != at; next = next->nextInFocusChain()) {
        if (next == &the<QComboBox>("Protocol 2"))
            break;
        ASSERT_NE(next, &the<QPushButton>("Forward a port")) << "the keyboard comes to the button before the second row";
    }
    the<QSpinBox>("Host port 2").setValue(5300);
    the<QCheckBox>("Other computers may use them too").click();
    EXPECT_EQ(context().recipe().forwards, (ForwardWishes{{{PortForward::Protocol::Tcp, 2222, 22}, {PortForward::Protocol::Udp, 5300, 53}}, true}));
    the<QToolButton>("Remove port 1").click();
    EXPECT_EQ(context().recipe().forwards.ports, (std::vector<PortForward>{{PortForward::Protocol::Udp, 5300, 53}}));
    EXPECT_EQ(the<QSpinBox>("Host port 1").value(), 5300);
}

TEST_F(NetworkRowsTest, TellWhatIsWrongWithAPort)
{
    context().setNetwork(userMode);
    context().setForwards({{{PortForward::Protocol::Tcp, 0, 22}}, false});
    EXPECT_TRUE(saysSomewhere(QStringLiteral("Give both ports in row 1")));
    EXPECT_FALSE(the<QPushButton>("Create now").isEnabled());
    context().setForwards({{{PortForward::Protocol::Tcp, 2222, 22}}, false});
    EXPECT_TRUE(saysSomewhere(QStringLiteral("too old to forward ports")));
    context().setNetwork(std::nullopt);
    EXPECT_TRUE(the<QPushButton>("Create now").isEnabled());
}

TEST_F(NetworkRowsTest, DisableTheFolderWhereTheHostCannotShareOne)
{
    EXPECT_FALSE(the<QLineEdit>("Shared folder").isEnabled());
    context().setFolder({QStringLiteral("/srv"), QStringLiteral("share")});
    EXPECT_TRUE(saysSomewhere(QStringLiteral("cannot share folders")));
    EXPECT_TRUE(the<QLineEdit>("Shared folder").isEnabled()) << "so that it can be taken out";
    EXPECT_FALSE(the<QPushButton>("Create now").isEnabled());
}

TEST(NetworkText, TellsHowEachSystemComesByTheFolder)
{
    MachineRecipe recipe;
    recipe.folder = {QStringLiteral("/srv"), QStringLiteral("data")};
    EXPECT_TRUE(networktext::folderMeaning(recipe, FolderSharing::VirtioFs).contains(QStringLiteral("mount -t virtiofs data /mnt")));
    recipe.source = MediaSource::CloudImage;
    EXPECT_TRUE(networktext::folderMeaning(recipe, FolderSharing::VirtioFs).contains(QStringLiteral("/mnt/data by itself")));
    recipe.os.isWindows = true;
    EXPECT_EQ(networktext::folderMeaning(recipe, FolderSharing::VirtioFs), QString());
}
