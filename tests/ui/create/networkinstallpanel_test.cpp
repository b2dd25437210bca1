// SPDX-License-Identifier: GPL-3.0-or-later
// "Network install" in the wizard's first step, on a host of 32 bits as libvirt's test driver has it.
#include "tests/support/httpserver.h"
#include "tests/ui/support/world.h"
#include "ui/create/createwizard.h"
#include "ui/create/networkchoices.h"
#include "ui/create/wizardcontext.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace {

class NetworkInstallPanelTest : public testing::Test {
protected:
    void SetUp() override
    {
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8());
        qputenv("VIVARIUM_OS_ENTRIES", VIVARIUM_OS_FOLDER);
        m_world = std::make_unique<World>();
        wizard = std::make_unique<CreateWizard>(*m_world->inventory, &m_world->connect(QStringLiteral("test:///default")));
        wizard->show();
        context = wizard->findChild<WizardContext *>();
        ASSERT_TRUE(spinUntil([&] { return context->survey() != nullptr; }));
        context->setSource(MediaSource::NetworkInstall);
    }
    void TearDown() override
    {
        wizard.reset();
        m_world.reset();
        qunsetenv("VIVARIUM_OS_ENTRIES");
        qunsetenv("XDG_CACHE_HOME");
    }

    void write(const char *field, const QString &text) { named<QLineEdit>(*wizard, field)->setText(text); }
    void choose(const char *way) { named<QRadioButton>(*wizard, way)->click(); }
    bool canCreate() const { return named<QPushButton>(*wizard, "Create now")->isEnabled(); }
    bool isShown(const char *field) const { return named<QLineEdit>(*wizard, field)->isVisibleTo(wizard.get()); }
    bool says(const QString &part) const
    {
        const auto labels = wizard->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) { return label->isVisibleTo(wizard.get()) && label->text().contains(part); });
    }
    bool hasFinding(RecipeFinding::Kind kind) const
    {
        const auto &all = context->findings();
        return std::any_of(all.begin(), all.end(), [kind](const RecipeFinding &finding) { return finding.kind == kind; });
    }
    void serveDebian()
    {
        const QByteArray sum(64, 'a');
        const QByteArray place = "/debian/dists/stable/main/installer-i386/current/images/SHA256SUMS";
        server.file(place).body = sum + "  ./netboot/debian-installer/i386/linux\n" + sum + "  ./netboot/debian-installer/i386/initrd.gz\n";
        server.file("/debian/dists/stable/Release").body = "Origin: Debian\nVersion: 11.5\nCodename: bullseye\n";
    }

    QTemporaryDir m_folder;
    HttpServer server;
    std::unique_ptr<World> m_world;
    std::unique_ptr<CreateWizard> wizard;
    WizardContext *context = nullptr;
};

} // namespace

TEST_F(NetworkInstallPanelTest, WaitsForAnAddressAndRecognisesTheTree)
{
    EXPECT_FALSE(canCreate());
    EXPECT_TRUE(hasFinding(RecipeFinding::Kind::TreeMissing));
    serveDebian();
    write("Address", server.url(QStringLiteral("/debian/")).toString());
    EXPECT_FALSE(canCreate()) << "it is being looked at";
    ASSERT_TRUE(spinUntil([&] { return context->networkInstall().install().tree.has_value(); }));
    EXPECT_TRUE(canCreate());
    EXPECT_TRUE(says(QStringLiteral("Recognised from ") + server.url(QStringLiteral("/debian/")).toString()));
    EXPECT_EQ(context->recipe().os.os.name, QStringLiteral("Debian 11"));
    ASSERT_TRUE(spinUntil([&] { return context->recipe().name == u"debian-11"; }));
    write("Address", {});
    EXPECT_FALSE(canCreate());
    EXPECT_EQ(context->recipe().os.os.name, QString()) << "it was the other tree's";
}

TEST_F(NetworkInstallPanelTest, SaysWhatIsWrongWithAnAddress)
{
    write("Address", QStringLiteral("ftp://a.example/"));
    EXPECT_TRUE(hasFinding(RecipeFinding::Kind::TreeAddressInvalid));
    write("Address", server.url(QStringLiteral("/nothing/")).toString());
    EXPECT_FALSE(hasFinding(RecipeFinding::Kind::TreeAddressInvalid));
    ASSERT_TRUE(spinUntil([&] { return hasFinding(RecipeFinding::Kind::TreeUnknown); }));
    EXPECT_TRUE(says(QStringLiteral("Nothing at this address is known")));
    EXPECT_FALSE(canCreate());
}

TEST_F(NetworkInstallPanelTest, KeepsTheSystemThatThePersonChose)
{
    serveDebian();
    write("Address", server.url(QStringLiteral("/debian/")).toString());
    ASSERT_TRUE(spinUntil([&] { return context->networkInstall().install().tree.has_value(); }));
    OsEntry own;
    own.id = QStringLiteral("http://fedoraproject.org/fedora/33");
    own.name = QStringLiteral("Fedora 33");
    context->chooseSystem(own);
    EXPECT_TRUE(says(QStringLiteral("Chosen by you")));
    write("Arguments", QStringLiteral("quiet"));
    EXPECT_EQ(context->recipe().os.os.name, QStringLiteral("Fedora 33"));
    EXPECT_EQ(context->recipe().fromNetwork.arguments, QStringLiteral("quiet"));
}

TEST_F(NetworkInstallPanelTest, TakesAKernelOfOnesOwn)
{
    EXPECT_FALSE(isShown("Kernel"));
    choose("Kernel and initrd");
    EXPECT_FALSE(isShown("Address"));
    EXPECT_TRUE(hasFinding(RecipeFinding::Kind::KernelMissing));
    const auto kernel = m_folder.filePath(QStringLiteral("vmlinuz"));
    context->networkInstall().setKernel(kernel);
    ASSERT_TRUE(spinUntil([&] { return hasFinding(RecipeFinding::Kind::KernelUnreadable); }));
    EXPECT_FALSE(canCreate());
    QFile file(kernel);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("kernel");
    file.close();
    context->networkInstall().setKernel({});
    context->networkInstall().setKernel(kernel);
    EXPECT_EQ(named<QLineEdit>(*wizard, "Kernel")->text(), kernel);
    ASSERT_TRUE(spinUntil([&] { return !context->networkInstall().isLooking(); }));
    EXPECT_TRUE(canCreate());
}

TEST_F(NetworkInstallPanelTest, AsksABootServerForNothingButANetwork)
{
    choose("From a boot server (PXE)");
    EXPECT_FALSE(isShown("Arguments"));
    EXPECT_TRUE(canCreate());
    named<QCheckBox>(*wizard, "Ask the boot server at every start")->click();
    EXPECT_TRUE(context->recipe().fromNetwork.networkFirst);
    context->setNetwork(std::nullopt);
    EXPECT_TRUE(hasFinding(RecipeFinding::Kind::BootNeedsNetwork));
    EXPECT_FALSE(canCreate());
}
