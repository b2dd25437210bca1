// SPDX-License-Identifier: GPL-3.0-or-later
// With the agent, the X server and the drivers that people have in their guests.
#include "tests/viewer/spice/desktopguest.h"
#include "tests/viewer/spice/smallpicture.h"

#include "viewer/session/guestaudio.h"
#include "viewer/session/guestclipboard.h"
#include "viewer/session/guestfiles.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <utility>
#include <vector>

namespace {

using Forms = QList<ClipboardForm>;
const QByteArray greeting = QStringLiteral("Grüße, 世界 🐙\nzweite Zeile").toUtf8();

/// As printf in the guest's shell writes it.
QByteArray octal(const QByteArray &bytes)
{
    QByteArray text;
    for (const char each : bytes)
        text += '\\' + QByteArray::number(uchar(each), 8).rightJustified(3, '0');
    return text;
}

/// A square wave, 60 frames up and 60 down, for two seconds: 400 Hz.
const QByteArray playTone = "up=$(printf '@%.0s' $(seq 240)); down=$(printf '\\300%.0s' $(seq 240)); yes \"$up$down\" | tr -d '\\n' | "
                            "head -c 384000 | aplay -q -t raw -D hw:0,0 -f S16_LE -r 48000 -c 2";

std::string described(const QList<RemoteCursor> &cursors)
{
    QString text = QStringLiteral("cursors that came:");
    for (const auto &[image, hotSpot] : cursors) {
        text += image.isNull() ? QStringLiteral(" none")
                               : QStringLiteral(" %1x%2+%3+%4 %5 %6").arg(image.width()).arg(image.height()).arg(hotSpot.x()).arg(hotSpot.y())
                                     .arg(image.pixelColor(2, 2).name(), image.pixelColor(12, 2).name());
    }
    return text.toStdString();
}

struct Ear {
    explicit Ear(GuestAudio &audio)
    {
        QObject::connect(&audio, &GuestAudio::playbackStarted, &context, [this](const SampleFormat &given) {
            format = given;
            ++timesStarted;
        });
        QObject::connect(&audio, &GuestAudio::played, &context, [this](const QByteArray &more) { samples += more; });
        QObject::connect(&audio, &GuestAudio::playbackStopped, &context, [this] { ++timesStopped; });
    }
    /// How many frames lie between two tops of the wave, in the middle of all that were heard; 0 where few were. An emulated
    /// guest may be too slow for all of it, and what comes is compressed with loss.
    int period() const
    {
        const auto *values = reinterpret_cast<const qint16 *>(samples.constData());
        std::vector<int> distances;
        int last = 0;
        bool low = false;
        for (int frame = 0; frame < samples.size() / 2 / format.channels; ++frame) {
            const int value = values[frame * format.channels];
            if (value < -8000) {
                low = true;
            } else if (value > 8000 && std::exchange(low, false)) {
                distances.push_back(frame - std::exchange(last, frame));
            }
        }
        if (distances.size() < 100)
            return 0;
        std::nth_element(distances.begin(), distances.begin() + distances.size() / 2, distances.end());
        return distances[distances.size() / 2] * 48000 / format.rate;
    }
    QObject context;
    SampleFormat format;
    QByteArray samples;
    int timesStarted = 0, timesStopped = 0;
};

} // namespace

TEST_P(DesktopGuest, PastesWhatTheDesktopCopied)
{
    auto &clipboard = *probe.session.guestClipboard();
    ASSERT_TRUE(spinUntil([&] { return clipboard.forms().contains(ClipboardForm::Text); }));
    QObject context;
    QObject::connect(&clipboard, &GuestClipboard::wanted, &context, [&](ClipboardForm form) {
        clipboard.provide(form, form == ClipboardForm::Text ? greeting : smallPicture());
    });
    clipboard.offer({ClipboardForm::Text});
    // Until the agent has taken the guest's clipboard there is nothing to paste.
    EXPECT_TRUE(answers("until xclip -o -selection clipboard >/tmp/pasted 2>/dev/null; do sleep 0.1; done; printf '" + octal(greeting) + "' | cmp - /tmp/pasted"))
        << guest->heard().toStdString();
    clipboard.offer({ClipboardForm::Image});
    EXPECT_TRUE(answers("until xclip -o -selection clipboard -t image/png >/tmp/pasted 2>/dev/null; do sleep 0.1; done; printf '" + octal(smallPicture())
                        + "' | cmp - /tmp/pasted"))
        << guest->heard().toStdString();
}

