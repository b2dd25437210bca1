// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/checksums.h"

#include "core/downloads/filename.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

const QByteArray sha256(64, 'a');
const QByteArray sha512(128, 'b');
const QString image = QStringLiteral("debian-13.iso");

QStringList namesFor(const char *address)
{
    QStringList names;
    for (const auto &place : checksums::placesFor(QUrl(QString::fromLatin1(address))))
        names += place.path().section(u'/', -1);
    return names;
}

} // namespace

TEST(Checksums, AreFoundInAListOfMany)
{
    const auto text = QByteArray(64, 'c') + "  other.iso\n" + sha256 + " *debian-13.iso\n";
    const auto found = checksums::find(text, image, checksums::About::ManyFiles);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->hex, sha256);
    EXPECT_EQ(found->algorithm, QCryptographicHash::Sha256);
    EXPECT_FALSE(checksums::find(text, QStringLiteral("third.iso"), checksums::About::ManyFiles));
}

TEST(Checksums, AreFoundAsBsdAndFedoraWriteThemInsideASignature)
{
    const auto text = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n# debian-13.iso: 12 bytes\nSHA256 (debian-13.iso) = " + sha256.toUpper()
        + "\n-----BEGIN PGP SIGNATURE-----\n\niQIzBAEBCAAdFiEE\n-----END PGP SIGNATURE-----\n";
    const auto found = checksums::find(text, image, checksums::About::ManyFiles);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->hex, sha256);
}

TEST(Checksums, OfOneFileMayNameItDifferently)
{
    const auto renamed = sha512 + "  debian-13-build7.iso\n";
    EXPECT_FALSE(checksums::find(renamed, image, checksums::About::ManyFiles));
    const auto found = checksums::find(renamed, image, checksums::About::OneFile);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->algorithm, QCryptographicHash::Sha512);
    EXPECT_TRUE(checksums::find(sha256, image, checksums::About::OneFile)) << "digits alone";
    EXPECT_FALSE(checksums::find(sha256 + "\n" + QByteArray(64, 'd'), image, checksums::About::OneFile)) << "two of them";
}

TEST(Checksums, AreNothingElseThanDigitsOfTheRightNumber)
{
    EXPECT_FALSE(Checksum::fromHex(QByteArray(63, 'a')));
    EXPECT_FALSE(Checksum::fromHex(QByteArray(64, 'g')));
    EXPECT_FALSE(Checksum::fromHex({}));
    EXPECT_FALSE(checksums::find(QByteArray(96, 'a') + "  debian-13.iso\n", image, checksums::About::ManyFiles));
    EXPECT_FALSE(checksums::find("<html><body>404</body></html>", image, checksums::About::OneFile));
}

TEST(Checksums, AreLookedForWhereEachMakerPutsThem)
{
    EXPECT_EQ(namesFor("https://cdimage.debian.org/cdimage/archive/13.4.0/amd64/iso-cd/debian-13.4.0-amd64-netinst.iso").first(), QStringLiteral("SHA512SUMS"));
    EXPECT_EQ(namesFor("https://releases.ubuntu.com/noble/ubuntu-24.04-live-server-amd64.iso").first(), QStringLiteral("SHA256SUMS"));
    EXPECT_EQ(namesFor("https://download.fedoraproject.org/pub/fedora/linux/releases/43/Server/x86_64/iso/Fedora-Server-netinst-x86_64-43-1.6.iso").first(),
              QStringLiteral("Fedora-Server-43-1.6-x86_64-CHECKSUM"));
    EXPECT_EQ(namesFor("https://download.fedoraproject.org/pub/fedora/linux/releases/43/Cloud/x86_64/images/Fedora-Cloud-Base-Generic-43-1.6.x86_64.qcow2").first(),
              QStringLiteral("Fedora-Cloud-43-1.6-x86_64-CHECKSUM"));
    EXPECT_EQ(namesFor("https://download.freebsd.org/releases/ISO-IMAGES/15.0/FreeBSD-15.0-RELEASE-amd64-disc1.iso").first(),
              QStringLiteral("CHECKSUM.SHA512-FreeBSD-15.0-RELEASE-amd64"));
    EXPECT_EQ(namesFor("https://dl-cdn.alpinelinux.org/alpine/v3.22/releases/x86_64/alpine-standard-3.22.0-x86_64.iso").first(),
              QStringLiteral("alpine-standard-3.22.0-x86_64.iso.sha512"));
    EXPECT_FALSE(namesFor("http://mirror.local/x.iso").isEmpty());
}

TEST(FileNameOf, TakesTheLastPartOfAnAddressAndNothingThatLeadsElsewhere)
{
    EXPECT_EQ(fileNameOf(QUrl(QStringLiteral("https://a.example/b/c.iso"))), QStringLiteral("c.iso"));
    EXPECT_EQ(fileNameOf(QUrl(QStringLiteral("https://a.example/list?redirect=1&path=/9/x.iso"))), QStringLiteral("x.iso"));
    EXPECT_EQ(fileNameOf(QUrl(QStringLiteral("https://a.example/b/"))), QString());
    EXPECT_EQ(fileNameOf(QUrl(QStringLiteral("https://a.example/b/%2e%2e"))), QString());
    EXPECT_EQ(fileNameOf(QUrl(QStringLiteral("https://a.example/b/%2e%2e%2fpasswd"))), QString());
    EXPECT_EQ(fileNameOf(QUrl(QStringLiteral("https://a.example/b/x%0a.iso"))), QString());
}
