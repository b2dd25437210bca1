// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/viewer/spice/agentguest.h"
#include "tests/viewer/spice/smallpicture.h"

#include "viewer/session/guestaudio.h"
#include "viewer/session/guestfiles.h"
#include "viewer/session/usbredirection.h"

#include <QFile>
#include <QPointer>
#include <QTemporaryDir>

#include <optional>

namespace {

using Forms = QList<ClipboardForm>;

struct ClipboardEar {
    explicit ClipboardEar(GuestClipboard &clipboard)
    {
        QObject::connect(&clipboard, &GuestClipboard::offered, &context, [this](const Forms &forms) { offered = forms; });
        QObject::connect(&clipboard, &GuestClipboard::wanted, &context, [this](ClipboardForm form) { wanted = form; });
        QObject::connect(&clipboard, &GuestClipboard::received, &context, [this](ClipboardForm, const QByteArray &content) { received = content; });
    }
    QObject context; // the session may have a last word after this is gone
    std::optional<Forms> offered;
    std::optional<ClipboardForm> wanted;
    std::optional<QByteArray> received;
};

struct FileEar {
    explicit FileEar(GuestFiles &files)
    {
        QObject::connect(&files, &GuestFiles::started, &context, [this](FileTransfer *transfer) {
            ++started;
            last = transfer;
            QObject::connect(transfer, &FileTransfer::progressed, &context, [this, transfer] { sent = transfer->sent(); });
            QObject::connect(transfer, &FileTransfer::finished, &context, [this](const QString &why, bool stopped) {
                ++finished;
                error = why;
                cancelled = stopped;
            });
        });
    }
    QObject context;
    int started = 0, finished = 0;
    qint64 sent = 0;
    QString error;
    bool cancelled = false;
    QPointer<FileTransfer> last;
};

} // namespace

TEST_F(AgentGuest, CarriesTextToTheGuestWhenItPastes)
{
    auto &clipboard = *probe.session.guestClipboard();
    ClipboardEar ear(clipboard);
    clipboard.offer({ClipboardForm::Text});
    ASSERT_TRUE(agentSays("agent: grabbed text\n"));
    EXPECT_FALSE(ear.wanted) << "nothing travels before somebody pastes";
    tellAgent("paste text");
    ASSERT_TRUE(spinUntil([&] { return ear.wanted.has_value(); }));
    EXPECT_EQ(*ear.wanted, ClipboardForm::Text);
    const QByteArray text = QStringLiteral("Grüße, 世界 🐙\nzweite Zeile").toUtf8();
    clipboard.provide(ClipboardForm::Text, text);
    EXPECT_TRUE(agentSays("agent: pasted text " + text.toHex() + '\n'));
    clipboard.offer({});
    EXPECT_TRUE(agentSays("agent: released"));
}

TEST_F(AgentGuest, CarriesAnImageToTheGuestAndBack)
{
    auto &clipboard = *probe.session.guestClipboard();
    ClipboardEar ear(clipboard);
    clipboard.offer({ClipboardForm::Image});
    ASSERT_TRUE(agentSays("agent: grabbed image"));
    tellAgent("paste image");
    ASSERT_TRUE(spinUntil([&] { return ear.wanted == ClipboardForm::Image; }));
    clipboard.provide(ClipboardForm::Image, smallPicture());
    EXPECT_TRUE(agentSays("agent: pasted image " + smallPicture().toHex() + '\n'));

    tellAgent("copy image " + smallPicture().toHex());
    ASSERT_TRUE(spinUntil([&] { return ear.offered == Forms{ClipboardForm::Image}; }));
    clipboard.request(ClipboardForm::Image);
    ASSERT_TRUE(spinUntil([&] { return ear.received.has_value(); }));
    EXPECT_EQ(*ear.received, smallPicture());
}

TEST_F(AgentGuest, FetchesWhatTheGuestCopiedAndNotesThatItIsGone)
{
    auto &clipboard = *probe.session.guestClipboard();
    ClipboardEar ear(clipboard);
    const QByteArray text = QStringLiteral("Ünïcode from the guest").toUtf8();
    tellAgent("copy text " + text.toHex());
    ASSERT_TRUE(spinUntil([&] { return ear.offered == Forms{ClipboardForm::Text}; }));
    clipboard.request(ClipboardForm::Text);
    ASSERT_TRUE(spinUntil([&] { return ear.received.has_value(); }));
    EXPECT_EQ(*ear.received, text);
    tellAgent("clear");
    ASSERT_TRUE(spinUntil([&] { return ear.offered == Forms{}; }));
    ear.received.reset();
    clipboard.request(ClipboardForm::Text);
    ASSERT_TRUE(spinUntil([&] { return ear.received.has_value(); }));
    EXPECT_TRUE(ear.received->isEmpty());
}

