// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

namespace {
QString machineKey(const QString &machineUuid, QLatin1StringView key)
{
    return QStringLiteral("machine/") + machineUuid + u'/' + key;
}
} // namespace

Settings::Settings()
    : m_store(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("vivarium"), QStringLiteral("vivarium"))
{
}

Settings::Settings(const QString &path) : m_store(path, QSettings::IniFormat) {}

QVariant Settings::machineValue(const QString &machineUuid, QLatin1StringView key) const
{
    return m_store.value(machineKey(machineUuid, key));
}

void Settings::setMachineValue(const QString &machineUuid, QLatin1StringView key, const QVariant &value)
{
    m_store.setValue(machineKey(machineUuid, key), value);
}
