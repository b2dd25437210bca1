// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/network/treeinfo.h"

#include "core/provisioning/network/debiantree.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

const QUrl top(QStringLiteral("https://mirror.example/fedora/39/os/"));
const QByteArray sum(64, 'a');

QByteArray fedora(const QByteArray &kernel = "images/pxeboot/vmlinuz")
{
    return "[checksums]\nimages/pxeboot/initrd.img = sha256:" + sum + "\nimages/pxeboot/vmlinuz = md5:0123\n\n"
           "[general]\n; made by a tool\narch = x86_64\nfamily = Fedora\nname = Fedora 39\nversion = 39\nplatforms = x86_64,xen\n\n"
           "[images-x86_64]\nboot.iso = images/boot.iso\ninitrd = images/pxeboot/initrd.img\nkernel = " + kernel + "\n\n"
           "[images-xen]\ninitrd = images/pxeboot/initrd.img\nkernel = images/xen/vmlinuz\n";
}

debiantree::Place firstPlace(const char *address, const char *architecture = "x86_64")
{
    return debiantree::placesIn(QUrl(QString::fromLatin1(address)), QString::fromLatin1(architecture)).value(0);
}

} // namespace

TEST(Treeinfo, SaysWhereTheInstallerIsAndWhatItIsTold)
{
    const auto tree = treeinfo::read(fedora(), top);
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->kernel.url, QUrl(QStringLiteral("https://mirror.example/fedora/39/os/images/pxeboot/vmlinuz")));
    EXPECT_EQ(tree->kernel.checksum, QString()) << "MD5 proves nothing";
    EXPECT_EQ(tree->initrd.checksum.toLatin1(), sum);
    EXPECT_EQ(tree->arguments, QStringLiteral("inst.repo=https://mirror.example/fedora/39/os/"));
    EXPECT_EQ(tree->architecture, QStringLiteral("x86_64"));
    EXPECT_EQ(tree->name, QStringLiteral("Fedora 39"));
}

TEST(Treeinfo, KnowsHowEachInstallerIsToldOfItsSource)
{
    const auto told = [](const char *family, const char *version) { return installtrees::argumentsFor(QString::fromLatin1(family), QString::fromLatin1(version), top); };
    EXPECT_EQ(told("Red Hat Enterprise Linux", "9.4"), QStringLiteral("inst.repo=https://mirror.example/fedora/39/os/"));
    EXPECT_EQ(told("CentOS", "6.10"), QStringLiteral("method=https://mirror.example/fedora/39/os/"));
    EXPECT_EQ(told("Fedora", "18"), QStringLiteral("method=https://mirror.example/fedora/39/os/"));
    EXPECT_EQ(told("openSUSE Leap", "15.6"), QStringLiteral("install=https://mirror.example/fedora/39/os/"));
    EXPECT_EQ(told("Debian", "12"), QString());
}

TEST(Treeinfo, NamesNothingOutsideOfItsTree)
{
    for (const auto *path : {"../../etc/shadow", "/etc/shadow", "images/../../x", "http://other.example/x", "", "images//x", "..", "a\\b", "a\tb"})
        EXPECT_FALSE(treeinfo::read(fedora(path), top)) << path;
    // What would be a query or a fragment is a file's name.
    const auto odd = treeinfo::read(fedora("images/a?b#c"), top);
    ASSERT_TRUE(odd);
    EXPECT_TRUE(odd->kernel.url.query().isEmpty());
    EXPECT_EQ(odd->kernel.url.host(), QStringLiteral("mirror.example"));
}