TEST_F(AgentGuest, IsAskedToFollowTheWindow)
{
    probe.session.requestResize({1111, 777});
    EXPECT_TRUE(agentSays("agent: monitors 1111x777+0+0")) << said.toStdString();
}

TEST_F(AgentGuest, HasAnAbsolutePointerThroughTheAgent)
{
    ASSERT_TRUE(spinUntil([this] { return probe.session.pointerMode() == ConsoleSession::PointerMode::Absolute; }));
    probe.session.sendPointer({123, 45}, 0);
    EXPECT_TRUE(agentSays("agent: mouse 123 45 buttons 0 monitor 0")) << said.toStdString();
    probe.session.sendPointer({123, 45}, 1);
    EXPECT_TRUE(agentSays("agent: mouse 123 45 buttons 2 monitor 0")) << said.toStdString();
}

TEST_F(AgentGuest, TakesDroppedFilesWithProgress)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.bin"));
    QByteArray content(300000, 'x');
    quint32 sum = 0;
    for (qsizetype i = 0; i < content.size(); ++i) {
        content[i] = char(i * 7);
        sum = sum * 31 + quint8(content[i]);
    }
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    auto &files = *probe.session.guestFiles();
    ASSERT_TRUE(files.canReceive());
    FileEar ear(files);
    files.send({folder.path(), path}); // a folder is no file
    ASSERT_TRUE(spinUntil([&] { return ear.finished == 1; }, std::chrono::seconds(60)));
    EXPECT_EQ(ear.started, 1);
    EXPECT_EQ(ear.error, QString());
    EXPECT_EQ(ear.sent, content.size());
    EXPECT_TRUE(agentSays("agent: file-done report.bin 300000 " + QByteArray::number(sum))) << said.right(300).toStdString();
    EXPECT_TRUE(spinUntil([&] { return ear.last.isNull(); }));
}

TEST_F(AgentGuest, StopsAFileThatIsCancelled)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("large.bin"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    ASSERT_TRUE(file.resize(200 << 20));
    file.close();
    auto &files = *probe.session.guestFiles();
    FileEar ear(files);
    files.send({path});
    ASSERT_TRUE(spinUntil([&] { return ear.sent > 0; }, std::chrono::seconds(60)));
    ear.last->cancel();
    ASSERT_TRUE(spinUntil([&] { return ear.finished == 1; }, std::chrono::seconds(60)));
    EXPECT_TRUE(ear.cancelled);
    EXPECT_LT(ear.sent, 200 << 20);
    // The guest's agent has read all that was on its way.
    probe.session.requestResize({640, 400});
    EXPECT_TRUE(agentSays("agent: monitors 640x400"));
}

TEST_F(AgentGuest, SaysWhatItsRedirectorsCouldTake)
{
    auto &usb = *probe.session.usbRedirection();
    ASSERT_TRUE(spinUntil([&] { return usb.availability() != UsbRedirection::Availability::NoRedirector; }));
    if (usb.availability() == UsbRedirection::Availability::Ready) {
        EXPECT_TRUE(spinUntil([&] { return usb.freePorts() == 1; }));
    } else {
        EXPECT_EQ(usb.availability(), UsbRedirection::Availability::NoUsbAccess); // as in a container
    }
}

TEST_F(AgentGuest, CanShareAFolderAndStopIt)
{
    auto &files = *probe.session.guestFiles();
    ASSERT_TRUE(spinUntil([&] { return files.canShareFolder(); }));
    EXPECT_EQ(files.sharedFolder(), QString());
    QTemporaryDir folder;
    const int before = probe.socketsAsked;
    files.shareFolder(folder.path(), true);
    EXPECT_EQ(files.sharedFolder(), folder.path());
    EXPECT_TRUE(spinUntil([&] { return probe.socketsAsked == before + 1; })) << "its channel is opened only now";
    files.shareFolder({}, true);
    EXPECT_EQ(files.sharedFolder(), QString());
    EXPECT_TRUE(files.canShareFolder());
    EXPECT_FALSE(probe.error);
}

TEST_F(AgentGuest, AgentThatGoesTakesItsServicesWithIt)
{
    auto &clipboard = *probe.session.guestClipboard();
    ClipboardEar ear(clipboard);
    tellAgent("copy text 6162");
    ASSERT_TRUE(spinUntil([&] { return ear.offered == Forms{ClipboardForm::Text}; }));
    guest.command(QStringLiteral("system_reset"));
    EXPECT_TRUE(spinUntil([&] { return clipboard.forms().isEmpty(); }, std::chrono::seconds(60)));
    EXPECT_EQ(ear.offered, Forms{});
    EXPECT_FALSE(probe.session.canResize());
    EXPECT_FALSE(probe.session.guestFiles()->canReceive());
    EXPECT_TRUE(spinUntil([&] { return clipboard.forms().size() == 2; }, std::chrono::seconds(180)));
    EXPECT_FALSE(probe.error);
}
