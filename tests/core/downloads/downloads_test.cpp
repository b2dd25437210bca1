// SPDX-License-Identifier: GPL-3.0-or-later
// Against a server of our own, which breaks off, lies and changes its files.
#include "core/downloads/downloads.h"

#include "tests/core/support/waiting.h"
#include "tests/core/testdata.h"
#include "tests/support/httpserver.h"

#include <gtest/gtest.h>

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTemporaryDir>

#include <chrono>

using namespace std::chrono_literals;

namespace {

QByteArray content(int size)
{
    QByteArray bytes;
    for (int i = 0; bytes.size() < size; ++i)
        bytes += QByteArray::number(i * 2654435761U) + '\n';
    return bytes.first(size);
}

QByteArray sumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

class DownloadsTest : public testing::Test {
protected:
    DownloadsTest() : m_downloads(m_folder.filePath(QStringLiteral("cache")), 10ms) { m_server.file("/a/image.iso").body = m_body; }

    template<class T>
    Result<T> wait(QFuture<Result<T>> future)
    {
        EXPECT_TRUE(waitFor([&] { return future.isFinished(); }));
        return future.isFinished() && future.resultCount() > 0 ? future.result() : failure(Error::Kind::TimedOut, {});
    }
    Result<DownloadedFile> get(const JobControl &control = {})
    {
        return wait(m_downloads.get({m_server.url(QStringLiteral("/a/image.iso"))}, control));
    }
    void publish(const QByteArray &sum) { m_server.file("/a/SHA256SUMS").body = sum + "  image.iso\n"; }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// Everything below the cache but its index.
    QStringList files() const
    {
        QStringList names;
        QDirIterator each(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (each.hasNext()) {
            each.next();
            if (each.fileName() != u"index.json")
                names += each.fileName();
        }
        names.sort();
        return names;
    }
    QList<HttpServer::Request> askedFor(const QByteArray &path) const
    {
        QList<HttpServer::Request> asked;
        for (const auto &request : m_server.requests()) {
            if (request.path == path)
                asked += request;
        }
        return asked;
    }

    QTemporaryDir m_folder;
    QByteArray m_body = content(1'500'000);
    HttpServer m_server;
    Downloads m_downloads;
};

} // namespace

TEST_F(DownloadsTest, FetchesAFileAndComparesItWithWhatIsPublished)
{
    publish(sumOf(m_body));
    QList<JobProgress> reports;
    JobControl control;
    control.onReport([&](const JobProgress &progress) { reports += progress; });
    const auto file = get(control);
    ASSERT_TRUE(file) << file.error().message.toStdString();
    EXPECT_TRUE(file->isVerified);
    EXPECT_EQ(file->size, Bytes(quint64(m_body.size())));
    EXPECT_TRUE(file->path.endsWith(u"/image.iso"));
    EXPECT_EQ(bytesOf(file->path), m_body);
    ASSERT_FALSE(reports.isEmpty());
    EXPECT_EQ(reports.last().step, JobStep::Downloading);
    EXPECT_EQ(reports.last().done, file->size);
}

TEST_F(DownloadsTest, SaysWhenNobodyPublishesAChecksum)
{
    const auto file = get();
    ASSERT_TRUE(file);
    EXPECT_FALSE(file->isVerified);
    EXPECT_EQ(bytesOf(file->path), m_body);
}

TEST_F(DownloadsTest, AsksNobodyForAFileThatItHasChecked)
{
    publish(sumOf(m_body));
    ASSERT_TRUE(get());
    const auto asked = m_server.requests().size();
    const auto again = get();
    ASSERT_TRUE(again && again->isVerified);
    EXPECT_EQ(m_server.requests().size(), asked);
}

TEST_F(DownloadsTest, FetchesAgainWhatWasReplacedOnTheServer)
{
    ASSERT_TRUE(get()); // unverified: it is asked for each time
    const auto changed = content(1'400'000);
    m_server.file("/a/image.iso") = {changed, "\"two\""};
    publish(sumOf(changed));
    const auto file = get();
    ASSERT_TRUE(file && file->isVerified);
    EXPECT_EQ(bytesOf(file->path), changed);
    EXPECT_EQ(files(), QStringList{QStringLiteral("image.iso")});
}

TEST_F(DownloadsTest, UsesWhatItHasWhereTheServerIsAway)
{
    ASSERT_TRUE(get());
    m_server.remove("/a/image.iso");
    const auto file = get();
    ASSERT_TRUE(file);
    EXPECT_EQ(bytesOf(file->path), m_body);
}

TEST_F(DownloadsTest, GoesOnWhereTheConnectionBroke)
{
    publish(sumOf(m_body));
    auto &served = m_server.file("/a/image.iso");
    served.breaksAfter = 400'000;
    served.breaks = 2;
    const auto file = get();
    ASSERT_TRUE(file) << file.error().message.toStdString();
    EXPECT_TRUE(file->isVerified);
    const auto asked = askedFor("/a/image.iso");
    ASSERT_EQ(asked.size(), 3);
    EXPECT_EQ(asked[1].headers.value("range"), "bytes=400000-");
    EXPECT_EQ(asked[1].headers.value("if-range"), "\"one\"");
    EXPECT_EQ(asked[2].headers.value("range"), "bytes=800000-");
}

TEST_F(DownloadsTest, KeepsWhatArrivedForTheNextTime)
{
    publish(sumOf(m_body));
    auto &served = m_server.file("/a/image.iso");
    served.breaksAfter = 700'000;
    const auto first = m_downloads.get({m_server.url(QStringLiteral("/a/image.iso"))}, {});
    ASSERT_TRUE(waitFor([&] { return m_server.requestsOf("/a/image.iso") >= 1; }));
    m_server.file("/a/image.iso").status = 503;
    const auto failed = wait(first);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().kind, Error::Kind::ServerUnreachable);
    EXPECT_EQ(files(), (QStringList{QStringLiteral("image.iso.part"), QStringLiteral("image.iso.part.from")}));
    m_server.file("/a/image.iso") = {m_body};
    const auto file = get();
    ASSERT_TRUE(file && file->isVerified);
    EXPECT_EQ(askedFor("/a/image.iso").last().headers.value("range"), "bytes=700000-");
    EXPECT_EQ(files(), QStringList{QStringLiteral("image.iso")});
}

