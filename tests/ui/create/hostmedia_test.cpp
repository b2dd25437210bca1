// SPDX-License-Identifier: GPL-3.0-or-later
// What lies on a host, and containers, in the New machine window.
#include "tests/ui/support/world.h"
#include "ui/create/createwizard.h"
#include "ui/create/sourcecard.h"
#include "ui/create/sources/hostmediadialog.h"
#include "ui/create/wizardcontext.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>

namespace {

/// A host of libvirt's test driver whose pool holds a disc and a disk.
constexpr auto pool = R"(
  <pool type='dir'><name>images</name><target><path>/images</path></target>
    <volume><name>setup.iso</name><capacity>1048576</capacity><target><format type='iso'/></target></volume>
    <volume><name>system.qcow2</name><capacity>10485760</capacity><target><format type='qcow2'/></target></volume>
  </pool>
)";

class HostMediaTest : public testing::Test {
protected:
    void SetUp() override
    {
        wizard = new CreateWizard(*world.inventory, &world.connectNode(pool));
        wizard->show();
        ASSERT_TRUE(spinUntil([&] { return context().survey() != nullptr; }));
    }
    void TearDown() override { delete wizard; }

    WizardContext &context() const { return *wizard->findChild<WizardContext *>(); }
    template<class Widget>
    Widget &the(const char *name, QWidget &within) const
    {
        auto *widget = named<Widget>(within, name);
        if (!widget)
            throw std::runtime_error(std::string("no widget is called ") + name);
        return *widget;
    }
    QPushButton &fromHost() const
    {
        for (auto *button : wizard->findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"From the host…" && button->isVisible())
                return *button;
        }
        throw std::runtime_error("the host cannot be asked");
    }
    /// The texts that are offered, once they are there.
    QStringList offered(HostMediaDialog &dialog)
    {
        const auto &model = *the<QListView>("Volumes and drives", dialog).model();
        spinUntil([&] { return model.rowCount() > 0; });
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts += model.index(row, 0).data().toString();
        return texts;
    }
    HostMediaDialog &ask()
    {
        fromHost().click();
        auto *dialog = wizard->findChild<HostMediaDialog *>();
        if (!dialog)
            throw std::runtime_error("no dialog was opened");
        return *dialog;
    }

    QTemporaryDir folder;
    World world;
    QPointer<CreateWizard> wizard;
};

} // namespace

TEST_F(HostMediaTest, OfferDiscsToAnInstaller)
{
    auto &dialog = ask();
    const auto texts = offered(dialog);
    ASSERT_EQ(texts.size(), 1);
    EXPECT_TRUE(texts.first().startsWith(QStringLiteral("setup.iso"))) << texts.first().toStdString();
    the<QPushButton>("Choose", dialog).click();
    ASSERT_TRUE(context().recipe().hostMedium);
    EXPECT_EQ(context().recipe().mediaPath, QStringLiteral("/images/setup.iso"));
    EXPECT_TRUE(spinUntil([&] { return context().isSufficient(); })) << "nothing of it can be read here, and nothing has to be";
    context().setMediaPath(QStringLiteral("/elsewhere.iso"));
    EXPECT_FALSE(context().recipe().hostMedium);
}

TEST_F(HostMediaTest, OfferDisksToAMachineThatHasItsSystem)
{
    the<SourceCard>("Existing disk", *wizard).click();
    auto &dialog = ask();
    const auto texts = offered(dialog);
    ASSERT_EQ(texts.size(), 1);
    EXPECT_TRUE(texts.first().startsWith(QStringLiteral("system.qcow2")));
    the<QLineEdit>("Search", dialog).setText(QStringLiteral("nothing like it"));
    EXPECT_FALSE(the<QPushButton>("Choose", dialog).isEnabled());
    the<QLineEdit>("Search", dialog).setText(QStringLiteral("SYSTEM"));
    the<QPushButton>("Choose", dialog).click();
    ASSERT_TRUE(spinUntil([&] { return context().disk().has_value(); }));
    EXPECT_EQ(context().disk()->format, QStringLiteral("qcow2"));
    EXPECT_EQ(context().recipe().diskUse, DiskUse::InPlace);
    EXPECT_TRUE(spinUntil([&] { return context().isSufficient(); }));
}

TEST_F(HostMediaTest, OfferContainersOnlyWhereTheHostRunsThem)
{
    auto &card = the<SourceCard>("Container", *wizard);
    EXPECT_FALSE(card.isEnabled());
    EXPECT_TRUE(card.toolTip().contains(QStringLiteral("no containers")));
    context().setSource(MediaSource::Container);
    EXPECT_TRUE(card.isEnabled());
    context().setContainer({ContainerSetup::Kind::System, {}, folder.path()});
    EXPECT_FALSE(context().isSufficient());
    auto &root = the<QLineEdit>("Root folder", *wizard);
    EXPECT_EQ(root.text(), folder.path());
    EXPECT_EQ(the<QLineEdit>("Program", *wizard).placeholderText(), QStringLiteral("/sbin/init"));
    the<QRadioButton>("Single program", *wizard).click();
    EXPECT_EQ(context().recipe().container.kind, ContainerSetup::Kind::Application);
    EXPECT_EQ(the<QLineEdit>("Program", *wizard).placeholderText(), QStringLiteral("/bin/sh"));
}
