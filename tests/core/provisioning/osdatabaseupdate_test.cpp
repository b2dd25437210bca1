// SPDX-License-Identifier: GPL-3.0-or-later
// With libosinfo's own program and an archive of the installed database, into a home of our own.
#include "core/provisioning/osdatabaseupdate.h"

#include "core/downloads/downloads.h"
#include "core/jobs/joblist.h"
#include "core/provisioning/osdatabase.h"
#include "tests/core/support/waiting.h"
#include "tests/core/testdata.h"
#include "tests/support/httpserver.h"

#include <gtest/gtest.h>

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace std::chrono_literals;

namespace {

class UpdateOsDatabase : public testing::Test {
protected:
    void SetUp() override
    {
        if (QStandardPaths::findExecutable(QStringLiteral("osinfo-db-import")).isEmpty())
            GTEST_SKIP() << "needs osinfo-db-import (osinfo-db-tools)";
        qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
    }
    void TearDown() override { qunsetenv("XDG_CONFIG_HOME"); }

    /// The installed database under a date of the future, as its makers pack it.
    QByteArray newerDatabase()
    {
        const auto folder = m_folder.filePath(QStringLiteral("osinfo-db-20991231"));
        QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-r"), QStringLiteral("/usr/share/osinfo"), folder});
        QFile version(folder + QStringLiteral("/VERSION"));
        version.remove();
        if (version.open(QIODevice::WriteOnly))
            version.write("20991231");
        version.close();
        const auto archive = m_folder.filePath(QStringLiteral("newer.tar.xz"));
        QProcess::execute(QStringLiteral("tar"), {QStringLiteral("-C"), m_folder.path(), QStringLiteral("-cJf"), archive, QStringLiteral("osinfo-db-20991231")});
        QFile file(archive);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    Job &update(const QString &path)
    {
        auto &job = updateOsDatabase(m_jobs, m_database, m_downloads, m_server.url(path));
        EXPECT_TRUE(waitFor([&] { return job.isFinished(); }));
        return job;
    }
    bool hasOwnDatabase() const { return QDir(m_folder.filePath(QStringLiteral("config/osinfo/os"))).exists(); }

    QTemporaryDir m_folder;
    HttpServer m_server;
    JobList m_jobs;
    OsDatabase m_database{QString()};
    Downloads m_downloads{m_folder.filePath(QStringLiteral("cache")), 10ms};
};

} // namespace

TEST_F(UpdateOsDatabase, TakesTheNewestOneIntoThePersonsFolder)
{
    m_server.file("/db/").body = "osinfo-db-20200101.tar.xz osinfo-db-20991231.tar.xz";
    m_server.file("/db/osinfo-db-20991231.tar.xz").body = newerDatabase();
    auto &job = update(QStringLiteral("/db/"));
    ASSERT_EQ(job.state(), Job::State::Succeeded) << (job.error() ? job.error()->message.toStdString() : "");
    EXPECT_TRUE(hasOwnDatabase());
    EXPECT_EQ(m_database.date().result().value_or(QDate()), QDate(2099, 12, 31));
    EXPECT_GT(m_database.systems().result()->size(), 300U);
}

TEST_F(UpdateOsDatabase, LeavesItWhereNothingNewerIsThere)
{
    m_server.file("/db/").body = "osinfo-db-20200101.tar.xz";
    EXPECT_EQ(update(QStringLiteral("/db/")).state(), Job::State::Succeeded);
    EXPECT_EQ(m_server.requestsOf("/db/osinfo-db-20200101.tar.xz"), 0);
    EXPECT_FALSE(hasOwnDatabase());
}

TEST_F(UpdateOsDatabase, RefusesAnArchiveThatIsNoDatabase)
{
    m_server.file("/db/osinfo-db-20991231.tar.xz").body = QByteArray(5000, 'x');
    auto &job = update(QStringLiteral("/db/osinfo-db-20991231.tar.xz"));
    ASSERT_EQ(job.state(), Job::State::Failed);
    EXPECT_EQ(job.error()->kind, Error::Kind::Damaged);
    EXPECT_FALSE(hasOwnDatabase());
    EXPECT_GT(m_database.systems().result()->size(), 300U);
}

TEST_F(UpdateOsDatabase, SaysThatAPageNamesNone)
{
    m_server.file("/db/").body = "<html>moved</html>";
    auto &job = update(QStringLiteral("/db/"));
    ASSERT_EQ(job.state(), Job::State::Failed);
    EXPECT_EQ(job.error()->kind, Error::Kind::ServerRefused);
}
