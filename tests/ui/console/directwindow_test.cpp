// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/directwindow.h"

#include "core/settings/settings.h"
#include "tests/support/rfbserver.h"
#include "tests/support/spin.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoleview.h"
#include "ui/console/sharingmenu.h"
#include "ui/console/stagecard.h"
#include "ui/console/usbmenu.h"
#include "ui/console/viewmenu.h"
#include "viewer/target/vieweraddress.h"
#include "viewer/target/viewerfile.h"
#include "viewer/widget/consolewidget.h"

#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include <algorithm>

namespace {
using State = ConsoleLink::State;

const QSize screenSize(320, 200);

RfbServer::Script screenOf(Qt::GlobalColor colour)
{
    RfbServer::Script script;
    script.size = screenSize;
    QImage screen(script.size, QImage::Format_RGB32);
    screen.fill(colour);
    script.greeting = RfbServer::update({RfbServer::raw(screen)});
    return script;
}

class DirectWindowTest : public testing::Test {
protected:
    void open(const TargetOrProblem &target)
    {
        if (const auto *problem = std::get_if<TargetProblem>(&target))
            throw std::runtime_error("refused: " + problem->detail.toStdString());
        window = new DirectWindow(std::get<ConsoleTarget>(target), settings);
        window->open();
    }
    void openAddress(const QString &address) { open(vieweraddress::parse(address)); }
    void openAt(int port) { openAddress(QStringLiteral("vnc://127.0.0.1:%1").arg(port)); }
    void openFile(int port, const QByteArray &more)
    {
        open(viewerfile::parse("[virt-viewer]\ntype=vnc\nhost=127.0.0.1\nport=" + QByteArray::number(port) + '\n' + more));
    }
    ConsoleLink &link() const { return *window->findChild<ConsoleLink *>(); }
    bool reaches(State state) const { return spinUntil([&] { return link().state() == state; }); }
    bool shows(Qt::GlobalColor colour) const
    {
        return spinUntil([&] {
            const auto picture = window->findChild<ConsoleWidget *>()->picture();
            return picture.size() == screenSize && picture.pixelColor(319, 199) == QColor(colour);
        });
    }
    QPushButton *action() const { return window->findChild<StageCard *>()->findChild<QPushButton *>(); }
    QLineEdit *field(const QString &name) const
    {
        for (auto *edit : window->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }
    void TearDown() override { delete window; }

    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    QPointer<DirectWindow> window;
};
} // namespace

TEST_F(DirectWindowTest, ShowsThePictureOfAnAddressUnderItsPlace)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openAt(server.port());
    EXPECT_TRUE(shows(Qt::darkBlue));
    EXPECT_EQ(window->windowTitle(), QStringLiteral("127.0.0.1:%1").arg(server.port()));
    EXPECT_TRUE(spinUntil([&] { return !window->findChild<StageCard *>()->isVisible(); }));
    window->findChild<ConsoleWidget *>()->sendKeys({'a'});
    EXPECT_TRUE(spinUntil([&] { return server.heard().keys.size() == 2; }));
}

TEST_F(DirectWindowTest, UsesThePasswordOfAnAddressAndShowsItNowhere)
{
    auto script = screenOf(Qt::darkBlue);
    script.password = "sesame";
    RfbServer server(script);
    openAddress(QStringLiteral("vnc://me:sesame@127.0.0.1:%1").arg(server.port()));
    EXPECT_TRUE(shows(Qt::darkBlue));
    for (const auto *widget : window->findChildren<QWidget *>()) {
        EXPECT_FALSE(widget->accessibleName().contains(u"sesame"));
        EXPECT_FALSE(widget->toolTip().contains(u"sesame"));
    }
    EXPECT_FALSE(window->windowTitle().contains(u"sesame"));
}

TEST_F(DirectWindowTest, AsksForAPasswordThatIsMissingOrWrong)
{
    auto script = screenOf(Qt::darkBlue);
    script.password = "sesame";
    RfbServer server(script);
    openFile(server.port(), "password=wrong\n");
    ASSERT_TRUE(reaches(State::Password));
    auto *password = field(QStringLiteral("Password"));
    ASSERT_TRUE(password);
    EXPECT_TRUE(password->isVisible());
    EXPECT_EQ(password->echoMode(), QLineEdit::Password);
    password->setText(QStringLiteral("sesame"));
    QTest::keyClick(password, Qt::Key_Return);
    EXPECT_TRUE(shows(Qt::darkBlue));
}

