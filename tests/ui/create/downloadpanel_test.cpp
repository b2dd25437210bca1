// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue in the wizard's first step, on a host of 32 bits as libvirt's test driver has it.
#include "core/provisioning/ownimages.h"
#include "tests/support/httpserver.h"
#include "tests/ui/support/world.h"
#include "ui/create/account/accountanswers.h"
#include "ui/create/createwizard.h"
#include "ui/create/sources/imagelist.h"
#include "ui/create/wizardcontext.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

namespace {

class DownloadPanelTest : public testing::Test {
protected:
    void SetUp() override
    {
        qputenv("VIVARIUM_OS_ENTRIES", VIVARIUM_OS_FOLDER);
        qputenv("XDG_CACHE_HOME", m_cache.path().toUtf8());
        m_world = std::make_unique<World>();
        server.file("/own/office.iso").body = QByteArray(123456, 'x');
        m_world->settings.set(keys::downloadOwnImages,
                              ownimages::toJson({*ownimages::fromText(QStringLiteral("Office"), server.url(QStringLiteral("/own/office.iso")).toString(), {})}));
        auto &host = m_world->connect(QStringLiteral("test:///default"));
        wizard = std::make_unique<CreateWizard>(*m_world->inventory, &host);
        wizard->show();
        context = wizard->findChild<WizardContext *>();
        ASSERT_TRUE(spinUntil([&] { return context->survey() != nullptr; }));
        context->setSource(MediaSource::Download);
        list = named<QListView>(*wizard, "Systems to download");
        ASSERT_TRUE(list);
        if (!m_world->inventory->osDatabase().systems().result())
            GTEST_SKIP() << "needs the OS database (osinfo-db)";
        ASSERT_TRUE(spinUntil([&] { return list->model()->rowCount() > 3; }));
    }
    void TearDown() override
    {
        wizard.reset();
        m_world.reset();
        qunsetenv("VIVARIUM_OS_ENTRIES");
        qunsetenv("XDG_CACHE_HOME");
    }

    QStringList rows() const
    {
        QStringList texts;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            texts += list->model()->index(row, 0).data().toString();
        return texts;
    }
    void choose(const QString &part)
    {
        const auto texts = rows();
        for (int row = 0; row < texts.size(); ++row) {
            if (texts[row].contains(part)) {
                list->setCurrentIndex(list->model()->index(row, 0));
                return;
            }
        }
        FAIL() << part.toStdString();
    }
    bool canCreate() const { return named<QPushButton>(*wizard, "Create now")->isEnabled(); }
    QTemporaryDir m_cache;
    HttpServer server;
    std::unique_ptr<World> m_world;
    std::unique_ptr<CreateWizard> wizard;
    WizardContext *context = nullptr;
    QListView *list = nullptr;
};

} // namespace

TEST_F(DownloadPanelTest, WaitsForAChoiceBeforeItCreates)
{
    EXPECT_FALSE(canCreate());
    choose(QStringLiteral("debian-12"));
    ASSERT_TRUE(context->recipe().download);
    EXPECT_EQ(context->recipe().download->os.shortId, QStringLiteral("debian12"));
    EXPECT_TRUE(spinUntil([&] { return context->recipe().os.known && canCreate(); }));
    EXPECT_TRUE(context->recipe().name.startsWith(u"debian-12")) << context->recipe().name.toStdString();
}

TEST_F(DownloadPanelTest, InstallsWithoutQuestionsWhatWillBeFetched)
{
    auto *box = named<QCheckBox>(*wizard, "Install without questions");
    ASSERT_TRUE(box);
    EXPECT_FALSE(box->isEnabled());
    choose(QStringLiteral("debian-12"));
    ASSERT_TRUE(spinUntil([&] { return context->recipe().os.known && box->isEnabled(); }));
    box->click();
    EXPECT_TRUE(context->recipe().unattended);
    EXPECT_FALSE(canCreate()) << "who is going to use it?";
    context->answers().edit([](GuestAccount &account) {
        account.user = QStringLiteral("anna");
        account.password = QStringLiteral("fluss-abend-7");
    });
    EXPECT_TRUE(canCreate());
    context->setSource(MediaSource::NoMedium);
    EXPECT_FALSE(context->recipe().unattended);
}

TEST_F(DownloadPanelTest, FindsEveryWordInAnyOrder)
{
    named<QLineEdit>(*wizard, "Search")->setText(QStringLiteral("NETINST debian"));
    ASSERT_GT(rows().size(), 0);
    for (const auto &row : rows())
        EXPECT_TRUE(row.contains(u"debian", Qt::CaseInsensitive)) << row.toStdString();
    named<QLineEdit>(*wizard, "Search")->setText(QStringLiteral("nothing like this"));
    EXPECT_EQ(rows().size(), 0);
}

TEST_F(DownloadPanelTest, ShowsUnsupportedSystemsOnRequestAlone)
{
    const auto unsupported = [this] {
        const auto texts = rows();
        return std::count_if(texts.begin(), texts.end(), [](const QString &text) { return text.contains(u"No longer supported"); });
    };
    EXPECT_EQ(unsupported(), 0);
    named<QCheckBox>(*wizard, "Unsupported ones too")->setChecked(true);
    EXPECT_GT(unsupported(), 0);
}

TEST_F(DownloadPanelTest, OffersWhatThePersonAddedAndTellsItsSize)
{
    EXPECT_TRUE(rows().first().startsWith(u"Office")) << "before all others";
    choose(QStringLiteral("Office"));
    EXPECT_TRUE(spinUntil([&] { return context->mediaSize() == Bytes(123456); }));
    EXPECT_TRUE(canCreate()) << "a system that is not known is no reason to wait";
    auto *remove = named<QPushButton>(*wizard, "Remove");
    ASSERT_TRUE(remove && remove->isVisible());
    remove->click();
    for (const auto &row : rows())
        EXPECT_FALSE(row.startsWith(u"Office"));
}

TEST_F(DownloadPanelTest, ForgetsTheChoiceWithTheSource)
{
    choose(QStringLiteral("debian-12"));
    context->setSource(MediaSource::InstallerImage);
    EXPECT_FALSE(context->recipe().download);
    context->setSource(MediaSource::Download);
    EXPECT_FALSE(canCreate());
    EXPECT_FALSE(list->selectionModel()->hasSelection());
}
