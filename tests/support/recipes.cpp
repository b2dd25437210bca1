// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what the program would make of systems, by name, on a real host: `recipes URI FOLDER SYSTEM…` gives FOLDER/SYSTEM.xml.
#include "core/async/lane.h"
#include "core/hosts/surveying.h"
#include "core/libvirt/connection.h"
#include "core/libvirt/eventloop.h"
#include "core/provisioning/osdatabase.h"
#include "core/provisioning/recipecopies.h"
#include "core/provisioning/recipetoconfig.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace {

int complain(const QString &what)
{
    std::fprintf(stderr, "recipes: %s\n", qPrintable(what));
    return 1;
}

Result<HostSurvey> surveyOf(const QString &uri)
{
    Lane lane(QStringLiteral("recipes"));
    auto asked = lane.run([uri]() -> Result<HostSurvey> {
        const auto connection = connections::open(uri, Access::Full);
        if (!connection)
            return failure(connection.error());
        const auto address = HostUri::parse(uri);
        if (!address)
            return failure(address.error());
        const auto outcome = surveyHost(*connection, *address, {});
        return outcome ? Result<HostSurvey>(outcome->survey) : failure(outcome.error());
    });
    asked.waitForFinished();
    return asked.result();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() < 4)
        return complain(QStringLiteral("recipes URI FOLDER SYSTEM…"));
    const auto survey = surveyOf(arguments[1]);
    if (!survey)
        return complain(survey.error().message);
    OsDatabase database;
    auto systems = database.systems();
    systems.waitForFinished();
    if (!systems.result())
        return complain(systems.result().error().message);
    const auto known = *systems.result();
    for (const auto &shortId : arguments.mid(3)) {
        const auto system = std::find_if(known.begin(), known.end(), [&](const OsEntry &entry) { return entry.shortId == shortId; });
        if (system == known.end())
            return complain(shortId + QStringLiteral(" is not known"));
        auto needs = database.needs(system->id);
        needs.waitForFinished();
        MachineRecipe recipe;
        recipe.os = *needs.result();
        applyRecommendations(recipe, *survey);
        recipe.name = shortId;
        const PlacedMedia media{{{QStringLiteral("/images/disk.qcow2"), QStringLiteral("qcow2")}}, {QStringLiteral("/images/installer.iso")}, {}, {}, {}};
        QFile file(QDir(arguments[2]).filePath(shortId + QStringLiteral(".xml")));
        if (!file.open(QIODevice::WriteOnly))
            return complain(file.errorString());
        file.write(domainXmlFor(recipe, *survey, media).toUtf8());
        recipe.source = MediaSource::InstallerImage;
        recipe.mediaPath = QStringLiteral("/dev/null");
        QFile command(file.fileName().replace(QStringLiteral(".xml"), QStringLiteral(".sh")));
        if (!command.open(QIODevice::WriteOnly))
            return complain(command.errorString());
        command.write((virtInstallCommand(recipe, *survey, arguments[1]) + QStringLiteral(" --print-xml 1 --check all=off\n")).toUtf8());
    }
    return 0;
}