TEST_F(DirectWindowTest, FillsTheScreenUnderItsTitleWhereAFileSaysSo)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openFile(server.port(), "title=Machine 7\nfullscreen=1\ntoggle-fullscreen=shift+f11\n");
    EXPECT_EQ(window->windowTitle(), u"Machine 7");
    EXPECT_TRUE(window->isFullScreen());
    ASSERT_TRUE(spinUntil([&] { return window->isActiveWindow(); }));
    QTest::keyClick(window, Qt::Key_F11, Qt::ShiftModifier);
    EXPECT_FALSE(window->isFullScreen());
    QTest::keyClick(window, Qt::Key_F11);
    EXPECT_TRUE(window->isFullScreen());
}

TEST_F(DirectWindowTest, SendsCtrlAltDelByTheKeysThatAFileNames)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openFile(server.port(), "secure-attention=ctrl+alt+end\n");
    ASSERT_TRUE(shows(Qt::darkBlue));
    ASSERT_TRUE(spinUntil([&] { return window->isActiveWindow(); }));
    window->findChild<ConsoleWidget *>()->releaseInput();
    QTest::keyClick(window, Qt::Key_End, Qt::ControlModifier | Qt::AltModifier);
    ASSERT_TRUE(spinUntil([&] { return server.heard().keys.size() >= 6; }));
    EXPECT_EQ(server.heard().keys[2].keysym, 0xffffU);
}

TEST_F(DirectWindowTest, KeepsTheKeysThatAFileNamesWhileTheKeyboardIsTheGuests)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openFile(server.port(), "release-cursor=shift+f12\ntoggle-fullscreen=shift+f11\nsecure-attention=ctrl+alt+end\n"
                            "smartcard-insert=shift+f8\nsmartcard-remove=shift+f9\nenable-smartcard=1\n");
    ASSERT_TRUE(shows(Qt::darkBlue));
    ASSERT_TRUE(spinUntil([&] { return window->isActiveWindow(); }));
    auto *screen = window->findChild<ConsoleWidget *>();
    screen->grabInput();
    QTest::keyClick(screen, Qt::Key_F11, Qt::ShiftModifier);
    EXPECT_TRUE(window->isFullScreen());
    ASSERT_TRUE(spinUntil([&] { return screen->isGrabbed(); }));
    QTest::keyClick(screen, Qt::Key_F11, Qt::ShiftModifier);
    EXPECT_FALSE(window->isFullScreen());
    const auto labels = window->findChildren<QLabel *>();
    EXPECT_TRUE(spinUntil([&] {
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *each) { return each->text() == u"Press Shift+F12 to release keyboard and pointer"; });
    }));
    screen->grabInput();
    QTest::keyClick(screen, Qt::Key_End, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(screen->isGrabbed());
    QTest::keyClick(screen, Qt::Key_F12, Qt::ShiftModifier);
    EXPECT_FALSE(screen->isGrabbed());
    ASSERT_TRUE(spinUntil([&] { return server.heard().keys.size() >= 6; }));
    for (const auto &key : server.heard().keys) {
        EXPECT_NE(key.keysym, 0xffc8U) << "F11";
        EXPECT_NE(key.keysym, 0xffc9U) << "F12";
        EXPECT_NE(key.keysym, 0xff57U) << "End";
    }
    screen->grabInput();
    QTest::keyClick(screen, Qt::Key_F8, Qt::ShiftModifier);
    EXPECT_TRUE(spinUntil([&] {
        const auto keys = server.heard().keys;
        return std::any_of(keys.begin(), keys.end(), [](const auto &key) { return key.keysym == 0xffc5U; });
    })) << "there are no smartcards, and the key is the guest's";
}

TEST_F(DirectWindowTest, TakesModifiersAloneToLetGo)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openFile(server.port(), "release-cursor=shift+alt\n");
    ASSERT_TRUE(shows(Qt::darkBlue));
    EXPECT_EQ(window->findChild<ConsoleWidget *>()->releaseKeys(), Qt::ShiftModifier | Qt::AltModifier);
    EXPECT_TRUE(window->findChild<ConsoleWidget *>()->releaseCombination().isEmpty());
}

TEST_F(DirectWindowTest, ComesBackAfterTheConnectionBroke)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openAt(server.port());
    ASSERT_TRUE(shows(Qt::darkBlue));
    server.hangUp();
    EXPECT_TRUE(spinUntil([&] { return server.heard().connections == 2 && link().state() == State::Live; }));
}

