// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/osdatabaseimport.h"

#include "core/async/childprocess.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

#include <gio/gio.h>
extern "C" { // libosinfo's headers do not say so themselves; GLib's, which they include, must not be in here
#include <osinfo/osinfo.h>
}

namespace {

/// Every edition since 2015 has more.
constexpr int fewestSystems = 300;

Result<QByteArray> run(const QStringList &arguments, const JobControl &control)
{
    return runChild({QStringLiteral("osinfo-db-import"), arguments, {}, [control] { return control.isCancelled(); }});
}

int systemsIn(const QString &folder)
{
    struct Unref {
        void operator()(gpointer object) const { g_object_unref(object); }
    };
    const std::unique_ptr<OsinfoLoader, Unref> loader(osinfo_loader_new());
    GError *error = nullptr;
    osinfo_loader_process_path(loader.get(), QFile::encodeName(folder).constData(), &error);
    if (error) {
        g_error_free(error);
        return 0;
    }
    const std::unique_ptr<OsinfoOsList, Unref> systems(osinfo_db_get_os_list(osinfo_loader_get_db(loader.get())));
    return osinfo_list_get_length(OSINFO_LIST(systems.get()));
}

} // namespace

Result<void> importDatabase(const QString &archive, const JobControl &control)
{
    control.report(JobStep::Unpacking);
    const QTemporaryDir aside;
    const auto tried = run({QStringLiteral("--dir"), aside.path(), archive}, control);
    if (!tried && (tried.error().kind == Error::Kind::Unsupported || tried.error().kind == Error::Kind::Cancelled))
        return failure(tried.error());
    if (!tried || systemsIn(aside.path()) < fewestSystems)
        return failure(Error::Kind::Damaged, tried ? QStringLiteral("no whole OS database") : tried.error().message, archive);
    const auto imported = run({QStringLiteral("--user"), archive}, control);
    return imported ? Result<void>() : failure(imported.error());
}
