// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/session/clipboardbridge.h"

#include "tests/support/spin.h"

#include <QBuffer>
#include <QClipboard>
#include <QGuiApplication>
#include <QImage>
#include <QMimeData>
#include <QProcess>

#include <gtest/gtest.h>

namespace {

class FakeGuest final : public GuestClipboard {
public:
    QList<ClipboardForm> taken{ClipboardForm::Text, ClipboardForm::Image};
    QList<QList<ClipboardForm>> offers;
    QList<QByteArray> provided;
    QList<ClipboardForm> requests;
    QByteArray content;

    QList<ClipboardForm> forms() const override { return taken; }
    void offer(const QList<ClipboardForm> &forms) override { offers.append(forms); }
    void provide(ClipboardForm, const QByteArray &bytes) override { provided.append(bytes); }
    void request(ClipboardForm form) override
    {
        requests.append(form);
        QMetaObject::invokeMethod(this, [this, form] { Q_EMIT received(form, content); }, Qt::QueuedConnection);
    }
    void copies(ClipboardForm form, const QByteArray &bytes)
    {
        content = bytes;
        Q_EMIT offered({form});
    }
    QByteArray pastes(ClipboardForm form)
    {
        Q_EMIT wanted(form);
        return provided.isEmpty() ? QByteArray("nothing") : provided.last();
    }
};

struct ClipboardBridgeTest : testing::Test {
    QClipboard &desktop = *QGuiApplication::clipboard();
    FakeGuest guest;
    ClipboardBridge bridge{desktop};

    void SetUp() override
    {
        desktop.clear();
        bridge.setGuest(&guest);
        bridge.setShared(true);
        guest.offers.clear();
    }
    static QImage picture()
    {
        QImage image(5, 3, QImage::Format_RGB32);
        image.fill(0x336699);
        return image;
    }
    static QByteArray pngOf(const QImage &image)
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        return bytes;
    }
    /// True where nothing was put onto the desktop although the guest was asked.
    bool desktopStays(const QString &text)
    {
        const bool asked = spinUntil([&] { return !guest.requests.isEmpty(); });
        QCoreApplication::processEvents();
        return asked && desktop.text() == text;
    }
};

} // namespace

TEST_F(ClipboardBridgeTest, TellsTheGuestWhatTheDesktopHasAndGivesItWhenItPastes)
{
    desktop.setText(QStringLiteral("grüße\r\nzwei"));
    ASSERT_TRUE(spinUntil([&] { return !guest.offers.isEmpty(); }));
    EXPECT_EQ(guest.offers.last(), QList{ClipboardForm::Text});
    EXPECT_TRUE(guest.provided.isEmpty());
    EXPECT_EQ(guest.pastes(ClipboardForm::Text), QByteArray("grüße\nzwei"));
}

TEST_F(ClipboardBridgeTest, GivesTheGuestAnImage)
{
    desktop.setImage(picture());
    ASSERT_TRUE(spinUntil([&] { return !guest.offers.isEmpty(); }));
    EXPECT_EQ(guest.offers.last(), QList{ClipboardForm::Image});
    EXPECT_EQ(QImage::fromData(guest.pastes(ClipboardForm::Image)).convertToFormat(QImage::Format_RGB32), picture());
}

TEST_F(ClipboardBridgeTest, OffersOnlyWhatTheGuestTakes)
{
    guest.taken = {ClipboardForm::Text};
    desktop.setImage(picture());
    ASSERT_TRUE(spinUntil([&] { return !guest.offers.isEmpty(); }));
    EXPECT_TRUE(guest.offers.last().isEmpty());
}

TEST_F(ClipboardBridgeTest, PutsTheGuestsTextOntoTheDesktopAtOnce)
{
    guest.copies(ClipboardForm::Text, "vom Gast €");
    EXPECT_TRUE(spinUntil([&] { return desktop.text() == QStringLiteral("vom Gast €"); }));
}