TEST_F(DirectWindowTest, CountsDownWhereNobodyListensAndRetriesOnDemand)
{
    int port = 0;
    {
        const RfbServer gone({});
        port = gone.port();
    }
    openAt(port);
    ASSERT_TRUE(reaches(State::Lost));
    EXPECT_TRUE(action()->isVisible());
    EXPECT_EQ(action()->accessibleName(), u"Retry now");
    action()->click();
    EXPECT_TRUE(reaches(State::Lost));
}

TEST_F(DirectWindowTest, LetsNothingOutWhereItIsForLookingOnly)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openAddress(QStringLiteral("vnc://127.0.0.1:%1?ViewOnly=true").arg(server.port()));
    ASSERT_TRUE(shows(Qt::darkBlue));
    auto *screen = window->findChild<ConsoleWidget *>();
    QTest::mouseClick(screen, Qt::LeftButton);
    QTest::keyClick(screen, Qt::Key_A);
    screen->sendKeys({0xffe3, 0xffe9, 0xffff});
    server.send(RfbServer::update({RfbServer::raw([] {
        QImage image(screenSize, QImage::Format_RGB32);
        image.fill(Qt::darkRed);
        return image;
    }())}));
    EXPECT_TRUE(shows(Qt::darkRed)) << "what was sent before has arrived by now";
    EXPECT_TRUE(server.heard().keys.isEmpty());
    EXPECT_TRUE(server.heard().pointers.isEmpty());
}

TEST_F(DirectWindowTest, SaysWhyNothingCanBeSentWhereItIsForLookingOnly)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openAddress(QStringLiteral("vnc://127.0.0.1:%1?ViewOnly=true").arg(server.port()));
    ASSERT_TRUE(shows(Qt::darkBlue));
    ASSERT_TRUE(reaches(State::Live));
    int refused = 0;
    for (const auto *tool : window->findChildren<QToolButton *>()) {
        const bool sends = tool->accessibleName() == u"Send keys" || tool->accessibleName() == u"Type clipboard";
        EXPECT_EQ(tool->isEnabled(), !sends) << qPrintable(tool->accessibleName());
        if (sends) {
            EXPECT_TRUE(tool->toolTip().contains(u"for viewing only")) << qPrintable(tool->accessibleName());
            ++refused;
        }
    }
    EXPECT_EQ(refused, 4) << "in the toolbar and in the bar of full screen";
    EXPECT_TRUE(window->findChild<UsbMenu *>()->refusal().contains(u"for viewing only"));
    const auto actions = window->findChildren<QAction *>();
    const auto refuses = [&actions](const QString &text) {
        const auto found = std::find_if(actions.begin(), actions.end(), [&text](const QAction *each) { return each->text() == text; });
        return found != actions.end() && !(*found)->isEnabled() && (*found)->toolTip().contains(u"for viewing only");
    };
    Q_EMIT window->findChild<SharingMenu *>()->aboutToShow();
    Q_EMIT window->findChild<ViewMenu *>()->aboutToShow();
    EXPECT_TRUE(refuses(QStringLiteral("Share the clipboard")));
    EXPECT_TRUE(refuses(QStringLiteral("Share a folder…")));
    EXPECT_TRUE(refuses(QStringLiteral("Guest follows the window")));
    window->findChild<ConsoleView *>()->typeClipboard();
    EXPECT_FALSE(window->findChild<QDialog *>());
}

TEST_F(DirectWindowTest, DoesNotTakeOneDisplaysViewOnlyOverToAnother)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openAt(server.port());
    ASSERT_TRUE(shows(Qt::darkBlue));
    Q_EMIT window->findChild<ViewMenu *>()->viewOnlyChosen(true);
    EXPECT_FALSE(window->findChild<ConsoleWidget *>()->isEnabled());
    delete window;
    openAt(server.port());
    EXPECT_TRUE(window->findChild<ConsoleWidget *>()->isEnabled()) << "the next may be anyone's";
}

TEST_F(DirectWindowTest, LetsGoOfTheDisplayWhenClosed)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openAt(server.port());
    ASSERT_TRUE(shows(Qt::darkBlue));
    window->close();
    EXPECT_TRUE(spinUntil([&] { return window.isNull() && server.heard().ended; }));
}

TEST_F(DirectWindowTest, KeepsItsSizeForTheNextOne)
{
    RfbServer server(screenOf(Qt::darkBlue));
    openAt(server.port());
    window->resize(555, 444);
    window->close();
    ASSERT_TRUE(spinUntil([&] { return window.isNull(); }));
    openAt(server.port());
    EXPECT_EQ(window->size(), QSize(555, 444));
}
