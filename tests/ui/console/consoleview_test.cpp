// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoleview.h"

#include "tests/ui/console/fakelink.h"
#include "ui/console/consoledetails.h"
#include "ui/console/consoletasks.h"
#include "ui/console/consoletoolbar.h"
#include "ui/console/fullscreenbar.h"
#include "ui/console/headwindow.h"
#include "ui/console/stagecard.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

#include <algorithm>

namespace {
QImage picture(QSize size, Qt::GlobalColor colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

// Of CN=console.example, O=Lab, by CN=authority.example, O=Lab; DER.
const QByteArray certificate =
    "MIIBTzCB9QIUKVKajWqWwHmPORYXxmiN1ZFbMbMwCgYIKoZIzj0EAwIwKjEMMAoG"
    "A1UECgwDTGFiMRowGAYDVQQDDBFhdXRob3JpdHkuZXhhbXBsZTAgFw0yNjExMjUw"
    "MDE2MDZaGA8yMTI2MTEwMTAwMTYwNlowKDEMMAoGA1UECgwDTGFiMRgwFgYDVQQD"
    "DA9jb25zb2xlLmV4YW1wbGUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATT84NL"
    "hqhREW4X4YDCRhR9aZV9qud8YMixmeyoodWDn7ijZNKawlu/YNACfN3Ak7EkRW0k"
    "NqO0QGcfZ32vRrrRMAoGCCqGSM49BAMCA0kAMEYCIQDdD2f6Yiwg/druc9zJIoH9"
    "wUpxCcwhaUNz9pGLdnxjwAIhAIeI9rb8I3Eq+52lchKvys2/Ftqc2dINAJWP5QPs"
    "zYi7";

class ConsoleViewTest : public testing::Test {
protected:
    StageCard *card() { return console.view.findChild<StageCard *>(); }
    QMenu *menu(const char *tool)
    {
        auto *opened = named<QToolButton>(console.view, tool)->menu();
        Q_EMIT opened->aboutToShow();
        return opened;
    }
    static QAction *entry(const QMenu &menu, const QString &text)
    {
        const auto all = menu.actions();
        const auto found = std::find_if(all.begin(), all.end(), [&text](const QAction *each) { return each->text() == text; });
        return found == all.end() ? nullptr : *found;
    }
    bool says(const QString &text)
    {
        const auto labels = console.view.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    QDialog *dialog() { return console.view.findChild<QDialog *>(); }
    void lightSecondDisplay()
    {
        second.open({});
        console.session->others = {&second};
        Q_EMIT console.session->headsChanged();
    }

    FakeSession second; ///< outlives the windows that show it
    FakeConsole console;
};
} // namespace

TEST_F(ConsoleViewTest, IsNeverBlankBeforeTheFirstPicture)
{
    EXPECT_TRUE(card()->isVisible());
    console.open();
    EXPECT_TRUE(card()->isVisible());
    EXPECT_EQ(card()->accessibleName(), u"Connecting to the console…");
    EXPECT_TRUE(spinUntil([&] { return card()->accessibleName() == u"Waiting for the guest…"; }));
    console.show();
    EXPECT_FALSE(card()->isVisible());
}

TEST_F(ConsoleViewTest, SaysThatTheGuestSwitchedItsScreenOff)
{
    console.open();
    console.show();
    Q_EMIT console.session->displayEnabledChanged(false);
    EXPECT_TRUE(card()->isVisible());
    EXPECT_EQ(card()->accessibleName(), u"The guest has switched its screen off");
    Q_EMIT console.session->displayEnabledChanged(true);
    EXPECT_FALSE(card()->isVisible());
}

TEST_F(ConsoleViewTest, RemembersHowThePictureIsShown)
{
    entry(*menu("View"), QStringLiteral("Whole multiples"))->trigger();
    EXPECT_EQ(console.screen().scaling(), ConsoleWidget::Scaling::Integer);
    auto *percent = entry(*menu("View"), QStringLiteral("Percent"))->menu();
    entry(*percent, QStringLiteral("150 %"))->trigger();
    EXPECT_EQ(console.screen().scaling(), ConsoleWidget::Scaling::Percent);
    EXPECT_EQ(console.screen().percent(), 150);
    entry(*menu("View"), QStringLiteral("Smooth"))->trigger();
    EXPECT_FALSE(console.screen().isSmooth());

    ConsoleView again(console.link, console.world.settings, QStringLiteral("a-machine"));
    EXPECT_EQ(again.screen()->percent(), 150);
    EXPECT_FALSE(again.screen()->isSmooth());
    const ConsoleView other(console.link, console.world.settings, QStringLiteral("another"));
    EXPECT_EQ(other.screen()->scaling(), ConsoleWidget::Scaling::Fit);
}

TEST_F(ConsoleViewTest, RemembersWhatASlowWayIsToGiveUp)
{
    EXPECT_FALSE(entry(*menu("View"), QStringLiteral("Picture quality"))->isVisible()) << "nothing is known of the protocol";
    console.open();
    auto *quality = entry(*menu("View"), QStringLiteral("Picture quality"));
    ASSERT_TRUE(quality->isVisible());
    EXPECT_TRUE(entry(*quality->menu(), QStringLiteral("As fast as the way allows"))->isChecked());
    entry(*quality->menu(), QStringLiteral("Fewest bytes"))->trigger();
    EXPECT_EQ(console.session->quality, PictureQuality::Fast);
    console.link.close();
    console.open();
    EXPECT_EQ(console.session->quality, PictureQuality::Fast) << "also for the next session";
}

TEST_F(ConsoleViewTest, SaysThatADisplayCarriesNoSound)
{
    console.open();
    auto *sound = entry(*menu("Share"), QStringLiteral("Sound"))->menu();
    Q_EMIT sound->aboutToShow();
    EXPECT_FALSE(entry(*sound, QStringLiteral("Play sound"))->isEnabled());
    EXPECT_EQ(entry(*sound, QStringLiteral("Play sound"))->toolTip(), u"This display carries no sound.");
}

TEST_F(ConsoleViewTest, LosesItsWordsBeforeItsTools)
{
    console.view.resize(1600, 480);
    QCoreApplication::processEvents();
    auto *typing = named<QToolButton>(console.view, "Type clipboard");
    EXPECT_EQ(typing->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    console.view.resize(520, 480);
    QCoreApplication::processEvents();
    EXPECT_EQ(typing->toolButtonStyle(), Qt::ToolButtonIconOnly);
    EXPECT_FALSE(typing->toolTip().isEmpty());
}

TEST_F(ConsoleViewTest, LetsTheGuestFollowWhereItIsWanted)
{
    console.open();
    console.session->resizable = true;
    console.show();
    EXPECT_TRUE(spinUntil([&] { return !console.session->sizes.isEmpty(); }));
    entry(*menu("View"), QStringLiteral("Guest follows the window"))->trigger();
    EXPECT_FALSE(console.view.choices().get(choice::guestFollows));
}

TEST_F(ConsoleViewTest, TypesTheClipboardOnTheKeyboardOfTheGuest)
{
    console.open();
    console.show();
    QGuiApplication::clipboard()->setText(QStringLiteral("zß漢"));
    named<QToolButton>(console.view, "Type clipboard")->click();
    auto *layout = named<QComboBox>(*dialog(), "Keyboard of the guest");
    layout->setCurrentIndex(layout->findData(QStringLiteral("us")));
    EXPECT_TRUE(says(QStringLiteral("left out: ß 漢")));
    layout->setCurrentIndex(layout->findData(QStringLiteral("de")));
    EXPECT_TRUE(says(QStringLiteral("left out: 漢")));
    EXPECT_FALSE(says(QStringLiteral("zß"))) << "it may be a password";
    named<QPushButton>(*dialog(), "Type")->click();
    ASSERT_TRUE(spinUntil([&] { return console.session->keys.size() == 4; }));
    EXPECT_EQ(console.session->keys.at(0).evdev, 21u); // where a US keyboard has y
    EXPECT_EQ(console.session->keys.at(2).evdev, 12u);
    EXPECT_TRUE(spinUntil([&] { return console.view.findChildren<ConsoleTask *>().isEmpty(); }));
    EXPECT_EQ(console.view.choices().get(choice::typingLayout), u"de");
}

TEST_F(ConsoleViewTest, StopsTypingWhenTold)
{
    console.open();
    console.show();
    QGuiApplication::clipboard()->setText(QString(500, u'a'));
    console.view.typeClipboard();
    named<QPushButton>(*dialog(), "Type")->click();
    ASSERT_TRUE(spinUntil([&] { return console.session->keys.size() > 4; }));
    named<QPushButton>(console.view, "Stop")->click();
    EXPECT_TRUE(spinUntil([&] { return console.view.findChildren<ConsoleTask *>().isEmpty(); }));
    EXPECT_LT(console.session->keys.size(), 500);
}

TEST_F(ConsoleViewTest, HasNothingToTypeWhereTheClipboardHoldsNoText)
{
    console.open();
    QGuiApplication::clipboard()->clear();
    console.view.typeClipboard();
    EXPECT_TRUE(says(QStringLiteral("holds no text")));
    EXPECT_FALSE(named<QPushButton>(*dialog(), "Type")->isEnabled());
}

TEST_F(ConsoleViewTest, ListsUsbDevicesAndSaysWhyOneCannotBeGiven)
{
    console.open();
    console.session->usb.all = {{QStringLiteral("1"), QStringLiteral("Stick"), false, false, {}},
                                {QStringLiteral("2"), QStringLiteral("Hub"), false, false, QStringLiteral("hubs stay here")},
                                {QStringLiteral("3"), QStringLiteral("Camera"), true, false, {}}};
    auto *usb = menu("USB");
    entry(*usb, QStringLiteral("Stick"))->trigger();
    EXPECT_EQ(console.session->usb.redirectedIds, QStringList{QStringLiteral("1")});
    EXPECT_FALSE(entry(*usb, QStringLiteral("Hub"))->isEnabled());
    EXPECT_EQ(entry(*usb, QStringLiteral("Hub"))->toolTip(), u"hubs stay here");
    EXPECT_TRUE(entry(*usb, QStringLiteral("Camera"))->isChecked());
    entry(*usb, QStringLiteral("Camera"))->trigger();
    EXPECT_EQ(console.session->usb.releasedIds, QStringList{QStringLiteral("3")});
    entry(*usb, QStringLiteral("Give new devices to the guest"))->trigger();
    EXPECT_TRUE(console.session->usb.automatic);
    console.session->usb.free = 0;
    EXPECT_FALSE(entry(*menu("USB"), QStringLiteral("Stick"))->isEnabled());
}

TEST_F(ConsoleViewTest, ExplainsWhyThereIsNoUsb)
{
    console.open();
    console.session->usb.available = UsbRedirection::Availability::NoRedirector;
    ASSERT_EQ(menu("USB")->actions().size(), 1);
    EXPECT_FALSE(menu("USB")->actions().first()->isEnabled());
    EXPECT_TRUE(menu("USB")->actions().first()->text().contains(u"no USB redirection device"));
    Q_EMIT console.session->usb.failed(QStringLiteral("Stick"), QStringLiteral("denied"), true);
    EXPECT_TRUE(says(QStringLiteral("may not open the device")));
    named<QPushButton>(console.view, "Dismiss")->click();
    EXPECT_TRUE(spinUntil([&] { return !says(QStringLiteral("may not open the device")); }));
}

namespace {
bool drop(QWidget &target, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &enter);
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&target, &event);
    return event.isAccepted();
}
} // namespace

TEST_F(ConsoleViewTest, SaysThatTheClipboardIsSharedOnceItIsKnown)
{
    console.open();
    console.show();
    EXPECT_FALSE(says(QStringLiteral("Clipboard shared")));
    EXPECT_TRUE(entry(*menu("Share"), QStringLiteral("Share the clipboard"))->toolTip().contains(u"does not tell"));
    console.session->clipboard.heard = true;
    Q_EMIT console.session->clipboard.heardOf();
    EXPECT_TRUE(says(QStringLiteral("Clipboard shared")));
    EXPECT_FALSE(entry(*menu("Share"), QStringLiteral("Share the clipboard"))->toolTip().contains(u"does not tell"));
}

TEST_F(ConsoleViewTest, SendsDroppedFilesWithProgress)
{
    console.open();
    console.show();
    const auto path = console.world.file(QStringLiteral("notes.txt"), "hello");
    EXPECT_TRUE(drop(console.screen(), path));
    EXPECT_EQ(console.session->files.sentPaths, QStringList{path});
    FakeTransfer transfer;
    Q_EMIT console.session->files.started(&transfer);
    EXPECT_TRUE(says(QStringLiteral("Sending notes.txt")));
    transfer.gone = 50;
    Q_EMIT transfer.progressed();
    EXPECT_EQ(named<QProgressBar>(console.view, "Progress")->value(), 500);
    named<QPushButton>(console.view, "Cancel")->click();
    EXPECT_TRUE(transfer.cancelled);
    Q_EMIT transfer.finished(QStringLiteral("disk full"), false);
    EXPECT_TRUE(says(QStringLiteral("did not arrive: disk full")));
}

TEST_F(ConsoleViewTest, SaysWhyTheGuestTakesNoFiles)
{
    console.open();
    console.session->files.receives = false;
    drop(console.screen(), console.world.file(QStringLiteral("notes.txt"), "hello"));
    EXPECT_TRUE(console.session->files.sentPaths.isEmpty());
    EXPECT_TRUE(says(QStringLiteral("The guest takes no files")));
}

TEST_F(ConsoleViewTest, SendsNothingToAGuestThatIsForLookingOnly)
{
    console.link.setViewOnly();
    console.open();
    console.session->resizable = true;
    console.show();
    EXPECT_TRUE(entry(*menu("View"), QStringLiteral("View only"))->isChecked());
    EXPECT_FALSE(entry(*menu("View"), QStringLiteral("View only"))->isEnabled()) << "it is not for a person to end";
    EXPECT_FALSE(drop(console.screen(), console.world.file(QStringLiteral("notes.txt"), "hello")));
    EXPECT_TRUE(console.session->files.sentPaths.isEmpty());
    EXPECT_TRUE(says(QStringLiteral("View only")));
    ASSERT_EQ(menu("USB")->actions().size(), 1);
    EXPECT_TRUE(menu("USB")->actions().first()->text().contains(u"for viewing only"));
    EXPECT_FALSE(entry(*menu("View"), QStringLiteral("Guest follows the window"))->isEnabled());
    console.screen().sendKeys({'a'});
    QTest::mouseClick(&console.screen(), Qt::LeftButton);
    EXPECT_TRUE(console.session->keys.isEmpty());
    EXPECT_TRUE(console.session->pointers.isEmpty());
    lightSecondDisplay();
    entry(*entry(*menu("View"), QStringLiteral("Displays"))->menu(), QStringLiteral("Display 2"))->trigger();
    auto *further = console.view.findChild<HeadWindow *>()->findChild<ConsoleWidget *>();
    QTest::mouseClick(further, Qt::LeftButton);
    EXPECT_TRUE(second.pointers.isEmpty());
}

TEST_F(ConsoleViewTest, LooksOnlyForAsLongAsAPersonWantsIt)
{
    console.open();
    console.session->resizable = true;
    console.show();
    lightSecondDisplay();
    entry(*entry(*menu("View"), QStringLiteral("Displays"))->menu(), QStringLiteral("Display 2"))->trigger();
    auto &window = *console.view.findChild<HeadWindow *>();
    auto *further = window.findChild<ConsoleWidget *>();
    second.show(picture(QSize(64, 48), Qt::darkRed));
    console.screen().grabInput();

    auto *viewOnly = entry(*menu("View"), QStringLiteral("View only"));
    EXPECT_FALSE(viewOnly->isChecked());
    viewOnly->trigger();
    EXPECT_FALSE(console.screen().isGrabbed());
    EXPECT_TRUE(says(QStringLiteral("View only")));
    for (const auto *each : {named<QToolButton>(console.view, "Send keys"), named<QToolButton>(console.view, "Type clipboard"), named<QToolButton>(window, "Send keys")}) {
        EXPECT_FALSE(each->isEnabled());
        EXPECT_TRUE(each->toolTip().contains(u"You chose View only"));
    }
    EXPECT_FALSE(entry(*menu("View"), QStringLiteral("Guest follows the window"))->isEnabled());
    EXPECT_FALSE(entry(*menu("Share"), QStringLiteral("Share the clipboard"))->isEnabled());
    EXPECT_GT(menu("USB")->actions().size(), 1) << "a device is not given by the way";
    const auto send = [&] {
        console.screen().sendKeys({'a'});
        QTest::mouseClick(&console.screen(), Qt::LeftButton);
        QTest::mouseClick(further, Qt::LeftButton);
        further->sendKeys({'a'});
    };
    send();
    EXPECT_FALSE(drop(console.screen(), console.world.file(QStringLiteral("notes.txt"), "hello")));
    EXPECT_TRUE(console.session->keys.isEmpty());
    EXPECT_TRUE(console.session->pointers.isEmpty());
    EXPECT_TRUE(second.keys.isEmpty());
    EXPECT_TRUE(second.pointers.isEmpty());

    EXPECT_TRUE(entry(*menu("View"), QStringLiteral("View only"))->isChecked());
    viewOnly->trigger();
    send();
    EXPECT_FALSE(says(QStringLiteral("View only")));
    EXPECT_TRUE(drop(console.screen(), console.world.file(QStringLiteral("notes.txt"), "hello")));
    EXPECT_EQ(console.session->keys.size(), 2);
    EXPECT_FALSE(console.session->pointers.isEmpty());
    EXPECT_EQ(second.keys.size(), 2);
    EXPECT_FALSE(second.pointers.isEmpty());
    EXPECT_TRUE(named<QToolButton>(console.view, "Send keys")->isEnabled());
    EXPECT_FALSE(named<QToolButton>(console.view, "Send keys")->toolTip().contains(u"View only"));
}

TEST_F(ConsoleViewTest, StopsTypingWhereAPersonWantsToLookOnly)
{
    console.open();
    console.show();
    QGuiApplication::clipboard()->setText(QString(500, u'a'));
    console.view.typeClipboard();
    named<QPushButton>(*dialog(), "Type")->click();
    ASSERT_TRUE(spinUntil([&] { return console.session->keys.size() > 4; }));
    entry(*menu("View"), QStringLiteral("View only"))->trigger();
    EXPECT_TRUE(spinUntil([&] { return console.view.findChildren<ConsoleTask *>().isEmpty(); }));
    EXPECT_LT(console.session->keys.size(), 500);
}

TEST_F(ConsoleViewTest, OpensFurtherDisplaysInWindowsThatGoWithThem)
{
    console.open();
    console.show();
    lightSecondDisplay();
    auto *monitors = entry(*menu("View"), QStringLiteral("Displays"));
    ASSERT_TRUE(monitors->isVisible());
    entry(*monitors->menu(), QStringLiteral("Display 2"))->trigger();
    const QPointer<HeadWindow> window(console.view.findChild<HeadWindow *>());
    ASSERT_TRUE(window);
    EXPECT_EQ(window->findChild<ConsoleWidget *>()->session(), &second);
    EXPECT_EQ(window->windowTitle(), u"guest – Display 2");
    entry(*menu("View"), QStringLiteral("Whole multiples"))->trigger();
    EXPECT_EQ(window->findChild<ConsoleWidget *>()->scaling(), ConsoleWidget::Scaling::Integer) << "one choice for all displays";
    second.show(picture(QSize(64, 48), Qt::darkRed));
    auto *keys = named<QToolButton>(*window, "Send keys")->menu();
    entry(*keys, QStringLiteral("Ctrl+Alt+Del"))->trigger();
    EXPECT_EQ(second.keys.size(), 6);
    entry(*menu("View"), QStringLiteral("Displays"))->menu()->actions().first()->trigger();
    EXPECT_EQ(console.view.findChildren<HeadWindow *>().size(), 1) << "the one that is open comes to the front";
    // In the middle of a change of mode.
    console.session->others.clear();
    Q_EMIT console.session->headsChanged();
    console.session->others = {&second};
    Q_EMIT console.session->headsChanged();
    EXPECT_EQ(window->findChild<ConsoleWidget *>()->session(), &second) << "it stays open";
    console.session->others.clear();
    Q_EMIT console.session->headsChanged();
    EXPECT_TRUE(spinUntil([&] { return window.isNull(); }));
    EXPECT_FALSE(entry(*menu("View"), QStringLiteral("Displays"))->isVisible());
}

TEST_F(ConsoleViewTest, AsksTheGuestForDisplaysWhereItCan)
{
    console.open();
    console.show();
    EXPECT_FALSE(entry(*menu("View"), QStringLiteral("Displays"))->isVisible());
    console.session->most = 2;
    const auto displays = [this] {
        auto *action = entry(*menu("View"), QStringLiteral("Displays"));
        EXPECT_TRUE(action->isVisible());
        return action->menu();
    };
    EXPECT_FALSE(entry(*displays(), QStringLiteral("Remove display 1")));
    entry(*displays(), QStringLiteral("Add a display"))->trigger();
    EXPECT_EQ(console.session->headCounts, QList<int>{2});
    EXPECT_FALSE(console.view.findChild<HeadWindow *>()) << "the guest has not done so yet";
    lightSecondDisplay();
    EXPECT_TRUE(console.view.findChild<HeadWindow *>());
    EXPECT_FALSE(entry(*displays(), QStringLiteral("Add a display"))) << "it has all that it can have";
    entry(*displays(), QStringLiteral("Remove display 2"))->trigger();
    EXPECT_EQ(console.session->headCounts.last(), 1);
}

TEST_F(ConsoleViewTest, FillsAScreenWithAFurtherDisplayAndLeadsBack)
{
    console.open();
    console.show();
    lightSecondDisplay();
    const auto open = [&] {
        entry(*entry(*menu("View"), QStringLiteral("Displays"))->menu(), QStringLiteral("Display 2"))->trigger();
        return QPointer<HeadWindow>(console.view.findChild<HeadWindow *>());
    };
    auto window = open();
    window->resize(500, 400);
    named<QToolButton>(*window, "Full screen")->click();
    ASSERT_TRUE(spinUntil([&] { return window->isFullScreen() && window->findChild<FullScreenBar *>()->isVisible(); }));
    EXPECT_FALSE(window->findChild<ConsoleToolbar *>()->isVisible());
    named<QToolButton>(*window, "Keep this bar in view")->click();
    EXPECT_TRUE(console.world.settings.get(keys::consoleBarStays)) << "for every window";
    named<QToolButton>(*window, "Leave full screen")->click();
    ASSERT_TRUE(spinUntil([&] { return !window->isFullScreen() && window->findChild<ConsoleToolbar *>()->isVisible(); }));
    EXPECT_EQ(window->size(), QSize(500, 400));
    window->close();
    ASSERT_TRUE(spinUntil([&] { return window.isNull(); }));
    window = open();
    EXPECT_EQ(window->size(), QSize(500, 400)) << "where it was the last time";
}

TEST_F(ConsoleViewTest, CopiesThePicture)
{
    console.open();
    console.show();
    entry(*menu("Picture"), QStringLiteral("Copy picture"))->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->image().size(), QSize(320, 200));
    EXPECT_EQ(QGuiApplication::clipboard()->image().pixelColor(5, 5), QColor(Qt::darkGreen));
}