TEST_P(DesktopGuest, GivesWhatItCopied)
{
    auto &clipboard = *probe.session.guestClipboard();
    Forms offered;
    QByteArray received;
    QObject context;
    QObject::connect(&clipboard, &GuestClipboard::offered, &context, [&](const Forms &forms) { offered = forms; });
    QObject::connect(&clipboard, &GuestClipboard::received, &context, [&](ClipboardForm, const QByteArray &content) { received = content; });
    ASSERT_TRUE(answers("printf '" + octal(greeting) + "' | xclip -selection clipboard >/dev/null 2>&1"));
    ASSERT_TRUE(spinUntil([&] { return offered == Forms{ClipboardForm::Text}; }));
    clipboard.request(ClipboardForm::Text);
    EXPECT_TRUE(spinUntil([&] { return received == greeting; })) << received.constData();
    ASSERT_TRUE(answers("printf '" + octal(smallPicture()) + "' | xclip -selection clipboard -t image/png >/dev/null 2>&1"));
    ASSERT_TRUE(spinUntil([&] { return offered == Forms{ClipboardForm::Image}; }));
    clipboard.request(ClipboardForm::Image);
    EXPECT_TRUE(spinUntil([&] { return received == smallPicture(); })) << received.size();
}

TEST_P(DesktopGuest, FollowsTheWindow)
{
    const QList<QSize> sizes{{1000, 700}, {1304, 816}, {800, 600}};
    for (const QSize size : sizes) {
        probe.session.requestResize(size);
        const auto words = QByteArray::number(size.width()) + " x " + QByteArray::number(size.height());
        ASSERT_TRUE(answers("until xrandr | grep -q 'current " + words + ",'; do sleep 0.1; done")) << words.constData();
        EXPECT_TRUE(spinUntil([&] { return probe.session.framebuffer().size() == size; })) << words.constData();
        EXPECT_TRUE(probe.shows(guest->screendump()));
    }
}

TEST_P(DesktopGuest, SwitchesMonitorsOnAndOff)
{
    if (!QByteArray(GetParam()).contains("max_outputs"))
        GTEST_SKIP() << GetParam() << " has one monitor";
    ASSERT_TRUE(spinUntil([&] { return probe.session.mostHeads() == 2; }, std::chrono::seconds(60)));
    probe.session.requestResize({800, 600});
    ASSERT_TRUE(spinUntil([&] { return probe.session.framebuffer().size() == QSize(800, 600); }, std::chrono::seconds(60)));
    // A desktop environment would switch on what is connected; this guest has none.
    const auto follow = [this](const QByteArray &size) {
        return answers("until xrandr | grep -A1 '^Virtual-2 connected' | grep -q " + size + "; do sleep 0.1; done; "
                       "xrandr --output Virtual-2 --preferred --right-of Virtual-1");
    };
    probe.session.requestHeads(2);
    ASSERT_TRUE(follow("800x600")) << guest->heard().toStdString();
    ASSERT_TRUE(spinUntil([&] { return probe.session.headCount() == 2; }, std::chrono::seconds(60)));
    // Another object each time that the guest tells anew.
    const auto second = [this] {
        auto *head = probe.session.head(1);
        return head ? head->framebuffer().snapshot() : QImage();
    };
    probe.session.head(1)->requestResize({640, 480});
    ASSERT_TRUE(follow("640x480")) << guest->heard().toStdString();
    EXPECT_TRUE(spinUntil([&] { return second().size() == QSize(640, 480); }, std::chrono::seconds(60)));
    EXPECT_EQ(probe.session.framebuffer().size(), QSize(800, 600)) << "the first keeps its size";
    EXPECT_TRUE(answers("xrandr | grep -q 'current 1440 x 600,'")) << guest->heard().toStdString();
    EXPECT_TRUE(answers("xsetroot -bitmap /pattern -fg '#e0e0c0' -bg '#204060'")) << "not two black screens";
    EXPECT_TRUE(spinUntil([&] {
        const auto whole = guest->screendump();
        return probe.session.framebuffer().snapshot() == whole.copy(0, 0, 800, 600) && second() == whole.copy(800, 0, 640, 480);
    }));
    probe.session.requestHeads(1);
    ASSERT_TRUE(answers("until xrandr | grep -q '^Virtual-2 disconnected'; do sleep 0.1; done; xrandr --output Virtual-2 --off")) << guest->heard().toStdString();
    EXPECT_TRUE(spinUntil([&] { return probe.session.headCount() == 1; }, std::chrono::seconds(60)));
}

