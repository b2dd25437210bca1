// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/target/viewerfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QUrl>

#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

namespace {
using Kind = TargetProblem::Kind;

const QByteArray spiceFile = R"([virt-viewer]
type=spice
# what a cluster hands out
host=node1.example.org
port=-1
tls-port=61000
username=root
password=one\stwo\\three
ca=-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n
host-subject=OU=Cluster Node,O=Example,CN=node1
title=VM 100:%d - Press SHIFT+F12 to Release Cursor
fullscreen=1
toggle-fullscreen=shift+f11
secure-attention=Ctrl+Alt+Ins
release-cursor=Ctrl+Alt+R
enable-usbredir=1
x-made-by=somebody
delete-this-file=1

[ovirt]
host=elsewhere.example.org
)";

ConsoleTarget targetOf(const QByteArray &text)
{
    auto parsed = viewerfile::parse(text);
    if (const auto *problem = std::get_if<TargetProblem>(&parsed)) {
        ADD_FAILURE() << "refused: " << int(problem->kind) << ' ' << qPrintable(problem->detail);
        return {};
    }
    return std::get<ConsoleTarget>(std::move(parsed));
}

std::optional<TargetProblem> problemOf(const TargetOrProblem &parsed)
{
    const auto *problem = std::get_if<TargetProblem>(&parsed);
    return problem ? std::optional(*problem) : std::nullopt;
}

std::optional<Kind> kindOf(const QByteArray &text)
{
    const auto problem = problemOf(viewerfile::parse(text));
    return problem ? std::optional(problem->kind) : std::nullopt;
}

QByteArray vnc(const QByteArray &more)
{
    return "[virt-viewer]\ntype=vnc\nhost=h\nport=5901\n" + more;
}
} // namespace

TEST(ViewerFile, SaysAllThatASpiceSessionNeeds)
{
    const auto target = targetOf(spiceFile);
    EXPECT_EQ(target.protocol, ConsoleTarget::Protocol::Spice);
    EXPECT_EQ(target.host, u"node1.example.org");
    EXPECT_EQ(target.port, -1);
    EXPECT_EQ(target.tlsPort, 61000);
    EXPECT_EQ(target.user, u"root");
    EXPECT_EQ(target.password, u"one two\\three");
    EXPECT_EQ(target.certificateAuthority, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
    EXPECT_EQ(target.certificateSubject, u"OU=Cluster Node,O=Example,CN=node1");
    EXPECT_EQ(target.title, u"VM 100");
    EXPECT_TRUE(target.fullScreen);
    EXPECT_EQ(target.toggleFullScreen, QKeySequence(Qt::SHIFT | Qt::Key_F11));
    EXPECT_EQ(target.sendCtrlAltDel, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_Insert));
    EXPECT_EQ(target.releaseInput, QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_R));
    EXPECT_EQ(target.releaseModifiers, Qt::KeyboardModifiers());
    EXPECT_TRUE(viewerfile::wantsDeletion(spiceFile));
}

TEST(ViewerFile, SaysWhatAVncSessionNeedsAndNoMore)
{
    const auto target = targetOf(vnc({}));
    EXPECT_EQ(target.protocol, ConsoleTarget::Protocol::Vnc);
    EXPECT_EQ(target.place(), u"h:5901");
    EXPECT_TRUE(target.password.isEmpty());
    EXPECT_FALSE(target.fullScreen);
    EXPECT_TRUE(target.toggleFullScreen.isEmpty());
    EXPECT_FALSE(viewerfile::wantsDeletion(vnc({})));
}

TEST(ViewerFile, ReadsLinesOfAnyMaking)
{
    const auto target = targetOf("\xef\xbb\xbf# first\r\n\r\n[other]\r\nhost=no\r\n [virt-viewer] \r\n type = vnc\r\nhost= ::1 \r\n"
                                 "port=1\r\nport=5902\r\ntitle[de]=Nein\r\ntitle=Ja\r\n[virt-viewer]\r\npassword=x=y");
    EXPECT_EQ(target.host, u"::1");
    EXPECT_EQ(target.port, 5902);
    EXPECT_EQ(target.title, u"Ja");
    EXPECT_EQ(target.password, u"x=y");
}

