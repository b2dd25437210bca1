// SPDX-License-Identifier: GPL-3.0-or-later
// Fetches a newer OS database and puts it into the person's own folder, as one job. https://releases.pagure.org/libosinfo/
#pragma once

#include <QString>
#include <QUrl>

class Downloads;
class Job;
class JobList;
class OsDatabase;

/// `source` is an archive (osinfo-db-20250606.tar.xz) or a page that names some; the newest is taken. GUI thread to call. The job
/// fails with Unsupported where osinfo-db-import is not installed, with Damaged where the archive is no such database; the old
/// one stays in use then. It succeeds without doing anything where nothing newer is there.
Job &updateOsDatabase(JobList &jobs, OsDatabase &database, Downloads &downloads, const QUrl &source);

/// The newest archive that a page names; empty where it names none.
QString newestArchiveIn(const QString &page);