TEST_P(DesktopGuest, ShowsThePointerThatItDrew)
{
    // Red where the shape is set, blue elsewhere, 16 by 16, with a hot spot.
    ASSERT_TRUE(answers(R"(printf '#define c_width 16\n#define c_height 16\n#define c_x_hot 3\n#define c_y_hot 5\nstatic char c_bits[] = {\n' >/tmp/c
for i in 0 1 2 3 4 5 6 7; do printf '0xff,0x00,'; done >>/tmp/c
for i in 0 1 2 3 4 5 6 7; do printf '0x00,0xff,'; done >>/tmp/c
printf '};\n' >>/tmp/c; sed 's/0x00/0xff/g' /tmp/c >/tmp/m; xsetroot -cursor /tmp/c /tmp/m -fg red -bg blue)"));
    // More than once: after a change of size the agent makes its pointer anew, and what comes before X has found that is lost.
    QTimer hand;
    QObject::connect(&hand, &QTimer::timeout, &hand, [this, at = 0]() mutable { probe.session.sendPointer({100 + ++at % 2, 100}, 0); });
    hand.start(std::chrono::milliseconds(100));
    const auto arrived = [this] {
        if (probe.cursors.isEmpty() || probe.cursors.last().image.isNull())
            return false;
        const auto &cursor = probe.cursors.last();
        return cursor.hotSpot == QPoint(3, 5) && cursor.image.pixelColor(2, 2) == QColor(Qt::red) && cursor.image.pixelColor(12, 2) == QColor(Qt::blue)
               && cursor.image.pixelColor(2, 12) == QColor(Qt::blue) && cursor.image.pixelColor(12, 12) == QColor(Qt::red);
    };
    EXPECT_TRUE(spinUntil(arrived)) << described(probe.cursors);
}

TEST_P(DesktopGuest, ReadsAFolderThatIsSharedAndWritesOnlyWhereItMay)
{
    const QTemporaryDir folder;
    QByteArray content(300000, 'x');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char(i * i >> 5);
    QFile file(folder.filePath(QStringLiteral("report.bin")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    file.close();
    auto &files = *probe.session.guestFiles();
    ASSERT_TRUE(spinUntil([&] { return files.canShareFolder(); }));
    files.shareFolder(folder.path(), true);
    ASSERT_TRUE(answers("pidof spice-webdavd >/dev/null || (/share >/run/webdavd.log 2>&1 &)"));
    const QByteArray curl = "curl -sS --retry 60 --retry-connrefused --retry-delay 1 ";
    const QByteArray shared = " http://127.0.0.1:9843/";
    ASSERT_TRUE(answers(curl + "-o /tmp/shared" + shared + "report.bin; md5sum /tmp/shared")) << guest->heard().toStdString();
    EXPECT_TRUE(guest->heard().contains(QCryptographicHash::hash(content, QCryptographicHash::Md5).toHex())) << guest->heard().toStdString();
    ASSERT_TRUE(answers(curl + "-X PROPFIND -H 'Depth: 1'" + shared));
    EXPECT_TRUE(guest->heard().contains("report.bin</")) << guest->heard().toStdString();

    const QString note = folder.filePath(QStringLiteral("note.txt"));
    // The library's server does not know what curl expects by itself.
    const QByteArray put = "echo hello >/tmp/note.txt; " + curl + "-H Expect: -w '<%{http_code}>' -T /tmp/note.txt" + shared;
    ASSERT_TRUE(answers(put));
    EXPECT_TRUE(guest->heard().contains("<403>")) << guest->heard().toStdString();
    EXPECT_FALSE(QFile::exists(note));
    files.shareFolder(folder.path(), false);
    ASSERT_TRUE(answers(put));
    EXPECT_TRUE(guest->heard().contains("<201>")) << guest->heard().toStdString();
    EXPECT_TRUE(spinUntil([&note] {
        QFile written(note);
        return written.open(QIODevice::ReadOnly) && written.readAll() == "hello\n";
    }));

    const QTemporaryDir another;
    QFile other(another.filePath(QStringLiteral("other.txt")));
    ASSERT_TRUE(other.open(QIODevice::WriteOnly) && other.write("from the other folder\n") > 0);
    other.close();
    files.shareFolder(another.path(), true);
    ASSERT_TRUE(answers(curl + shared + "other.txt"));
    EXPECT_TRUE(guest->heard().contains("from the other folder")) << guest->heard().toStdString();

    files.shareFolder({}, true);
    ASSERT_TRUE(answers("until ! curl -s --max-time 1" + shared + "; do true; done")) << "nothing is shared any more";
    files.shareFolder(folder.path(), true);
    ASSERT_TRUE(answers(curl + "--max-time 20" + shared + "note.txt"));
    EXPECT_TRUE(guest->heard().contains("\r\nhello")) << guest->heard().toStdString();
}

TEST_P(DesktopGuest, TakesADroppedFile)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("Bericht für alle.bin"));
    QByteArray content(500000, 'x');
    for (qsizetype i = 0; i < content.size(); ++i)
        content[i] = char(i * i >> 3);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    auto &files = *probe.session.guestFiles();
    ASSERT_TRUE(spinUntil([&] { return files.canReceive(); }));
    bool arrived = false;
    QString problem;
    QObject context;
    QObject::connect(&files, &GuestFiles::started, &context, [&](FileTransfer *transfer) {
        QObject::connect(transfer, &FileTransfer::finished, &context, [&](const QString &why, bool) {
            arrived = true;
            problem = why;
        });
    });
    files.send({path});
    ASSERT_TRUE(spinUntil([&] { return arrived; }, std::chrono::seconds(60)));
    EXPECT_EQ(problem, QString());
    ASSERT_TRUE(answers("md5sum \"/root/Downloads/Bericht für alle.bin\""));
    EXPECT_TRUE(guest->heard().contains(QCryptographicHash::hash(content, QCryptographicHash::Md5).toHex())) << guest->heard().toStdString();
    EXPECT_TRUE(answers("rm -f /root/Downloads/*"));
}

TEST_P(DesktopGuest, IsHeard)
{
    Ear ear(*probe.session.guestAudio());
    probe.session.guestAudio()->setPlaybackEnabled(true);
    tell(playTone);
    ASSERT_TRUE(endsWell()) << guest->heard().toStdString();
    EXPECT_TRUE(spinUntil([&] { return ear.timesStarted > 0 && ear.timesStopped == ear.timesStarted; }));
    EXPECT_NEAR(ear.period(), 120, 4) << "of " << ear.samples.size() << " bytes";
}

TEST_P(DesktopGuest, HearsTheDesktop)
{
    auto &audio = *probe.session.guestAudio();
    ASSERT_TRUE(audio.canRecord());
    SampleFormat format;
    QObject context;
    QTimer speaker;
    speaker.setInterval(10);
    QObject::connect(&audio, &GuestAudio::recordingStarted, &context, [&](const SampleFormat &given) {
        format = given;
        speaker.start();
    });
    // The same wave, eight thousand up and down.
    QObject::connect(&speaker, &QTimer::timeout, &context, [&] {
        std::vector<qint16> wave(size_t(120 * 4 * format.channels));
        for (size_t i = 0; i < wave.size(); ++i)
            wave[i] = i / size_t(format.channels) % 120 < 60 ? 8000 : -8000;
        audio.sendRecording(QByteArray(reinterpret_cast<const char *>(wave.data()), qsizetype(wave.size() * sizeof(qint16))));
    });
    // Compressed with loss on its way.
    EXPECT_TRUE(answers("arecord -q -t raw -D hw:0,0 -f S16_LE -r 48000 -c 2 -d 2 >/tmp/recorded; "
                        "od -An -v -td2 -w2 /tmp/recorded | awk '$1 > 5000 { ++up } $1 < -5000 { ++down } END { print up, down; exit up < 9600 || down < 9600 }'"))
        << guest->heard().toStdString();
    EXPECT_NE(format.rate, 0);
}

/// The library has a player and a recorder on GStreamer, which it makes when an agent greets.
TEST_P(DesktopGuest, LeavesTheLibrarysOwnPlayerOut)
{
    Ear ear(*probe.session.guestAudio());
    probe.session.guestAudio()->setPlaybackEnabled(false);
    ASSERT_TRUE(answers("until xclip -o -selection clipboard -t TARGETS >/dev/null 2>&1; do sleep 0.1; printf x | xclip -selection clipboard >/dev/null 2>&1; done"));
    ASSERT_TRUE(answers(playTone)) << guest->heard().toStdString();
    EXPECT_FALSE(QFile::exists(libraryPlayed())) << "muted is muted";
    EXPECT_TRUE(ear.samples.isEmpty());
}

INSTANTIATE_TEST_SUITE_P(On, DesktopGuest, testing::Values("qxl-vga,max_outputs=2", "virtio-vga"),
                         [](const auto &each) { return std::string(each.param).substr(0, std::string(each.param).find('-')); });
