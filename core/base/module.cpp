// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/module.h"

#include <QCoreApplication>
#include <QPluginLoader>

Result<QObject *> loadModuleObject(const QString &name)
{
    const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/" VIVARIUM_MODULES_FROM_BIN "/") + name;
    QString problem;
    for (const auto &place : {installed, name}) {
        QPluginLoader loader(place);
        if (auto *object = loader.instance())
            return object;
        problem = loader.errorString();
    }
    return failure(Error::Kind::Unsupported, problem, name);
}