TEST(ViewerFile, LeavesABackslashThatEscapesNothing)
{
    EXPECT_EQ(targetOf(vnc("password=a\\wb\\")).password, u"a\\wb\\");
}

TEST(ViewerFile, TakesBracketsFromAnAddress)
{
    EXPECT_EQ(targetOf("[virt-viewer]\ntype=vnc\nhost=[fe80::1]\nport=5900").host, u"fe80::1");
}

TEST(ViewerFile, EncryptsAllWhereSomeOfItHasToBe)
{
    const QByteArray both = "[virt-viewer]\ntype=spice\nhost=h\nport=5930\ntls-port=5931\n";
    EXPECT_EQ(targetOf(both).port, 5930);
    EXPECT_EQ(targetOf(both + "secure-channels=main;inputs\n").port, -1);
    EXPECT_EQ(targetOf(both + "secure-channels=main;inputs\n").tlsPort, 5931);
}

TEST(ViewerFile, NamesASocketInsteadOfAHost)
{
    EXPECT_EQ(targetOf("[virt-viewer]\ntype=spice\nunix-path=/run/spice").socketPath, u"/run/spice");
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=spice\nunix-path=run/spice"), Kind::NoHost);
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=spice\nunix-path=/" + QByteArray(200, 'a')), Kind::TooLong);
}

TEST(ViewerFile, RefusesWhatIsNoConnectionFile)
{
    EXPECT_EQ(kindOf({}), Kind::NoGroup);
    EXPECT_EQ(kindOf("type=vnc\nhost=h\n"), Kind::NoGroup);
    EXPECT_EQ(kindOf("[Desktop Entry]\ntype=vnc\n"), Kind::NoGroup);
    EXPECT_EQ(kindOf(QByteArray("[virt-viewer]\ntype=vnc\0\nhost=h", 29)), Kind::NotText);
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=vnc\nhost=\xff\xfe\n"), Kind::NotText);
    EXPECT_EQ(kindOf(QByteArray(viewerfile::longest + 1, '\n')), Kind::TooLarge);
    const auto problem = problemOf(viewerfile::parse("[virt-viewer]\ntype=vnc\nhost\n"));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, Kind::BadLine);
    EXPECT_EQ(problem->detail, u"3");
    EXPECT_EQ(kindOf("[virt-viewer\ntype=vnc\n"), Kind::BadLine);
    EXPECT_EQ(kindOf("[virt-viewer]\n=vnc\n"), Kind::BadLine);
}

TEST(ViewerFile, RefusesWhatLeadsNowhere)
{
    EXPECT_EQ(kindOf("[virt-viewer]\nhost=h\nport=1"), Kind::NoType);
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=ovirt\nhost=h\nport=1"), Kind::UnknownType);
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=vnc\nport=1"), Kind::NoHost);
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=vnc\nhost=h"), Kind::NoPort);
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=vnc\nhost=h\ntls-port=5"), Kind::NoPort);
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=vnc\nhost=h\nport=65536"), Kind::BadPort);
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=vnc\nhost=h\nport=x"), Kind::BadPort);
    EXPECT_EQ(kindOf(vnc("ca=certainly")), Kind::BadCertificate);
}

TEST(ViewerFile, GoesThroughAProxyToATicketWhichIsNotShown)
{
    const auto target = targetOf("[virt-viewer]\ntype=spice\nhost=pvespiceproxy:secret:100:node::secret\ntls-port=61000\nproxy=http://gate:3128\n");
    EXPECT_EQ(target.host, u"pvespiceproxy:secret:100:node::secret");
    EXPECT_EQ(target.proxy, QUrl(QStringLiteral("http://gate:3128")));
    EXPECT_EQ(target.place(), u"gate:3128");
}

TEST(ViewerFile, RefusesAProxyThatItCannotUseAndNamesIt)
{
    const auto problem = problemOf(viewerfile::parse(vnc("proxy=http://me:secret@gate:3128\n")));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->kind, Kind::ProxyWanted);
    EXPECT_EQ(problem->detail, u"gate");
    for (const auto *proxy : {"socks://gate:1080", "http://", "gate:3128", "http://gate:99999"}) {
        const auto text = QByteArray("[virt-viewer]\ntype=spice\nhost=h\nport=1\nproxy=") + proxy;
        EXPECT_EQ(kindOf(text), Kind::ProxyWanted) << proxy;
    }
}