TEST_F(ConsoleViewTest, TellsTheFiguresOfTheConnection)
{
    console.open();
    console.show();
    EXPECT_TRUE(spinUntil([&] { return says(QStringLiteral("Fake over ssh")); }));
    named<QToolButton>(console.view, "Details")->click();
    EXPECT_TRUE(says(QStringLiteral("Round trip")));
    EXPECT_TRUE(says(QStringLiteral("not known"))) << "what was not measured has no figure";
}

TEST_F(ConsoleViewTest, ShowsWhoTheServerProvedToBe)
{
    console.open();
    console.session->protection = {ConnectionSecurity::Extent::All, QStringLiteral("TLS 1.3"), QStringLiteral("AES-256-GCM"),
                                   QByteArray::fromBase64(certificate), {}};
    console.show();
    EXPECT_TRUE(says(QStringLiteral("Fake over ssh"))) << "the way counts first";
    named<QToolButton>(console.view, "Details")->click();
    EXPECT_TRUE(says(QStringLiteral("TLS 1.3, AES-256-GCM")));
    EXPECT_TRUE(says(QStringLiteral("CN=console.example, O=Lab")));
    EXPECT_TRUE(says(QStringLiteral("CN=authority.example, O=Lab")));
    EXPECT_TRUE(says(QStringLiteral("83:00:E7:2C:D1:E3:63:F1:F0:BC:79:61:E8:C0:FA:FC\n02:48:3A:D3:D6:B4:AC:63:24:17:79:B2:DB:96:17:75")));
}

