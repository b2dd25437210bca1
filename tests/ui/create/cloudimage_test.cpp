// SPDX-License-Identifier: GPL-3.0-or-later
// The way of a cloud image through the New machine window.
#include "tests/ui/support/world.h"
#include "ui/create/account/accountanswers.h"
#include "ui/create/createwizard.h"
#include "ui/create/findinglines.h"
#include "ui/create/fold.h"
#include "ui/create/sourcecard.h"
#include "ui/create/sources/cloudimagedialog.h"
#include "ui/create/wizardcontext.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTemporaryDir>

namespace {

const QString key = QStringLiteral("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIN/Q8/hYBhVwXUIOElmOxF4qu+/hwWCOolKquM1NNrc3 me@desk");

class CloudImageTest : public testing::Test {
protected:
    void SetUp() override
    {
        oldHome = qgetenv("HOME");
        qputenv("HOME", QFile::encodeName(home.path()));
        ASSERT_TRUE(QDir(home.path()).mkdir(QStringLiteral(".ssh")));
        write(home.filePath(QStringLiteral(".ssh/id_ed25519.pub")), key.toLatin1());
        image = home.filePath(QStringLiteral("debian-12-generic.raw"));
        write(image, QByteArray(1 << 20, 'x'));
        host = &world.connect(QStringLiteral("test:///default"));
        wizard = new CreateWizard(*world.inventory, host);
        wizard->show();
        ASSERT_TRUE(spinUntil([&] { return context().survey() != nullptr; }));
    }
    void TearDown() override
    {
        delete wizard;
        qputenv("HOME", oldHome);
    }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    WizardContext &context() const { return *wizard->findChild<WizardContext *>(); }
    template<class Widget>
    Widget &the(const char *name) const
    {
        auto *widget = named<Widget>(*wizard, name);
        if (!widget)
            throw std::runtime_error(std::string("no widget is called ") + name);
        return *widget;
    }
    void type(const char *field, const QString &text)
    {
        auto &edit = the<QLineEdit>(field);
        edit.setText(text);
        Q_EMIT edit.textEdited(text);
    }
    void chooseImage()
    {
        the<SourceCard>("Cloud image").click();
        type("Cloud image", image);
        ASSERT_TRUE(spinUntil([&] { return context().disk().has_value() && !context().answers().foundKeys().empty(); }));
    }
    bool canCreate() const { return the<QPushButton>("Create now").isEnabled(); }
    bool saysSomewhere(const QString &part) const
    {
        for (const auto *lines : wizard->findChildren<FindingLines *>()) {
            if (!lines->isHidden() && lines->text().contains(part))
                return true;
        }
        return false;
    }
    static bool saysIn(const QWidget &window, const QString &part)
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&part](const QLabel *label) { return label->text().contains(part); });
    }
    int page() const { return wizard->findChild<QStackedWidget *>()->currentIndex(); }

    QTemporaryDir home;
    QByteArray oldHome;
    QString image;
    World world;
    Host *host = nullptr;
    QPointer<CreateWizard> wizard;
};

} // namespace

TEST_F(CloudImageTest, AsksForAnAccountOnlyWhereOneIsMade)
{
    the<SourceCard>("No medium").click();
    the<QPushButton>("Next").click();
    EXPECT_EQ(page(), 2);
    the<QPushButton>("Back").click();
    chooseImage();
    the<QPushButton>("Next").click();
    EXPECT_EQ(page(), 1);
}

TEST_F(CloudImageTest, IsSufficientWithANameAndThePersonsOwnKey)
{
    chooseImage();
    type("User", QStringLiteral("anna"));
    EXPECT_TRUE(canCreate());
    EXPECT_EQ(context().recipe().account.keys.size(), 1U);
    the<QCheckBox>("Your key me@desk (ED25519)").click();
    EXPECT_TRUE(context().recipe().account.keys.empty());
    EXPECT_FALSE(canCreate());
    EXPECT_TRUE(saysSomewhere(QStringLiteral("nobody could log in")));
    type("Password", QStringLiteral("fluss-abend-7"));
    EXPECT_TRUE(canCreate());
}

TEST_F(CloudImageTest, TakesKeysThatArePastedAndNoOthers)
{
    chooseImage();
    type("User", QStringLiteral("anna"));
    auto &keys = the<QPlainTextEdit>("Further ssh keys");
    keys.setPlainText(QStringLiteral("# another\nssh-rsa AAAA me\n"));
    EXPECT_FALSE(canCreate());
    EXPECT_TRUE(saysSomewhere(QStringLiteral("Line 2 of the keys")));
    keys.setPlainText(key); // the same as the one that was found
    EXPECT_TRUE(canCreate());
    EXPECT_EQ(context().recipe().account.keys.size(), 1U);
}

TEST_F(CloudImageTest, HidesThePasswordUntilItIsAskedToShowIt)
{
    chooseImage();
    auto &password = the<QLineEdit>("Password");
    EXPECT_EQ(password.echoMode(), QLineEdit::Password);
    the<QCheckBox>("Show").click();
    EXPECT_EQ(password.echoMode(), QLineEdit::Normal);
}

