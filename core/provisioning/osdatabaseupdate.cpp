// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/osdatabaseupdate.h"

#include "core/async/deliver.h"
#include "core/downloads/downloads.h"
#include "core/jobs/joblist.h"
#include "core/provisioning/osdatabase.h"

#include <QRegularExpression>

namespace {

constexpr Bytes longestPage = Bytes::mib(2);
constexpr Bytes largestArchive = Bytes::mib(64);

const QRegularExpression &archiveName()
{
    static const QRegularExpression name(QStringLiteral("osinfo-db-([0-9]{8})\\.tar\\.xz(?![.\\w])"));
    return name;
}

QDate dateOf(const QString &archive)
{
    return QDate::fromString(archiveName().match(archive).captured(1), QStringLiteral("yyyyMMdd"));
}

void import(Job &job, OsDatabase &database, Downloads &downloads, const QUrl &archive)
{
    deliver(downloads.get({archive, {}, largestArchive}, job.control()), &job, [&job, &database, &downloads, archive](const Result<DownloadedFile> &file) {
        if (!file) {
            job.finish(failure(file.error()));
            return;
        }
        deliver(database.import(file->path, job.control()), &job, [&job, &downloads, archive](const Result<void> &done) {
            downloads.forget(archive); // it is no use to anybody any more
            job.finish(done);
        });
    });
}

} // namespace

QString newestArchiveIn(const QString &page)
{
    QString newest;
    for (auto found = archiveName().globalMatch(page); found.hasNext();) {
        const auto name = found.next().captured();
        if (newest.isEmpty() || dateOf(name) > dateOf(newest))
            newest = name;
    }
    return newest;
}

Job &updateOsDatabase(JobList &jobs, OsDatabase &database, Downloads &downloads, const QUrl &source)
{
    auto &job = jobs.add(JobKind::UpdateOsDatabase, {}, nullptr, Job::Cancel::Possible);
    job.control().report(JobStep::Downloading);
    if (archiveName().match(source.fileName()).hasMatch()) {
        import(job, database, downloads, source);
        return job;
    }
    deliver(downloads.text(source, longestPage), &job, [&job, &database, &downloads, source](const Result<QByteArray> &page) {
        if (!page) {
            job.finish(failure(page.error()));
            return;
        }
        const auto name = newestArchiveIn(QString::fromUtf8(*page));
        if (name.isEmpty()) {
            job.finish(failure(Error::Kind::ServerRefused, QStringLiteral("the page names no OS database"), source.toString()));
            return;
        }
        deliver(database.date(), &job, [&job, &database, &downloads, source, name](const Result<QDate> &date) {
            if (date && date->isValid() && dateOf(name) <= *date)
                job.finish({});
            else if (job.control().isCancelled())
                job.finish(failure(Error::Kind::Cancelled, {}));
            else
                import(job, database, downloads, source.resolved(QUrl(name)));
        });
    });
    return job;
}