TEST(ViewerFile, RefusesLineBreaksInValuesButNotInATitle)
{
    EXPECT_EQ(kindOf("[virt-viewer]\ntype=vnc\nhost=h\\nport=1\nport=5900"), Kind::ControlCharacters);
    EXPECT_EQ(kindOf(vnc("password=a\\nb")), Kind::ControlCharacters);
    EXPECT_EQ(kindOf(vnc("host-subject=CN=a\\rCN=b")), Kind::ControlCharacters);
    EXPECT_EQ(targetOf(vnc("title=one\\ntwo")).title, u"one two");
    EXPECT_EQ(targetOf(vnc("title=" + QByteArray(5000, 'a'))).title.size(), 200);
    EXPECT_EQ(kindOf(vnc("password=" + QByteArray(5000, 'a'))), Kind::TooLong);
}

TEST(ViewerFile, TakesModifiersAloneForLettingGo)
{
    const auto target = targetOf(vnc("release-cursor=ctrl+alt"));
    EXPECT_EQ(target.releaseModifiers, Qt::ControlModifier | Qt::AltModifier);
    EXPECT_TRUE(target.releaseInput.isEmpty());
    EXPECT_EQ(targetOf(vnc("release-cursor=shift")).releaseModifiers, Qt::KeyboardModifiers()) << "every capital letter would let go";
    EXPECT_TRUE(targetOf(vnc("release-cursor=shift")).releaseInput.isEmpty());
    EXPECT_EQ(targetOf(vnc("release-cursor=ctrl+")).releaseModifiers, Qt::KeyboardModifiers());
}

TEST(ViewerFile, TakesNoHotkeyThatIsNone)
{
    EXPECT_TRUE(targetOf(vnc("toggle-fullscreen=no such key")).toggleFullScreen.isEmpty());
    EXPECT_TRUE(targetOf(vnc("toggle-fullscreen=a, b, c")).toggleFullScreen.isEmpty());
    EXPECT_TRUE(targetOf(vnc("toggle-fullscreen=shift+a")).toggleFullScreen.isEmpty()) << "it could not be typed any more";
    EXPECT_TRUE(targetOf(vnc("release-cursor=x")).releaseInput.isEmpty());
    EXPECT_TRUE(targetOf(vnc("toggle-fullscreen=" + QByteArray(3000, '+'))).toggleFullScreen.isEmpty());
}

TEST(ViewerFile, NamesAPlaceOrIsRefusedWhereverItIsCutOrSpoilt)
{
    const auto isWhole = [](const QByteArray &text) {
        const auto parsed = viewerfile::parse(text);
        const auto *target = std::get_if<ConsoleTarget>(&parsed);
        return !target || (!target->host.isEmpty() && (target->port > 0 || target->tlsPort > 0) && target->title.size() <= 200);
    };
    for (qsizetype length = 0; length <= spiceFile.size(); ++length)
        EXPECT_TRUE(isWhole(spiceFile.first(length))) << length;
    for (qsizetype at = 0; at < spiceFile.size(); ++at) {
        for (const char spoilt : {'\0', '\n', '=', '[', '\\', '\xff'}) {
            auto text = spiceFile;
            text[at] = spoilt;
            EXPECT_TRUE(isWhole(text)) << at;
        }
    }
}

namespace {
class ViewerFileOnDisk : public testing::Test {
protected:
    QString write(const QString &name, const QByteArray &text) const
    {
        const auto path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            ADD_FAILURE() << "the file cannot be written";
        return path;
    }
    static std::optional<Kind> readKind(const QString &location)
    {
        const auto problem = problemOf(viewerfile::read(location));
        return problem ? std::optional(problem->kind) : std::nullopt;
    }

    QTemporaryDir folder;
};
} // namespace