TEST_F(DownloadsTest, BeginsAnewWhereTheFileChangedInTheMeantime)
{
    const auto changed = content(900'000);
    auto &served = m_server.file("/a/image.iso");
    served.breaksAfter = 400'000;
    served.breaks = 1;
    const auto future = m_downloads.get({m_server.url(QStringLiteral("/a/image.iso"))}, {});
    ASSERT_TRUE(waitFor([&] { return m_server.requestsOf("/a/image.iso") >= 1; }));
    m_server.file("/a/image.iso") = {changed, "\"two\""};
    const auto file = wait(future);
    ASSERT_TRUE(file);
    EXPECT_EQ(bytesOf(file->path), changed);
}

TEST_F(DownloadsTest, BeginsAnewWhereTheServerKnowsNoRanges)
{
    auto &served = m_server.file("/a/image.iso");
    served.knowsRanges = false;
    served.breaksAfter = 400'000;
    served.breaks = 1;
    const auto file = get();
    ASSERT_TRUE(file);
    EXPECT_EQ(bytesOf(file->path), m_body);
}

TEST_F(DownloadsTest, ThrowsAwayWhatHasAnotherChecksum)
{
    publish(QByteArray(64, '0'));
    const auto file = get();
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().kind, Error::Kind::Damaged);
    EXPECT_TRUE(file.error().message.contains(QString::fromLatin1(sumOf(m_body))));
    EXPECT_EQ(files(), QStringList());
}

TEST_F(DownloadsTest, GivesUpOnAServerThatLiesAboutTheLength)
{
    m_server.file("/a/image.iso").announced = m_body.size() + 10'000;
    const auto file = get();
    ASSERT_FALSE(file);
    EXPECT_LT(m_server.requestsOf("/a/image.iso"), 12);
    for (const auto &name : files())
        EXPECT_TRUE(name.contains(u".part")) << name.toStdString();
}

TEST_F(DownloadsTest, RefusesAFileThatIsLargerThanAllowed)
{
    const auto announced = wait(m_downloads.get({m_server.url(QStringLiteral("/a/image.iso")), {}, Bytes(1000)}, {}));
    ASSERT_FALSE(announced);
    EXPECT_EQ(announced.error().kind, Error::Kind::InvalidInput);
    EXPECT_EQ(files(), QStringList());
}

TEST_F(DownloadsTest, SaysThatTheDiskIsFullAndLeavesNothing)
{
    // A part file that cannot grow, as on a disk without room.
    ASSERT_TRUE(get());
    const auto path = get()->path;
    ASSERT_TRUE(wait(m_downloads.clear()));
    QDir().mkpath(QFileInfo(path).path());
    ASSERT_TRUE(QFile::link(QStringLiteral("/dev/full"), path + QStringLiteral(".part")));
    const auto file = get();
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().kind, Error::Kind::NoSpace) << file.error().message.toStdString();
    EXPECT_EQ(files(), QStringList());
}