namespace {
struct Protected {
    const char *what;
    DisplayWay::Path path;
    Endpoint::Link link;
    ConnectionSecurity security;
    const char *connection;
    const char *details;
};
class Way final : public DisplayRoute {
public:
    explicit Way(const Protected &each) : m_each(each) {}
    void find(QObject *, Found found) override
    {
        DisplayWay way{displays::vnc(), m_each.path, {}, {}, {}};
        way.endpoint.link = m_each.link;
        found(std::move(way));
    }

private:
    const Protected &m_each;
};
} // namespace

TEST_F(ConsoleViewTest, SaysPlainlyWhetherOthersCanReadAlong)
{
    using Path = DisplayWay::Path;
    using Link = Endpoint::Link;
    using Extent = ConnectionSecurity::Extent;
    for (const Protected &each : {
             Protected{"local", Path::Local, Link::Local, {}, "Fake, local", "does not leave this computer"},
             Protected{"loopback", Path::Direct, Link::Local, {}, "Fake, local", "does not leave this computer"},
             Protected{"ssh", Path::Ssh, Link::Remote, {}, "Fake over ssh", "by ssh, up to the host"},
             Protected{"TLS", Path::Direct, Link::Remote, {Extent::All, {}, {}, {}, {}}, "Fake over TLS", "the server showed none"},
             Protected{"SPICE", Path::Direct, Link::Remote, {Extent::All, {}, {}, {}, QStringLiteral("O=Lab")}, "Fake over TLS", "checked for O=Lab"},
             Protected{"some", Path::Direct, Link::Remote, {Extent::Some, {}, {}, {}, {}}, "Fake, partly encrypted", "can read the others"},
             Protected{"open", Path::Direct, Link::Remote, {}, "Fake, not encrypted", "can read it and change it"},
         }) {
        console.link.open(std::make_unique<Way>(each));
        console.session->protection = each.security;
        console.show();
        named<QToolButton>(console.view, "Details")->click();
        EXPECT_TRUE(says(QString::fromLatin1(each.connection))) << each.what;
        EXPECT_TRUE(says(QString::fromLatin1(each.details))) << each.what;
        delete console.view.findChild<ConsoleDetails *>();
    }
}

TEST_F(ConsoleViewTest, OffersAPersonsOwnKeys)
{
    console.world.settings.set(keys::consoleOwnKeys, QStringLiteral("Ctrl+Shift+F9, nonsense+x"));
    console.open();
    console.show();
    const auto &offered = *menu("Send keys");
    auto *own = entry(offered, QStringLiteral("Ctrl+Shift+F9"));
    ASSERT_TRUE(own);
    EXPECT_FALSE(entry(offered, QStringLiteral("nonsense+x")));
    own->trigger();
    ASSERT_EQ(console.session->keys.size(), 6);
    EXPECT_EQ(console.session->keys.at(2).keysym, 0xffc6u);
}
