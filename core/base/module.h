// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the program that are loaded when they are first wanted. Installed, they are found from where the program is, so that the
// whole may be moved; built, they are beside the program. Thread-safe; blocks on the disk.
#pragma once

#include "core/base/result.h"

#include <QObject>

/// The module's object, which lives as long as the program. Unsupported where it is not installed.
Result<QObject *> loadModuleObject(const QString &name);

/// Seen as the interface that it is there for.
template<class Interface>
Result<Interface *> loadModule(const QString &name)
{
    const auto object = loadModuleObject(name);
    if (!object)
        return failure(object.error());
    if (auto *module = qobject_cast<Interface *>(*object))
        return module;
    return failure(Error::Kind::Unsupported, QStringLiteral("of another version"), name);
}
