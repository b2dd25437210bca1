// SPDX-License-Identifier: GPL-3.0-or-later
// "Install without questions" in the New machine window: where it is offered, why not elsewhere, and what is asked for then.
#include "ui/create/unattendedswitch.h"

#include "tests/ui/support/world.h"
#include "ui/create/createwizard.h"
#include "ui/create/wizardcontext.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>

namespace {

class UnattendedTest : public testing::Test {
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("xorriso")).isEmpty())
            GTEST_SKIP() << "needs xorriso";
        qputenv("VIVARIUM_OS_ENTRIES", VIVARIUM_OS_FOLDER);
        m_world = std::make_unique<World>();
        if (!m_world->inventory->osDatabase().systems().result())
            GTEST_SKIP() << "needs the OS database (osinfo-db)";
        wizard = std::make_unique<CreateWizard>(*m_world->inventory, &m_world->connect(QStringLiteral("test:///default")));
        wizard->show();
        context = wizard->findChild<WizardContext *>();
        ASSERT_TRUE(spinUntil([&] { return context->survey() != nullptr; }));
    }
    void TearDown() override
    {
        wizard.reset();
        m_world.reset();
        qunsetenv("VIVARIUM_OS_ENTRIES");
    }

    /// Chooses a disc of that label with these files on it.
    void choose(const QString &label, const QStringList &files)
    {
        const auto tree = m_folder.filePath(label);
        for (const auto &name : files) {
            const QFileInfo info(tree + u'/' + name);
            QDir().mkpath(info.path());
            QFile(info.filePath()).open(QIODevice::WriteOnly);
        }
        const auto disc = tree + QStringLiteral(".iso");
        QProcess maker;
        maker.start(QStringLiteral("xorriso"), {QStringLiteral("-as"), QStringLiteral("mkisofs"), QStringLiteral("-quiet"), QStringLiteral("-r"), QStringLiteral("-V"), label,
                                                QStringLiteral("-o"), disc, tree});
        ASSERT_TRUE(maker.waitForFinished() && maker.exitCode() == 0);
        context->setMediaPath(disc);
        ASSERT_TRUE(spinUntil([&] { return context->recognition() == WizardContext::Recognition::Recognised && context->recipe().os.known; }));
    }
    QCheckBox &box() const { return *named<QCheckBox>(*wizard, "Install without questions"); }
    bool says(const QString &part) const
    {
        const auto labels = wizard->findChild<UnattendedSwitch *>()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) { return label->text().contains(part); });
    }
    bool hasFinding(RecipeFinding::Kind kind) const
    {
        const auto &all = context->findings();
        return std::any_of(all.begin(), all.end(), [kind](const RecipeFinding &finding) { return finding.kind == kind; });
    }

    QTemporaryDir m_folder;
    std::unique_ptr<World> m_world;
    std::unique_ptr<CreateWizard> wizard;
    WizardContext *context = nullptr;
};

const QStringList debian{QStringLiteral("install.amd/vmlinuz"), QStringLiteral("install.amd/initrd.gz")};

} // namespace

TEST_F(UnattendedTest, IsShownFromTheStartAndSaysWhatIsMissing)
{
    EXPECT_TRUE(box().isVisibleTo(wizard.get()));
    EXPECT_FALSE(box().isEnabled());
    EXPECT_TRUE(says(QStringLiteral("Choose an image first")));
}

TEST_F(UnattendedTest, AsksForAnAccountOnceItIsWanted)
{
    choose(QStringLiteral("Debian 12.14.0 amd64 n"), debian);
    ASSERT_TRUE(box().isEnabled());
    EXPECT_FALSE(wantsAccount(context->recipe()));
    box().click();
    EXPECT_TRUE(context->recipe().unattended);
    EXPECT_TRUE(wantsAccount(context->recipe()));
    EXPECT_TRUE(hasFinding(RecipeFinding::Kind::NoWayIn));
    EXPECT_FALSE(named<QPushButton>(*wizard, "Create now")->isEnabled());
    auto *packages = named<QLineEdit>(*wizard, "Packages");
    ASSERT_TRUE(packages);
    box().click();
    EXPECT_FALSE(wantsAccount(context->recipe()));
}

TEST_F(UnattendedTest, IsRefusedForALiveDiscOfTheSameSystem)
{
    choose(QStringLiteral("Debian 12.14.0 amd64 n"), {QStringLiteral("live/vmlinuz"), QStringLiteral("live/filesystem.squashfs")});
    EXPECT_FALSE(box().isEnabled());
    EXPECT_TRUE(says(QStringLiteral("no installer of Debian 12")));
}

TEST_F(UnattendedTest, IsRefusedForASystemThatNobodyKnowsHowToTell)
{
    choose(QStringLiteral("Debian 12.14.0 amd64 n"), debian);
    const auto systems = m_world->inventory->osDatabase().systems().result();
    const auto found = std::find_if(systems->begin(), systems->end(), [](const OsEntry &entry) { return entry.shortId == u"freebsd14.3"; });
    ASSERT_NE(found, systems->end());
    context->chooseSystem(*found);
    ASSERT_TRUE(spinUntil([&] { return context->recipe().os.known && context->recipe().os.os.shortId == u"freebsd14.3"; }));
    EXPECT_FALSE(box().isEnabled());
    EXPECT_TRUE(says(QStringLiteral("How to tell the installer of FreeBSD 14.3")));
}

TEST_F(UnattendedTest, IsForgottenWithTheDiscThatItWasMeantFor)
{
    choose(QStringLiteral("Debian 12.14.0 amd64 n"), debian);
    box().click();
    ASSERT_TRUE(context->recipe().unattended);
    context->setSource(MediaSource::NoMedium);
    EXPECT_FALSE(context->recipe().unattended);
    EXPECT_FALSE(box().isVisibleTo(wizard.get()));
}