TEST_F(DownloadsTest, LeavesNothingWhenItIsCancelled)
{
    m_server.file("/a/image.iso").hangs = true;
    JobControl control;
    const auto future = m_downloads.get({m_server.url(QStringLiteral("/a/image.iso"))}, control);
    ASSERT_TRUE(waitFor([&] { return files().contains(QStringLiteral("image.iso.part")); }));
    control.cancel();
    const auto file = wait(future);
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().kind, Error::Kind::Cancelled);
    EXPECT_EQ(files(), QStringList());
}

TEST_F(DownloadsTest, FetchesAnAddressOnceForTwoThatWantIt)
{
    publish(sumOf(m_body));
    const auto one = m_downloads.get({m_server.url(QStringLiteral("/a/image.iso"))}, {});
    const auto two = m_downloads.get({m_server.url(QStringLiteral("/a/image.iso"))}, {});
    ASSERT_TRUE(wait(one) && wait(two));
    EXPECT_EQ(m_server.requestsOf("/a/image.iso"), 1);
}

TEST_F(DownloadsTest, SaysThatTheServerDoesNotHaveTheFile)
{
    m_server.remove("/a/image.iso");
    const auto file = get();
    ASSERT_FALSE(file);
    EXPECT_EQ(file.error().kind, Error::Kind::ServerRefused);
    EXPECT_TRUE(file.error().message.contains(u"404"));
    EXPECT_EQ(files(), QStringList());
}

TEST_F(DownloadsTest, FollowsARedirectionAndKeepsTheName)
{
    m_server.file("/a/image.iso") = {};
    m_server.file("/a/image.iso").status = 302;
    m_server.file("/a/image.iso").location = "/elsewhere/other.bin";
    m_server.file("/elsewhere/other.bin").body = m_body;
    const auto file = get();
    ASSERT_TRUE(file) << file.error().message.toStdString();
    EXPECT_TRUE(file->path.endsWith(u"/image.iso"));
    EXPECT_EQ(bytesOf(file->path), m_body);
}

TEST_F(DownloadsTest, GoesNowhereElseThanTheWeb)
{
    m_server.file("/a/image.iso").status = 302;
    m_server.file("/a/image.iso").location = "file:///etc/passwd";
    const auto file = get();
    ASSERT_FALSE(file);
    EXPECT_EQ(files(), QStringList());
}

TEST_F(DownloadsTest, AsksAMirrorAndKeepsTheCataloguesAddress)
{
    publish(sumOf(m_body));
    m_downloads.setMirrors(Mirrors({QStringLiteral("https://images.example/pub %1").arg(m_server.url(QStringLiteral("/a")).toString())}));
    const QUrl catalogue(QStringLiteral("https://images.example/pub/image.iso"));
    const auto file = wait(m_downloads.get({catalogue}, {}));
    ASSERT_TRUE(file && file->isVerified) << file.error().message.toStdString();
    const auto cached = wait(m_downloads.cached());
    ASSERT_TRUE(cached && cached->size() == 1);
    EXPECT_EQ(cached->front().url, catalogue);
    EXPECT_EQ(cached->front().path, file->path);
    ASSERT_TRUE(wait(m_downloads.clear()));
    EXPECT_EQ(files(), QStringList());
    EXPECT_TRUE(wait(m_downloads.cached())->empty());
}

TEST_F(DownloadsTest, TellsHowLongAFileIsWithoutFetchingIt)
{
    const auto size = wait(m_downloads.sizeOf(m_server.url(QStringLiteral("/a/image.iso"))));
    ASSERT_TRUE(size);
    EXPECT_EQ(*size, Bytes(quint64(m_body.size())));
    EXPECT_EQ(m_server.requests().last().method, "HEAD");
}

TEST_F(DownloadsTest, ReadsASmallFileAndNoLargeOne)
{
    m_server.file("/list").body = "hello";
    EXPECT_EQ(wait(m_downloads.text(m_server.url(QStringLiteral("/list")), Bytes(100))).value_or(QByteArray()), "hello");
    EXPECT_FALSE(wait(m_downloads.text(m_server.url(QStringLiteral("/a/image.iso")), Bytes(100))));
}

TEST_F(DownloadsTest, GoesThroughTheProxyOfTheSystem)
{
    const QByteArray address = "http://images.example/pub/image.iso";
    m_server.file(address).body = m_body; // a proxy is asked for whole addresses
    qputenv("http_proxy", m_server.url({}).toEncoded());
    const auto file = wait(m_downloads.get({QUrl(QString::fromLatin1(address))}, {}));
    qunsetenv("http_proxy");
    ASSERT_TRUE(file) << file.error().message.toStdString();
    EXPECT_EQ(bytesOf(file->path), m_body);
    EXPECT_EQ(m_server.requestsOf(address), 1);
}
