// SPDX-License-Identifier: GPL-3.0-or-later
// On images as Windows' makers write them: UDF, with a note on the ISO 9660 side (genisoimage).
#include "core/provisioning/windows/windowsimage.h"

#include "core/provisioning/osdatabase.h"
#include "core/provisioning/windows/discfile.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QtEndian>

namespace {

QString image(int index, const QString &name, const QString &id, int build, const QString &kind = QStringLiteral("Client"))
{
    return QStringLiteral("<IMAGE INDEX=\"%1\"><NAME>%2</NAME><WINDOWS><ARCH>9</ARCH><EDITIONID>%3</EDITIONID><INSTALLATIONTYPE>%5</INSTALLATIONTYPE>"
                          "<LANGUAGES><LANGUAGE>de-DE</LANGUAGE><LANGUAGE>en-US</LANGUAGE><DEFAULT>en-US</DEFAULT></LANGUAGES>"
                          "<VERSION><MAJOR>10</MAJOR><MINOR>0</MINOR><BUILD>%4</BUILD></VERSION></WINDOWS></IMAGE>")
        .arg(QString::number(index), name, id, QString::number(build), kind);
}

QByteArray utf16(const QString &text)
{
    auto encode = QStringEncoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
    return encode(QStringLiteral("<WIM>%1</WIM>").arg(text));
}

const QString windows11 = image(1, QStringLiteral("Windows 11 Home"), QStringLiteral("Core"), 22631)
    + image(2, QStringLiteral("Windows 11 Pro"), QStringLiteral("Professional"), 22631);

/// A header, some bytes that stand for the content, and the XML at the end.
QByteArray wim(const QByteArray &xml, qsizetype content = 100000)
{
    QByteArray data(208, '\0');
    data.replace(0, 5, "MSWIM");
    data += QByteArray(content, 'x');
    qToLittleEndian<quint64>(quint64(xml.size()) | quint64(2) << 56, data.data() + 72);
    qToLittleEndian<quint64>(quint64(data.size()), data.data() + 80);
    return data + xml;
}

class WindowsImage : public testing::Test {
protected:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void put(const QString &name, const QByteArray &data) const
    {
        const auto file = path(QStringLiteral("tree/") + name);
        QDir().mkpath(QFileInfo(file).path());
        QFile out(file);
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        EXPECT_EQ(out.write(data), data.size());
    }
    /// The image of what was put; its files are to be seen on the UDF side alone.
    QString asMadeByMicrosoft(const QStringList &more = {QStringLiteral("-hide"), QStringLiteral("sources")})
    {
        const auto iso = path(QStringLiteral("image.iso"));
        QProcess maker;
        maker.start(QStringLiteral("genisoimage"), QStringList{QStringLiteral("-quiet"), QStringLiteral("-udf"), QStringLiteral("-J"), QStringLiteral("-iso-level"), QStringLiteral("3"),
                    QStringLiteral("-allow-limited-size"), QStringLiteral("-V"), QStringLiteral("CCCOMA_X64FRE_EN-US_DV9"), QStringLiteral("-o"), iso} + more
                    + QStringList{path(QStringLiteral("tree"))});
        EXPECT_TRUE(maker.waitForFinished() && maker.exitCode() == 0) << maker.readAllStandardError().constData();
        return iso;
    }
    static std::vector<WindowsEdition> editions(const QString &iso)
    {
        const auto file = ImageFile::open(iso);
        return file ? windowsEditionsOn(*file) : std::vector<WindowsEdition>();
    }
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("genisoimage")).isEmpty())
            GTEST_SKIP() << "needs genisoimage";
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(WindowsImage, IsReadThroughUdfWhereTheOtherSideIsANote)
{
    put(QStringLiteral("sources/install.wim"), wim(utf16(windows11)));
    put(QStringLiteral("README.TXT"), "This disc contains a \"UDF\" file system");
    const auto iso = asMadeByMicrosoft();
    const auto file = ImageFile::open(iso);
    ASSERT_TRUE(file);
    EXPECT_FALSE(findOnIso(*file, {"sources", "install.wim"}));
    const auto found = windowsEditionsOn(*file);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[1].index, 2);
    EXPECT_EQ(found[1].name, QStringLiteral("Windows 11 Pro"));
    EXPECT_EQ(found[1].id, QStringLiteral("Professional"));
    EXPECT_EQ(found[1].architecture, QStringLiteral("x86_64"));
    EXPECT_EQ(found[1].languages, QStringList({QStringLiteral("en-US"), QStringLiteral("de-DE")}));
    EXPECT_EQ(found[1].build, 22631);
    EXPECT_EQ(usualEdition(found), 1U);
}

TEST_F(WindowsImage, IsReadThroughIso9660WhereThereIsNoUdf)
{
    put(QStringLiteral("sources/install.esd"), wim(utf16(windows11)));
    const auto iso = path(QStringLiteral("plain.iso"));
    QProcess maker;
    maker.start(QStringLiteral("genisoimage"), {QStringLiteral("-quiet"), QStringLiteral("-o"), iso, path(QStringLiteral("tree"))});
    ASSERT_TRUE(maker.waitForFinished());
    EXPECT_EQ(editions(iso).size(), 2U);
}