TEST_F(ClipboardBridgeTest, PutsTheGuestsImageOntoTheDesktop)
{
    guest.copies(ClipboardForm::Image, pngOf(picture()));
    ASSERT_TRUE(spinUntil([&] { return desktop.mimeData() && desktop.mimeData()->hasImage(); }));
    EXPECT_EQ(desktop.image().convertToFormat(QImage::Format_RGB32), picture());
    EXPECT_EQ(desktop.mimeData()->data(QStringLiteral("image/png")), pngOf(picture()));
}

TEST_F(ClipboardBridgeTest, PrefersTextWhereTheGuestHasBoth)
{
    guest.content = "text";
    Q_EMIT guest.offered({ClipboardForm::Image, ClipboardForm::Text});
    ASSERT_TRUE(spinUntil([&] { return desktop.text() == QStringLiteral("text"); }));
    EXPECT_EQ(guest.requests, QList{ClipboardForm::Text});
}

TEST_F(ClipboardBridgeTest, DoesNotOfferTheGuestItsOwn)
{
    guest.copies(ClipboardForm::Text, "round");
    ASSERT_TRUE(spinUntil([&] { return desktop.text() == QStringLiteral("round"); }));
    QCoreApplication::processEvents();
    EXPECT_FALSE(guest.offers.contains(QList{ClipboardForm::Text}));
    EXPECT_TRUE(guest.pastes(ClipboardForm::Text).isEmpty());
}

TEST_F(ClipboardBridgeTest, HandsOneGuestsTextToAnother)
{
    FakeGuest other;
    ClipboardBridge second(desktop);
    second.setGuest(&other);
    second.setShared(true);
    other.offers.clear();
    guest.copies(ClipboardForm::Text, "between guests");
    ASSERT_TRUE(spinUntil([&] { return other.offers.contains(QList{ClipboardForm::Text}); }));
    EXPECT_EQ(other.pastes(ClipboardForm::Text), QByteArray("between guests"));
}

TEST_F(ClipboardBridgeTest, LeavesTheDesktopAloneWhereTheGuestHasTheSame)
{
    auto *data = new QMimeData;
    data->setText(QStringLiteral("same"));
    data->setHtml(QStringLiteral("<b>same</b>"));
    desktop.setMimeData(data);
    guest.copies(ClipboardForm::Text, "same");
    EXPECT_TRUE(desktopStays(QStringLiteral("same")));
    EXPECT_TRUE(desktop.mimeData()->hasHtml());
}

TEST_F(ClipboardBridgeTest, SharesNothingUnlessItIsWanted)
{
    bridge.setShared(false);
    guest.offers.clear();
    desktop.setText(QStringLiteral("private"));
    guest.copies(ClipboardForm::Text, "from the guest");
    QCoreApplication::processEvents();
    EXPECT_TRUE(guest.offers.isEmpty());
    EXPECT_TRUE(guest.requests.isEmpty());
    EXPECT_TRUE(guest.pastes(ClipboardForm::Text).isEmpty());
    bridge.setShared(true);
    EXPECT_EQ(guest.offers.last(), QList{ClipboardForm::Text});
    EXPECT_TRUE(spinUntil([&] { return desktop.text() == QStringLiteral("from the guest"); })) << "what it offered meanwhile";
}

TEST_F(ClipboardBridgeTest, TakesBackWhatItOfferedWhenSharingEnds)
{
    desktop.setText(QStringLiteral("text"));
    ASSERT_TRUE(spinUntil([&] { return !guest.offers.isEmpty(); }));
    bridge.setShared(false);
    EXPECT_TRUE(guest.offers.last().isEmpty());
}

TEST_F(ClipboardBridgeTest, KeepsPasswordsHere)
{
    desktop.setText(QStringLiteral("harmless"));
    ASSERT_TRUE(spinUntil([&] { return !guest.offers.isEmpty(); }));
    auto *data = new QMimeData;
    data->setText(QStringLiteral("hunter2"));
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), "secret");
    desktop.setMimeData(data);
    ASSERT_TRUE(spinUntil([&] { return guest.offers.last().isEmpty(); }));
    EXPECT_TRUE(guest.pastes(ClipboardForm::Text).isEmpty()) << "asked for although it was not offered";
}

