// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/audio/audiobackend.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QPluginLoader>

Q_LOGGING_CATEGORY(logAudio, "viewer.audio", QtWarningMsg)

std::unique_ptr<AudioBackend> audiomodule::load()
{
    // Installed, it is found from where the program is, so that the whole may be moved; built, it is beside the program.
    const QString installed = QCoreApplication::applicationDirPath() + QStringLiteral("/" VIVARIUM_MODULES_FROM_BIN);
    for (const QString &place : {installed + QStringLiteral("/vivarium-audio"), QStringLiteral("vivarium-audio")}) {
        QPluginLoader loader(place);
        if (auto *module = qobject_cast<AudioModule *>(loader.instance()))
            return module->makeBackend();
        qCDebug(logAudio) << loader.errorString();
    }
    qCInfo(logAudio) << "no sound: the module vivarium-audio is not there";
    return nullptr;
}
