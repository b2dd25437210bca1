// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/ossupplement.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QUrl>

#include <pugixml.hpp>

#include <gio/gio.h>
extern "C" { // libosinfo's headers do not say so themselves; GLib's, which they include, must not be in here
#include <osinfo/osinfo.h>
}

namespace {

/// Where libosinfo wants an entry to be: "http://debian.org/debian/12" in os/debian.org/debian-12.xml. Empty for others.
QString placeOf(const QString &id)
{
    const QUrl url(id);
    auto name = url.path().mid(1);
    if (url.host().isEmpty() || name.isEmpty() || name.contains(u".."))
        return {};
    return QStringLiteral("os/%1/%2.xml").arg(url.host(), name.replace(u'/', u'-'));
}

/// Puts each system of a file that the database does not have into a file of its own below `target`.
bool spread(const QString &file, OsinfoDb *db, const QDir &target)
{
    pugi::xml_document entries;
    if (!entries.load_file(QFile::encodeName(file).constData()))
        return false;
    bool allWell = true;
    for (const auto system : entries.child("libosinfo").children("os")) {
        const auto *id = system.attribute("id").value();
        if (osinfo_db_get_os(db, id))
            continue;
        const auto place = placeOf(QString::fromUtf8(id));
        pugi::xml_document alone;
        auto root = alone.append_child("libosinfo");
        root.append_attribute("version") = "0.0.1";
        root.append_copy(system);
        allWell = !place.isEmpty() && target.mkpath(QFileInfo(place).path())
            && alone.save_file(QFile::encodeName(target.filePath(place)).constData(), "", pugi::format_raw) && allWell;
    }
    return allWell;
}

} // namespace

QString supplementFolder()
{
    if (const auto given = qEnvironmentVariable("VIVARIUM_OS_ENTRIES"); !given.isEmpty())
        return given;
    const QDir folder(QCoreApplication::applicationDirPath() + QStringLiteral("/../share/vivarium/osinfo"));
    return folder.exists() ? folder.absolutePath() : QString();
}

Result<void> loadSupplement(OsinfoLoader *loader, const QString &folder)
{
    // libosinfo adds to a system that is there instead of leaving it alone, and wants a file for each: so what is new is
    // put into a folder that has its shape.
    const QTemporaryDir scratch;
    QStringList unread;
    const auto files = QDir(folder).entryInfoList({QStringLiteral("*.xml")}, QDir::Files, QDir::Name);
    for (const auto &file : files) {
        if (!spread(file.filePath(), osinfo_loader_get_db(loader), QDir(scratch.path())))
            unread += file.fileName();
    }
    GError *error = nullptr;
    osinfo_loader_process_path(loader, QFile::encodeName(scratch.path()).constData(), &error);
    if (error) {
        unread += QString::fromUtf8(error->message);
        g_error_free(error);
    }
    if (!unread.isEmpty())
        return failure(Error::Kind::InvalidInput, unread.join(u' '), folder);
    return {};
}