TEST_F(ClipboardBridgeTest, OffersWhatTheDesktopHasOnceTheGuestTakesPart)
{
    guest.taken = {};
    desktop.setText(QStringLiteral("early"));
    QCoreApplication::processEvents();
    EXPECT_TRUE(guest.offers.isEmpty());
    guest.taken = {ClipboardForm::Text};
    Q_EMIT guest.formsChanged();
    ASSERT_EQ(guest.offers.size(), 1);
    EXPECT_EQ(guest.offers.last(), QList{ClipboardForm::Text});
}

TEST_F(ClipboardBridgeTest, AsksAGuestThatCopiesVeryOftenOnlyNowAndThen)
{
    for (int i = 0; i < 1000; ++i)
        guest.copies(ClipboardForm::Text, QByteArray::number(i));
    ASSERT_TRUE(spinUntil([&] { return desktop.text() == QStringLiteral("999"); }));
    EXPECT_LT(guest.requests.size(), 100);
}

TEST_F(ClipboardBridgeTest, TakesNothingThatIsEmptyOrThatNobodyAskedFor)
{
    desktop.setText(QStringLiteral("stays"));
    Q_EMIT guest.received(ClipboardForm::Text, "unasked");
    EXPECT_EQ(desktop.text(), QStringLiteral("stays"));
    guest.copies(ClipboardForm::Text, {});
    EXPECT_TRUE(desktopStays(QStringLiteral("stays")));
}

TEST_F(ClipboardBridgeTest, SurvivesThatTheGuestGoesAway)
{
    auto *gone = new FakeGuest;
    bridge.setGuest(gone);
    gone->copies(ClipboardForm::Text, "too late");
    delete gone;
    desktop.setText(QStringLiteral("after"));
    QCoreApplication::processEvents();
    EXPECT_EQ(bridge.guest(), nullptr);
}

// Other programs of a real desktop; run on a screen of its own.
struct ClipboardBridgeOnX11 : ClipboardBridgeTest {
    void SetUp() override
    {
        if (QGuiApplication::platformName() != QStringLiteral("xcb"))
            GTEST_SKIP() << "no X11 here";
        ClipboardBridgeTest::SetUp();
    }
    static QByteArray paste(const QStringList &arguments)
    {
        QProcess xclip;
        xclip.start(QStringLiteral("xclip"), QStringList{QStringLiteral("-o"), QStringLiteral("-sel"), QStringLiteral("clip")} + arguments);
        // It asks this process, which therefore has to run its events.
        spinUntil([&] { return xclip.state() == QProcess::NotRunning; });
        return xclip.readAllStandardOutput();
    }
};

TEST_F(ClipboardBridgeOnX11, LetsAnotherProgramPasteWhatTheGuestCopied)
{
    guest.copies(ClipboardForm::Text, "vom Gast €");
    ASSERT_TRUE(spinUntil([&] { return desktop.text() == QStringLiteral("vom Gast €"); }));
    EXPECT_EQ(paste({QStringLiteral("-t"), QStringLiteral("UTF8_STRING")}), QByteArray("vom Gast €"));
    guest.copies(ClipboardForm::Image, pngOf(picture()));
    ASSERT_TRUE(spinUntil([&] { return desktop.mimeData()->hasImage(); }));
    EXPECT_EQ(paste({QStringLiteral("-t"), QStringLiteral("image/png")}), pngOf(picture()));
}

TEST_F(ClipboardBridgeOnX11, LetsTheGuestPasteWhatAnotherProgramCopied)
{
    QProcess xclip;
    xclip.start(QStringLiteral("xclip"), {QStringLiteral("-quiet"), QStringLiteral("-i"), QStringLiteral("-sel"), QStringLiteral("clip")});
    xclip.write("aus einem anderen Programm €");
    xclip.closeWriteChannel();
    ASSERT_TRUE(spinUntil([&] { return !guest.offers.isEmpty() && guest.offers.last().contains(ClipboardForm::Text); }));
    EXPECT_EQ(guest.pastes(ClipboardForm::Text), QByteArray("aus einem anderen Programm €"));
    xclip.kill();
    spinUntil([&] { return xclip.state() == QProcess::NotRunning; });
}
