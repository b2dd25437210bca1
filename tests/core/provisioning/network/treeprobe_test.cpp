// SPDX-License-Identifier: GPL-3.0-or-later
// Against a server of our own.
#include "core/provisioning/network/treeprobe.h"

#include "core/downloads/downloads.h"
#include "core/provisioning/osdatabase.h"
#include "tests/core/support/waiting.h"
#include "tests/core/testdata.h"
#include "tests/support/httpserver.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <chrono>

using namespace std::chrono_literals;

namespace {

class TreeProbe : public testing::Test {
protected:
    TreeProbe() : m_downloads(m_folder.filePath(QStringLiteral("cache")), 10ms) {}

    Result<InstallTree> probe(const QString &path, OsDatabase *database = nullptr)
    {
        return wait(probeTree(m_downloads, database, m_server.url(path).toString(), QStringLiteral("x86_64")));
    }
    Result<InstallTree> wait(QFuture<Result<InstallTree>> future)
    {
        EXPECT_TRUE(waitFor([&] { return future.isFinished(); }));
        return future.isFinished() && future.resultCount() > 0 ? future.result() : failure(Error::Kind::TimedOut, {});
    }

    QTemporaryDir m_folder;
    HttpServer m_server;
    Downloads m_downloads;
};

const QByteArray sum(64, 'c');

} // namespace

TEST_F(TreeProbe, KnowsFedorasByTheirTreeinfoAndTheDatabaseTheirSystem)
{
    m_server.file("/f/.treeinfo").body = "[general]\nfamily = Fedora\nvariant = Server\nversion = 33\narch = x86_64\n"
                                         "[images-x86_64]\nkernel = images/pxeboot/vmlinuz\ninitrd = images/pxeboot/initrd.img\n";
    OsDatabase database;
    if (!database.systems().result())
        GTEST_SKIP() << "needs the OS database (osinfo-db)";
    const auto tree = probe(QStringLiteral("/f"), &database);
    ASSERT_TRUE(tree) << tree.error().message.toStdString();
    EXPECT_EQ(tree->osId, QStringLiteral("http://fedoraproject.org/fedora/33"));
    EXPECT_EQ(tree->arguments, QStringLiteral("inst.repo=") + m_server.url(QStringLiteral("/f/")).toString());
}

TEST_F(TreeProbe, KnowsDebianByItsChecksumsAndRelease)
{
    m_server.file("/debian/dists/stable/main/installer-amd64/current/images/SHA256SUMS").body =
        sum + "  ./netboot/debian-installer/amd64/linux\n" + sum + "  ./netboot/debian-installer/amd64/initrd.gz\n";
    m_server.file("/debian/dists/stable/Release").body = "Origin: Debian\nSuite: stable\nVersion: 12.5\nCodename: bookworm\n";
    const auto tree = probe(QStringLiteral("/debian/"));
    ASSERT_TRUE(tree) << tree.error().message.toStdString();
    EXPECT_EQ(tree->osId, QStringLiteral("http://debian.org/debian/12"));
    EXPECT_EQ(tree->kernel.checksum.toLatin1(), sum);
}

TEST_F(TreeProbe, FindsKernelsInTheUsualPlacesOfTreesThatSayNothing)
{
    m_server.file("/suse/boot/x86_64/loader/linux").body = "kernel";
    m_server.file("/suse/boot/x86_64/loader/initrd").body = "initrd";
    const auto tree = probe(QStringLiteral("/suse/"));
    ASSERT_TRUE(tree) << tree.error().message.toStdString();
    EXPECT_EQ(tree->arguments, QStringLiteral("install=") + m_server.url(QStringLiteral("/suse/")).toString());
    EXPECT_EQ(tree->osId, QString());
}

TEST_F(TreeProbe, GoesOnBehindATreeinfoThatIsNone)
{
    m_server.file("/x/.treeinfo").body = "<html>welcome to the intranet</html>";
    m_server.file("/x/images/pxeboot/vmlinuz").body = "kernel";
    m_server.file("/x/images/pxeboot/initrd.img").body = "initrd";
    const auto tree = probe(QStringLiteral("/x/"));
    ASSERT_TRUE(tree) << tree.error().message.toStdString();
    EXPECT_EQ(tree->kernel.url, m_server.url(QStringLiteral("/x/images/pxeboot/vmlinuz")));
}

TEST_F(TreeProbe, SaysWhatItIsThatIsNoTree)
{
    EXPECT_EQ(probe(QStringLiteral("/nothing/")).error().kind, Error::Kind::NotFound);
    m_server.file("/half/images/pxeboot/vmlinuz").body = "kernel";
    EXPECT_EQ(probe(QStringLiteral("/half/")).error().kind, Error::Kind::NotFound);
    EXPECT_EQ(wait(probeTree(m_downloads, nullptr, QStringLiteral("ftp://a.example/"), {})).error().kind, Error::Kind::InvalidInput);
    // Nobody listens there: port 1 is reserved for what nobody runs.
    EXPECT_EQ(wait(probeTree(m_downloads, nullptr, QStringLiteral("http://127.0.0.1:1/"), {})).error().kind, Error::Kind::ServerUnreachable);
}
