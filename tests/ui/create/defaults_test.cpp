// SPDX-License-Identifier: GPL-3.0-or-later
// Defaults of new machines, from the preferences into the New machine window.
#include "tests/ui/support/world.h"
#include "core/provisioning/machinedefaults.h"
#include "core/settings/settings.h"
#include "ui/create/createwizard.h"
#include "ui/create/findinglines.h"
#include "ui/create/sourcecard.h"
#include "ui/create/wizardcontext.h"
#include "ui/preferences/preferencesdialog.h"

#include <QComboBox>

#include <algorithm>

namespace {

class DefaultsTest : public testing::Test {
protected:
    void SetUp() override { host = &world.connect(QStringLiteral("test:///default")); }
    Settings &settings() { return world.inventory->settings(); }
    static void choose(QComboBox &box, const QString &text)
    {
        const int row = box.findText(text);
        ASSERT_GE(row, 0) << qPrintable(text) << " is not offered";
        box.setCurrentIndex(row);
        Q_EMIT box.activated(row);
    }

    World world;
    Host *host = nullptr;
};

bool says(CreateWizard &wizard, const QString &part)
{
    const auto all = wizard.findChildren<FindingLines *>();
    return std::any_of(all.begin(), all.end(), [&part](const FindingLines *lines) { return !lines->isHidden() && lines->text().contains(part); });
}

} // namespace

TEST_F(DefaultsTest, AreOfferedFromConnectedHostsAndKept)
{
    PreferencesDialog dialog(settings());
    dialog.addNewMachines(*world.inventory);
    auto &pool = *named<QComboBox>(dialog, "Storage pool");
    EXPECT_EQ(pool.currentText(), QStringLiteral("Automatic"));
    ASSERT_TRUE(spinUntil([&] { return pool.findText(QStringLiteral("default-pool")) > 0; }));
    choose(pool, QStringLiteral("default-pool"));
    choose(*named<QComboBox>(dialog, "Display"), QStringLiteral("SPICE"));
    choose(*named<QComboBox>(dialog, "Firmware"), QStringLiteral("UEFI"));
    choose(*named<QComboBox>(dialog, "Acceleration"), QStringLiteral("Software emulation"));
    choose(*named<QComboBox>(dialog, "Network"), QStringLiteral("NAT (default)"));
    const auto kept = machineDefaults(settings());
    EXPECT_EQ(kept, (MachineDefaults{QStringLiteral("default-pool"), QStringLiteral("network:default"), MachineDefaults::Display::Spice,
                                     MachineDefaults::Firmware::Uefi, MachineDefaults::DiskFormat::Automatic, Acceleration::Emulation}));
    choose(*named<QComboBox>(dialog, "Display"), QStringLiteral("Automatic"));
    EXPECT_EQ(machineDefaults(settings()).display, MachineDefaults::Display::Automatic);
}

TEST_F(DefaultsTest, ShowWhatIsKeptThoughNoHostHasIt)
{
    settings().set(keys::newMachinePool, QStringLiteral("elsewhere"));
    settings().set(keys::newMachineNetwork, QStringLiteral("bridge:br9"));
    PreferencesDialog dialog(settings());
    dialog.addNewMachines(*world.inventory);
    EXPECT_EQ(named<QComboBox>(dialog, "Storage pool")->currentText(), QStringLiteral("elsewhere"));
    EXPECT_EQ(named<QComboBox>(dialog, "Network")->currentText(), QStringLiteral("br9"));
}

TEST_F(DefaultsTest, AreInTheWizardWithANoteWhereTheHostLacksThem)
{
    settings().set(keys::newMachinePool, QStringLiteral("elsewhere"));
    settings().set(keys::newMachineNetwork, QStringLiteral("network:default"));
    QPointer<CreateWizard> wizard = new CreateWizard(*world.inventory, host);
    wizard->show();
    auto &context = *wizard->findChild<WizardContext *>();
    ASSERT_TRUE(spinUntil([&] { return context.survey() != nullptr; }));
    named<SourceCard>(*wizard, "No medium")->click();
    EXPECT_EQ(context.recipe().pool, QStringLiteral("default-pool"));
    EXPECT_TRUE(says(*wizard, QStringLiteral("Your default pool “elsewhere”")));
    EXPECT_FALSE(says(*wizard, QStringLiteral("Your default network")));
    EXPECT_TRUE(context.isSufficient()) << "a default bars nothing";
    delete wizard;
}
