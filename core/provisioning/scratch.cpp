// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/scratch.h"

#include <QDir>
#include <QStandardPaths>

Result<QString> Scratch::folder()
{
    if (!m_folder) {
        const auto cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/vivarium");
        QDir().mkpath(cache);
        m_folder = std::make_unique<QTemporaryDir>(cache + QStringLiteral("/import-XXXXXX"));
    }
    if (!m_folder->isValid())
        return failure(Error::Kind::Refused, m_folder->errorString(), m_folder->path());
    return m_folder->path();
}

bool Scratch::holds(const QString &path) const
{
    return m_folder && path.startsWith(m_folder->path() + u'/');
}
