// SPDX-License-Identifier: GPL-3.0-or-later
// A real X server of TigerVNC: it has what QEMU has not, fences and continuous updates.
#include "tests/support/spin.h"
#include "tests/viewer/rfb/sessionprobe.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace {

constexpr auto patience = std::chrono::seconds(30);

struct TigerVncTest : testing::Test {
    QTemporaryDir folder;
    QProcess server;
    QString display;
    SessionProbe probe;

    void SetUp() override
    {
        int port = 0;
        {
            QTcpServer free;
            free.listen(QHostAddress::LocalHost);
            port = free.serverPort();
        }
        // Numbered like the port, so that no other display has that number.
        display = QStringLiteral(":%1").arg(port);
        server.start(QStringLiteral("Xtigervnc"),
                     {display, QStringLiteral("-rfbport"), QString::number(port), QStringLiteral("-localhost"), QStringLiteral("-SecurityTypes"),
                      QStringLiteral("None"), QStringLiteral("-geometry"), QStringLiteral("640x480"), QStringLiteral("-depth"), QStringLiteral("24"),
                      QStringLiteral("-nolisten"), QStringLiteral("tcp"), QStringLiteral("-ac")});
        QTcpSocket try_;
        ASSERT_TRUE(spinUntil(
            [&] {
                if (try_.state() == QAbstractSocket::UnconnectedState)
                    try_.connectToHost(QHostAddress::LocalHost, quint16(port));
                return try_.state() == QAbstractSocket::ConnectedState || server.state() == QProcess::NotRunning;
            },
            patience));
        try_.abort();
        ASSERT_EQ(server.state(), QProcess::Running) << server.readAllStandardError().constData();
        Endpoint endpoint;
        endpoint.address = QStringLiteral("127.0.0.1");
        endpoint.port = port;
        endpoint.link = Endpoint::Link::Remote;
        probe.session.open(endpoint);
        ASSERT_TRUE(spinUntil([&] { return probe.timesDamaged > 0 || probe.error; }, patience));
        ASSERT_FALSE(probe.error) << qPrintable(probe.error->message);
    }
    void TearDown() override
    {
        server.kill();
        spinUntil([&] { return server.state() == QProcess::NotRunning; });
    }
    QStringList onDisplay(const QStringList &rest) const
    {
        return QStringList{QStringLiteral("-display"), display, QStringLiteral("-selection"), QStringLiteral("clipboard")} + rest;
    }
};

} // namespace

TEST_F(TigerVncTest, MeasuresByFencesAndTakesUpdatesUnasked)
{
    EXPECT_TRUE(spinUntil([&] { return probe.session.statistics().latency.has_value(); }, patience));
    // A size changes the area of continuous updates: pictures go on coming.
    ASSERT_TRUE(probe.session.canResize());
    probe.session.requestResize({800, 600});
    ASSERT_TRUE(spinUntil([&] { return probe.session.framebuffer().size() == QSize(800, 600); }, patience));
    const int before = probe.timesDamaged;
    probe.fetchDamage();
    QProcess root;
    root.start(QStringLiteral("xsetroot"), {QStringLiteral("-display"), display, QStringLiteral("-solid"), QStringLiteral("#336699")});
    EXPECT_TRUE(spinUntil(
        [&] { return probe.timesDamaged > before && probe.session.framebuffer().snapshot().pixel(790, 590) == 0xff336699; }, patience));
    spinUntil([&] { return root.state() == QProcess::NotRunning; });
}

TEST_F(TigerVncTest, SharesTheClipboardInUtf8)
{
    QProcess copy;
    copy.start(QStringLiteral("xclip"), onDisplay({QStringLiteral("-quiet"), QStringLiteral("-i")}));
    copy.write("vom X-Server €\nzwei");
    copy.closeWriteChannel();
    ASSERT_TRUE(spinUntil([&] { return !probe.offers.isEmpty() && !probe.offers.last().isEmpty(); }, patience));
    probe.session.guestClipboard()->request(ClipboardForm::Text);
    ASSERT_TRUE(spinUntil([&] { return !probe.received.isEmpty(); }, patience));
    EXPECT_EQ(probe.received.last(), QByteArray("vom X-Server €\nzwei"));

    probe.session.guestClipboard()->offer({ClipboardForm::Text});
    ASSERT_TRUE(spinUntil([&] { return copy.state() == QProcess::NotRunning; }, patience)) << "it lost the clipboard";
    QProcess paste;
    paste.start(QStringLiteral("xclip"), onDisplay({QStringLiteral("-o"), QStringLiteral("-t"), QStringLiteral("UTF8_STRING")}));
    ASSERT_TRUE(spinUntil([&] { return !probe.wanted.isEmpty(); }, patience));
    probe.session.guestClipboard()->provide(ClipboardForm::Text, "zum X-Server €\nzwei");
    ASSERT_TRUE(spinUntil([&] { return paste.state() == QProcess::NotRunning; }, patience));
    EXPECT_EQ(paste.readAllStandardOutput(), QByteArray("zum X-Server €\nzwei"));
}
