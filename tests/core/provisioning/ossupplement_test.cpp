// SPDX-License-Identifier: GPL-3.0-or-later
// The entries that the program brings along, beside the installed database and beside one that knows them already.
#include "core/provisioning/ossupplement.h"

#include "core/downloads/filename.h"
#include "core/provisioning/osimage.h"
#include "core/provisioning/osneeds.h"
#include "tests/core/provisioning/samples.h"
#include "tests/core/testdata.h"

#include <gtest/gtest.h>

#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>

namespace {

const QString entriesFolder = QStringLiteral(VIVARIUM_OS_FOLDER);

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList ownIds()
{
    static const QRegularExpression system(QStringLiteral("<os id=\"([^\"]+)\""));
    QStringList ids;
    for (const auto &file : QDir(entriesFolder).entryInfoList({QStringLiteral("*.xml")})) {
        for (auto found = system.globalMatch(contentOf(file.filePath())); found.hasNext();)
            ids += found.next().captured(1);
    }
    return ids;
}

/// A disc with nothing on it but what it says of itself.
QByteArray disc(const QStringList &labels)
{
    auto image = samples::isoImage(labels.value(1).toLatin1(), true, labels.value(3).toLatin1());
    const auto put = [&image](int place, int width, const QString &text) {
        image.replace(16 * 2048 + place, width, text.toLatin1().leftJustified(width, ' ', true));
    };
    put(8, 32, labels.value(2));
    put(574, 128, labels.value(4));
    if (const auto blocks = labels.value(5).toULongLong() / 2048; blocks > 0) {
        qToLittleEndian(quint32(blocks), image.data() + 16 * 2048 + 80);
        qToBigEndian(quint32(blocks), image.data() + 16 * 2048 + 84);
    }
    return image;
}

class OsSupplement : public testing::Test {
protected:
    void SetUp() override
    {
        if (!OsDatabase(QString()).systems().result())
            GTEST_SKIP() << "needs the OS database (osinfo-db)";
    }
    static OsDatabase &database()
    {
        static OsDatabase database(entriesFolder);
        return database;
    }
    static const OsEntry *find(const std::vector<OsEntry> &systems, const QString &id)
    {
        const auto found = std::find_if(systems.begin(), systems.end(), [&](const OsEntry &each) { return each.id == id; });
        return found != systems.end() ? &*found : nullptr;
    }
    QTemporaryDir m_folder;
};

} // namespace

TEST_F(OsSupplement, AddsSystemsThatCameOutSinceTheDatabase)
{
    const auto systems = database().systems().result();
    ASSERT_TRUE(systems);
    const auto *debian = find(*systems, QStringLiteral("http://debian.org/debian/12"));
    ASSERT_TRUE(debian);
    EXPECT_EQ(debian->name, QStringLiteral("Debian 12"));
    EXPECT_EQ(debian->released, QDate(2023, 6, 10));
    for (const auto *id : {"http://ubuntu.com/ubuntu/24.04", "http://fedoraproject.org/fedora/42", "http://freebsd.org/freebsd/14.3",
                           "http://microsoft.com/win/2k25", "http://redhat.com/rhel/10.0", "http://alpinelinux.org/alpinelinux/3.22"})
        EXPECT_TRUE(find(*systems, QString::fromLatin1(id))) << id;
}

TEST_F(OsSupplement, HasForEverySystemWhatANewMachineNeeds)
{
    const auto ids = ownIds();
    ASSERT_GT(ids.size(), 90);
    EXPECT_EQ(QSet<QString>(ids.begin(), ids.end()).size(), ids.size()) << "a system is there twice";
    const auto systems = database().systems().result();
    ASSERT_TRUE(systems);
    for (const auto &id : ids) {
        const auto *entry = find(*systems, id);
        ASSERT_TRUE(entry) << id.toStdString();
        EXPECT_FALSE(entry->name.isEmpty() || entry->shortId.isEmpty() || entry->family.isEmpty() || entry->distribution.isEmpty())
            << id.toStdString();
        const auto needs = database().needs(id).result();
        ASSERT_TRUE(needs && needs->known) << id.toStdString();
        EXPECT_GE(needs->memory, Bytes::mib(32)) << id.toStdString();
        EXPECT_GE(needs->disk, Bytes::mib(20)) << id.toStdString();
        if (needs->os.family == u"linux") { // nothing of before 2022 is in there
            EXPECT_TRUE(needs->virtioDisk && needs->virtioNet && needs->q35) << id.toStdString();
        }
    }
}