TEST_F(WindowsImage, OfFiveGigabytesIsKnownInLessThanThreeHundredMilliseconds)
{
    put(QStringLiteral("sources/install.wim"), {});
    const auto content = wim(utf16(windows11), 0);
    QFile large(path(QStringLiteral("tree/sources/install.wim")));
    ASSERT_TRUE(large.open(QIODevice::ReadWrite));
    const qint64 hole = 5LL << 30;
    auto header = content.first(208);
    qToLittleEndian<quint64>(quint64(hole), header.data() + 80);
    large.write(header);
    large.seek(hole);
    large.write(content.sliced(208));
    large.close();
    // An image of that length would take a minute to be written: what it holds lies at the same places in one with holes.
    OsDatabase database;
    ASSERT_TRUE(database.systems().result()) << "needs the OS database (osinfo-db)";
    const auto file = ImageFile::open(large.fileName());
    const DiscFile whole({{0, 1 << 30}, {1 << 30, qint64(file->size().count()) - (1 << 30)}}, qint64(file->size().count()));
    EXPECT_EQ(whole.at(*file, hole, 4), content.sliced(208, 4));
    put(QStringLiteral("sources/install.wim"), wim(utf16(windows11)));
    const auto iso = asMadeByMicrosoft();
    QFile longer(iso);
    ASSERT_TRUE(longer.resize(hole));
    QElapsedTimer clock;
    clock.start();
    const auto identity = database.identify(iso).result();
    EXPECT_LT(clock.elapsed(), 300);
    ASSERT_TRUE(identity);
    EXPECT_TRUE(identity->recognised);
    EXPECT_EQ(identity->os.shortId, QStringLiteral("win11"));
    EXPECT_EQ(identity->edition, QStringLiteral("Windows 11 Pro"));
}

TEST_F(WindowsImage, CutShortAnywhereGivesNoEditionAndNoCrash)
{
    put(QStringLiteral("sources/install.wim"), wim(utf16(windows11), 10));
    const auto iso = asMadeByMicrosoft();
    QFile file(iso);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto whole = file.readAll();
    for (qsizetype length = 2048; length < whole.size(); length += 2048) {
        const auto found = windowsEditionsOn(ImageFile::holding(whole.first(length)));
        EXPECT_TRUE(found.empty() || found.size() == 2U) << length;
    }
}

TEST_F(WindowsImage, WithAnyByteSpoiledIsStillReadWithinBounds)
{
    put(QStringLiteral("sources/install.wim"), wim(utf16(windows11), 10));
    QFile file(asMadeByMicrosoft());
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const auto whole = file.readAll();
    QRandomGenerator random(20261125);
    for (int round = 0; round < 3000; ++round) {
        auto spoiled = whole;
        for (int i = 0; i < 4; ++i) {
            // Where descriptors and entries are; and lengths like to lie.
            const auto place = qsizetype(random.bounded(quint32(std::min<qsizetype>(whole.size() - 32768, 600000)))) + 32768;
            spoiled[place] = char(random.bounded(2) ? 0xFF : random.bounded(256));
        }
        EXPECT_LE(windowsEditionsOn(ImageFile::holding(spoiled)).size(), 2U);
    }
}

TEST(WindowsEditions, AreSystemsOfTheDatabaseByTheirBuild)
{
    const auto idOf = [](int build, bool isServer) {
        WindowsEdition edition;
        edition.build = build;
        edition.isServer = isServer;
        return edition.osId().section(u'/', -1);
    };
    EXPECT_EQ(idOf(19045, false), QStringLiteral("10"));
    EXPECT_EQ(idOf(26100, false), QStringLiteral("11"));
    EXPECT_EQ(idOf(7601, false), QStringLiteral("7"));
    EXPECT_EQ(idOf(17763, true), QStringLiteral("2k19"));
    EXPECT_EQ(idOf(20348, true), QStringLiteral("2k22"));
    EXPECT_EQ(idOf(26100, true), QStringLiteral("2k25"));
    EXPECT_EQ(idOf(2600, false), QString());
}

TEST(WindowsEditions, OfAServerBeginWithTheOneThatHasADesktop)
{
    const auto found = editionsFrom(utf16(image(1, QStringLiteral("Windows Server 2022 Standard"), QStringLiteral("ServerStandard"), 20348, QStringLiteral("Server Core"))
                                          + image(2, QStringLiteral("Windows Server 2022 Standard (Desktop Experience)"), QStringLiteral("ServerStandard"), 20348, QStringLiteral("Server"))));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_TRUE(found[0].isServer);
    EXPECT_EQ(usualEdition(found), 1U);
}

TEST(WindowsEditions, DoNotComeFromXmlThatIsBrokenOrExpandsItself)
{
    EXPECT_TRUE(editionsFrom("no UTF-16").empty());
    EXPECT_TRUE(editionsFrom(utf16(windows11).chopped(10)).empty());
    auto encode = QStringEncoder(QStringEncoder::Utf16LE);
    const QByteArray bomb = encode(QStringLiteral("<!DOCTYPE W [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
                                                  "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><WIM><IMAGE INDEX=\"1\"><NAME>&d;</NAME></IMAGE></WIM>"));
    EXPECT_TRUE(editionsFrom(bomb).empty());
}