TEST_F(CloudImageTest, LetsAWeakPasswordInOverSshNever)
{
    chooseImage();
    type("User", QStringLiteral("anna"));
    EXPECT_FALSE(the<QCheckBox>("Let it in over ssh as well").isEnabled());
    type("Password", QStringLiteral("geheim"));
    EXPECT_TRUE(canCreate());
    the<QCheckBox>("Let it in over ssh as well").click();
    EXPECT_FALSE(canCreate());
    type("Password", QStringLiteral("fluss-abend-7"));
    EXPECT_TRUE(canCreate());
    EXPECT_TRUE(context().recipe().account.passwordOverSsh);
}

TEST_F(CloudImageTest, ReadsUserDataBeforeItCreatesAndOpensWhatIsFolded)
{
    chooseImage();
    type("User", QStringLiteral("anna"));
    auto &data = the<QPlainTextEdit>("User-data");
    data.setPlainText(QStringLiteral("#cloud-config\npackages: [vim\n"));
    EXPECT_FALSE(canCreate()) << "it has not been read yet";
    ASSERT_TRUE(spinUntil([&] { return !context().answers().isChecking(); }));
    EXPECT_FALSE(canCreate());
    EXPECT_TRUE(saysSomewhere(QStringLiteral("not YAML, from line 3 on")));
    EXPECT_TRUE(wizard->findChild<Fold *>()->isOpen());
    EXPECT_EQ(data.extraSelections().size(), 1);
    data.setPlainText(QStringLiteral("#cloud-config\npackages: [vim]\n"));
    ASSERT_TRUE(spinUntil([&] { return !context().answers().isChecking(); }));
    EXPECT_TRUE(canCreate());
    EXPECT_TRUE(data.extraSelections().isEmpty());
}

TEST_F(CloudImageTest, TakesAFixedAddressOnlyWhenChosen)
{
    chooseImage();
    type("User", QStringLiteral("anna"));
    EXPECT_FALSE(the<QLineEdit>("Fixed address").isEnabled());
    the<QRadioButton>("Fixed").click();
    EXPECT_FALSE(canCreate());
    type("Fixed address", QStringLiteral("10.0.0.5/24"));
    type("Name servers", QStringLiteral("9.9.9.9, 1.1.1.1"));
    EXPECT_TRUE(canCreate());
    ASSERT_TRUE(context().recipe().cloud.address);
    EXPECT_EQ(context().recipe().cloud.address->nameServers.size(), 2);
    the<QRadioButton>("Automatic (DHCP)").click();
    EXPECT_FALSE(context().recipe().cloud.address);
}

TEST_F(CloudImageTest, KeepsADiskAtLeastAsLargeAsTheImage)
{
    chooseImage();
    EXPECT_GT(context().recipe().diskSize, Bytes::gib(1));
    context().setDiskSize(Bytes(1000));
    EXPECT_TRUE(saysSomewhere(QStringLiteral("as large as the image")));
}

TEST_F(CloudImageTest, SaysThatTheImageMustStayUnderAnOverlay)
{
    chooseImage();
    EXPECT_FALSE(saysSomewhere(QStringLiteral("must stay where it is")));
    the<QRadioButton>("Keep only the changes").click();
    EXPECT_TRUE(saysSomewhere(QStringLiteral("must stay where it is")));
    EXPECT_EQ(context().recipe().cloud.base, CloudSetup::Base::Overlay);
}

TEST_F(CloudImageTest, TakesAnImageOfTheCatalogueInsteadOfAFile)
{
    the<SourceCard>("Cloud image").click();
    context().setMediaPath(image);
    the<QPushButton>("Download one…").click();
    auto *dialog = wizard->findChild<CloudImageDialog *>();
    ASSERT_TRUE(dialog);
    auto *choose = named<QPushButton>(*dialog, "Choose");
    EXPECT_FALSE(choose->isEnabled());
    // There are none for the processors of this host, of 32 bits as they are.
    ASSERT_TRUE(spinUntil([&] { return saysIn(*dialog, QStringLiteral("processors of this host")) || saysIn(*dialog, QStringLiteral("could not be read")); }));
    OsImage chosen;
    chosen.kind = OsImage::Kind::Cloud;
    chosen.url = QUrl(QStringLiteral("http://127.0.0.1:1/debian-12-generic.qcow2"));
    Q_EMIT dialog->chosen(chosen);
    ASSERT_TRUE(context().recipe().download);
    EXPECT_EQ(context().recipe().download->kind, OsImage::Kind::Cloud);
    EXPECT_TRUE(context().recipe().mediaPath.isEmpty());
    type("User", QStringLiteral("anna"));
    EXPECT_TRUE(spinUntil([&] { return canCreate(); })) << "the person's own key is the way in";
    context().setMediaPath(image);
    EXPECT_FALSE(context().recipe().download) << "a file that is named is meant";
}