TEST_F(OsSupplement, RecognisesTheDiscsOfItsSystems)
{
    QSet<QString> seen;
    for (const auto &line : testdata::text(QStringLiteral("provisioning/data/medialabels.tsv")).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const auto labels = line.split(u'\t');
        const auto path = m_folder.filePath(labels.first() + QStringLiteral(".iso"));
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(disc(labels));
        file.close();
        const auto identity = database().identify(path).result();
        ASSERT_TRUE(identity) << line.toStdString();
        EXPECT_EQ(identity->os.shortId, labels.first()) << line.toStdString();
        seen.insert(labels.first());
    }
    EXPECT_GT(seen.size(), 90);
}

TEST_F(OsSupplement, OffersImagesOfItsSystems)
{
    const auto images = database().images().result();
    ASSERT_TRUE(images);
    const auto has = [&images](const QString &system, OsImage::Kind kind) {
        return std::any_of(images->begin(), images->end(), [&](const OsImage &image) {
            return image.os.shortId == system && image.kind == kind && image.architecture == u"x86_64";
        });
    };
    EXPECT_TRUE(has(QStringLiteral("debian12"), OsImage::Kind::Installer));
    EXPECT_TRUE(has(QStringLiteral("debian12"), OsImage::Kind::Live));
    EXPECT_TRUE(has(QStringLiteral("debian12"), OsImage::Kind::Cloud));
    EXPECT_TRUE(has(QStringLiteral("ubuntu24.04"), OsImage::Kind::Installer));
    EXPECT_TRUE(has(QStringLiteral("fedora42"), OsImage::Kind::Cloud));
    for (const auto &image : *images) {
        EXPECT_TRUE(image.url.scheme() == u"https" || image.url.scheme() == u"http") << image.url.toString().toStdString();
        EXPECT_FALSE(fileNameOf(image.url).isEmpty() || fileNameOf(image.url).contains(u'/')) << image.url.toString().toStdString();
    }
}

TEST_F(OsSupplement, LeavesASystemAloneThatTheDatabaseKnows)
{
    QDir(m_folder.path()).mkpath(QStringLiteral("os/debian.org"));
    QFile newer(m_folder.filePath(QStringLiteral("os/debian.org/debian-12.xml")));
    ASSERT_TRUE(newer.open(QIODevice::WriteOnly));
    newer.write("<libosinfo version='0.0.1'><os id='http://debian.org/debian/12'><short-id>debian12</short-id><name>Newer</name>"
                "<family>linux</family><distro>debian</distro><media arch='x86_64'><url>https://newer.example/one.iso</url></media>"
                "</os></libosinfo>");
    newer.close();
    qputenv("OSINFO_SYSTEM_DIR", m_folder.path().toUtf8());
    OsDatabase database(entriesFolder);
    const auto systems = database.systems().result();
    const auto images = database.images().result();
    qunsetenv("OSINFO_SYSTEM_DIR");
    ASSERT_TRUE(systems && images);
    EXPECT_EQ(std::count_if(systems->begin(), systems->end(), [](const OsEntry &each) { return each.shortId == u"debian12"; }), 1);
    EXPECT_EQ(find(*systems, QStringLiteral("http://debian.org/debian/12"))->name, QStringLiteral("Newer"));
    EXPECT_TRUE(find(*systems, QStringLiteral("http://debian.org/debian/13"))) << "its neighbour in the same file is new";
    EXPECT_EQ(std::count_if(images->begin(), images->end(), [](const OsImage &each) { return each.os.shortId == u"debian12"; }), 1);
}

TEST_F(OsSupplement, GoesOnAfterAFileThatIsNoXml)
{
    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(m_folder.filePath(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(QStringLiteral("a.xml"), "<libosinfo version='0.0.1'><os id='http://a.example/");
    write(QStringLiteral("b.xml"), "<libosinfo version='0.0.1'><os id='http://b.example/b/1'><short-id>b1</short-id><name>B</name></os></libosinfo>");
    OsDatabase database(m_folder.path());
    EXPECT_EQ(database.nameOf(QStringLiteral("http://b.example/b/1")).result().value_or(QString()), QStringLiteral("B"));
}

