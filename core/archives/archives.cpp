// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archives/archives.h"

#include <QCoreApplication>
#include <QPluginLoader>

namespace {

Result<Archives *> load()
{
    // Installed, it is found from where the program is, so that the whole may be moved; built, it is beside the program.
    const auto name = QStringLiteral("vivarium-archives");
    const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/" VIVARIUM_MODULES_FROM_BIN "/") + name;
    QString problem;
    for (const auto &place : {installed, name}) {
        QPluginLoader loader(place);
        if (auto *module = qobject_cast<Archives *>(loader.instance()))
            return module;
        problem = loader.errorString();
    }
    return failure(Error::Kind::Unsupported, problem, name);
}

} // namespace

Result<Archives *> archives()
{
    static const auto loaded = load(); // once, whichever thread comes first
    return loaded;
}
