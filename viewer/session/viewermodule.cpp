// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/session/viewermodule.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QPluginLoader>

Q_LOGGING_CATEGORY(logModules, "viewer.modules", QtInfoMsg)

QObject *viewermodule::load(QLatin1StringView name)
{
    // Installed, it is found from where the program is, so that the whole may be moved; built, it is beside the program.
    const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/" VIVARIUM_MODULES_FROM_BIN "/") + name;
    QString problem;
    for (const QString &place : {installed, QString(name)}) {
        QPluginLoader loader(place);
        if (auto *root = loader.instance())
            return root;
        problem = loader.errorString();
    }
    qCInfo(logModules) << "the module" << name << "is not there:" << problem;
    return nullptr;
}