TEST_F(ViewerFileOnDisk, IsReadAndDeletedWhereItAsksForThat)
{
    const auto path = write(QStringLiteral("a b.vv"), spiceFile);
    const auto parsed = viewerfile::read(path);
    ASSERT_TRUE(std::holds_alternative<ConsoleTarget>(parsed));
    EXPECT_EQ(std::get<ConsoleTarget>(parsed).tlsPort, 61000);
    EXPECT_FALSE(QFile::exists(path));
}

TEST_F(ViewerFileOnDisk, StaysWhereItDoesNotAsk)
{
    const auto path = write(QStringLiteral("a.vv"), vnc({}));
    EXPECT_TRUE(std::holds_alternative<ConsoleTarget>(viewerfile::read(path)));
    EXPECT_TRUE(QFile::exists(path));
}

TEST_F(ViewerFileOnDisk, StaysWhereItIsRefused)
{
    const auto path = write(QStringLiteral("a.vv"), vnc("proxy=http://gate:3128\ndelete-this-file=1\n"));
    EXPECT_EQ(readKind(path), Kind::ProxyWanted);
    EXPECT_TRUE(QFile::exists(path));
}

TEST_F(ViewerFileOnDisk, IsReadThroughALinkButNeverDeletedThroughOne)
{
    const auto path = write(QStringLiteral("a.vv"), spiceFile);
    const auto link = folder.filePath(QStringLiteral("link.vv"));
    ASSERT_TRUE(QFile::link(path, link));
    EXPECT_TRUE(std::holds_alternative<ConsoleTarget>(viewerfile::read(link)));
    EXPECT_TRUE(QFile::exists(path));
    EXPECT_TRUE(QFileInfo(link).isSymLink());
}

TEST_F(ViewerFileOnDisk, IsNotDeletedWhereItBelongsToSomebodyElse)
{
    if (geteuid() != 0)
        GTEST_SKIP() << "only root can give a file away";
    const auto path = write(QStringLiteral("a.vv"), spiceFile);
    ASSERT_EQ(chown(QFile::encodeName(path).constData(), 65534, 65534), 0);
    EXPECT_TRUE(std::holds_alternative<ConsoleTarget>(viewerfile::read(path)));
    EXPECT_TRUE(QFile::exists(path));
}

TEST_F(ViewerFileOnDisk, IsFoundByTheAddressOfAFile)
{
    const auto path = write(QStringLiteral("a b.vv"), vnc({}));
    EXPECT_TRUE(std::holds_alternative<ConsoleTarget>(viewerfile::read(QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded))));
}

TEST_F(ViewerFileOnDisk, IsNotFetchedFromAnotherComputer)
{
    EXPECT_EQ(readKind(QStringLiteral("http://example.org/a.vv")), Kind::NotLocal);
    EXPECT_EQ(readKind(QStringLiteral("file://example.org/a.vv")), Kind::NotLocal);
    EXPECT_EQ(readKind(QStringLiteral("smb://example.org/a.vv")), Kind::NotLocal);
}

TEST_F(ViewerFileOnDisk, IsAFileAndNothingElse)
{
    EXPECT_EQ(readKind(folder.path()), Kind::NotAFile);
    EXPECT_EQ(readKind(QStringLiteral("/dev/zero")), Kind::NotAFile);
    EXPECT_EQ(readKind(folder.filePath(QStringLiteral("none.vv"))), Kind::NotReadable);
    EXPECT_EQ(readKind(QString()), Kind::NotReadable);
    EXPECT_EQ(readKind(QStringLiteral("/tmp/a") + QChar(u'\0') + u'b'), Kind::NotReadable);
    const auto pipe = folder.filePath(QStringLiteral("pipe.vv"));
    ASSERT_EQ(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    EXPECT_EQ(readKind(pipe), Kind::NotAFile);
}

TEST_F(ViewerFileOnDisk, IsNotReadWhereItIsHuge)
{
    const auto path = write(QStringLiteral("huge.vv"), spiceFile);
    ASSERT_EQ(truncate(QFile::encodeName(path).constData(), 1LL << 40), 0);
    EXPECT_EQ(readKind(path), Kind::TooLarge);
    EXPECT_TRUE(QFile::exists(path));
}