TEST(Treeinfo, TakesNoRubbish)
{
    EXPECT_FALSE(treeinfo::read({}, top));
    EXPECT_FALSE(treeinfo::read("<html><body>404</body></html>", top));
    EXPECT_FALSE(treeinfo::read(QByteArray(300 << 10, '['), top));
    EXPECT_FALSE(treeinfo::read(QByteArray("[general]\narch=x86_64\n") + QByteArray(100'000, '\n') + fedora(), top)) << "more lines than any has";
    auto cut = fedora();
    for (qsizetype length = cut.size(); length > 0; length -= 7) // no prefix may bring it down
        (void)treeinfo::read(cut.first(length), top);
    auto bad = fedora();
    bad.replace(sum, "zz");
    EXPECT_EQ(treeinfo::read(bad, top)->initrd.checksum, QString());
}

TEST(InstallTrees, TakeAddressesAsPeopleWriteThem)
{
    const auto topOf = [](const char *text) { return installtrees::topOf(QString::fromLatin1(text)).toString(); };
    EXPECT_EQ(topOf(" https://a.example/os "), QStringLiteral("https://a.example/os/"));
    EXPECT_EQ(topOf("http://a.example"), QStringLiteral("http://a.example/"));
    EXPECT_EQ(topOf("http://a.example/os/.treeinfo?x=1#y"), QStringLiteral("http://a.example/os/"));
    for (const auto *text : {"", "a.example/os", "file:///etc", "ftp://a.example/", "http:///os", "https://a b/"})
        EXPECT_EQ(topOf(text), QString()) << text;
    EXPECT_EQ(topOf(QByteArray("http://a.example/" + QByteArray(5000, 'x')).constData()), QString());
}

TEST(DebianTree, IsLookedForWherePeoplePointTo)
{
    const auto expected = QUrl(QStringLiteral("http://deb.example/debian/dists/bookworm/main/installer-amd64/current/images/SHA256SUMS"));
    EXPECT_EQ(firstPlace("http://deb.example/debian/dists/bookworm/").sums(), expected);
    EXPECT_EQ(firstPlace("http://deb.example/debian/dists/bookworm/main/installer-amd64/").sums(), expected);
    EXPECT_EQ(firstPlace("http://deb.example/debian/dists/bookworm/main/installer-amd64/current/images/netboot/").sums(), expected);
    EXPECT_EQ(firstPlace("http://deb.example/debian/").sums(),
              QUrl(QStringLiteral("http://deb.example/debian/dists/stable/main/installer-amd64/current/images/SHA256SUMS")));
    EXPECT_EQ(firstPlace("http://deb.example/debian/", "aarch64").sums(),
              QUrl(QStringLiteral("http://deb.example/debian/dists/stable/main/installer-arm64/current/images/SHA256SUMS")));
    EXPECT_EQ(firstPlace("http://deb.example/debian/dists/bookworm/").release, QUrl(QStringLiteral("http://deb.example/debian/dists/bookworm/Release")));
}

TEST(DebianTree, TakesKernelAndInitrdFromTheListOfChecksums)
{
    const QUrl archive(QStringLiteral("http://deb.example/debian/"));
    const auto place = firstPlace("http://deb.example/debian/");
    const QByteArray other(64, 'b');
    const auto sums = sum + "  ./netboot/gtk/debian-installer/amd64/linux\n" + sum + "  ./netboot/debian-installer/amd64/linux\n" + other
        + "  ./netboot/debian-installer/amd64/initrd.gz\n";
    const auto tree = debiantree::read(sums, place, archive, QStringLiteral("x86_64"));
    ASSERT_TRUE(tree);
    EXPECT_EQ(tree->kernel.url, place.images.resolved(QUrl(QStringLiteral("netboot/debian-installer/amd64/linux"))));
    EXPECT_EQ(tree->kernel.checksum.toLatin1(), sum);
    EXPECT_EQ(tree->initrd.checksum.toLatin1(), other);
    EXPECT_EQ(tree->arguments, QString());
    EXPECT_FALSE(debiantree::read(sums, place, archive, QStringLiteral("aarch64")));
    EXPECT_FALSE(debiantree::read({}, place, archive, QStringLiteral("x86_64")));
}

TEST(InstallTrees, SayHowTheirInstallerIsToldWhatItWouldAsk)
{
    auto tree = *treeinfo::read(fedora(), top);
    EXPECT_EQ(installtrees::answersOf(tree), AnswerFormat::Kickstart);
    EXPECT_EQ(installtrees::packagesOf(tree), top);
    tree.arguments = QStringLiteral("install=http://a.example/");
    EXPECT_EQ(installtrees::answersOf(tree), AnswerFormat::AutoYast);
    const auto place = firstPlace("http://deb.example/debian/dists/bookworm/");
    const auto debian = debiantree::read(sum + "  ./netboot/debian-installer/amd64/linux\n" + sum + "  ./netboot/debian-installer/amd64/initrd.gz\n", place,
                                         QUrl(QStringLiteral("http://deb.example/debian/dists/bookworm/")), QStringLiteral("x86_64"));
    ASSERT_TRUE(debian);
    EXPECT_EQ(installtrees::answersOf(*debian), AnswerFormat::Preseed);
    EXPECT_EQ(installtrees::packagesOf(*debian), QUrl(QStringLiteral("http://deb.example/debian/")));
    auto bare = *debian;
    bare.url = QUrl(QStringLiteral("http://lab.example/netboot/"));
    bare.kernel.url = QUrl(QStringLiteral("http://lab.example/netboot/linux"));
    EXPECT_TRUE(installtrees::packagesOf(bare).isEmpty()) << "the usual mirrors";
}

TEST(DebianTree, IsNamedByItsRelease)
{
    EXPECT_EQ(debiantree::systemIn("Origin: Debian\nLabel: Debian\nSuite: oldstable\nVersion: 12.12\nCodename: bookworm\n").osId,
              QStringLiteral("http://debian.org/debian/12"));
    EXPECT_EQ(debiantree::systemIn("Origin: Debian\nSuite: testing\nCodename: forky\n").osId, QStringLiteral("http://debian.org/debian/testing"));
    EXPECT_EQ(debiantree::systemIn("Origin: Ubuntu\r\nVersion: 22.04\r\nCodename: jammy\r\n").osId, QStringLiteral("http://ubuntu.com/ubuntu/22.04"));
    EXPECT_EQ(debiantree::systemIn("Origin: Kali\nVersion: 2024.1\n").osId, QString());
    EXPECT_EQ(debiantree::systemIn("<html>").osId, QString());
}
