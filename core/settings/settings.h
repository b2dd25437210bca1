// SPDX-License-Identifier: GPL-3.0-or-later
// What the program remembers, as typed keys in one table. GUI thread. Never holds a password.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <QVariantMap>

template<class T>
struct SettingsKey {
    const char *name;
    T fallback;
};

namespace keys {
inline const SettingsKey<QByteArray> savedHosts{"hosts/saved", {}};               ///< JSON
inline const SettingsKey<bool> firstStartDone{"hosts/firstStartDone", false};
inline const SettingsKey<QByteArray> windowGeometry{"window/geometry", {}};
inline const SettingsKey<QByteArray> windowSplitter{"window/splitter", {}};
inline const SettingsKey<QString> machinesView{"machines/view", QStringLiteral("cards")}; ///< "cards" or "table"
inline const SettingsKey<QByteArray> machinesTableHeader{"machines/tableHeader", {}};
inline const SettingsKey<QByteArray> hostTableHeader{"host/tableHeader", {}};
inline const SettingsKey<QStringList> collapsedHosts{"sidebar/collapsed", {}};
inline const SettingsKey<QString> sidebarOrder{"sidebar/order", QStringLiteral("name")};
inline const SettingsKey<QString> consoleScaling{"console/scaling", QStringLiteral("fit")};
inline const SettingsKey<QString> consoleReleaseKey{"console/releaseKey", QStringLiteral("Ctrl+Alt")};
inline const SettingsKey<int> terminalScrollback{"terminal/scrollback", 10000}; ///< rows
inline const SettingsKey<bool> terminalCopyOnSelect{"terminal/copyOnSelect", false};
inline const SettingsKey<double> terminalPoints{"terminal/points", 0};          ///< 0: the desktop's
inline const SettingsKey<bool> qemuMonitor{"console/qemuMonitor", false};
inline const SettingsKey<QVariantMap> consoleLogs{"console/logs", {}};         ///< path of the log by "MACHINE'S UUID/PORT"
inline const SettingsKey<QString> consoleOwnKeys{"console/ownKeys", {}};       ///< combinations, parted by commas
inline const SettingsKey<bool> consoleGuestFollows{"console/guestFollows", true};
inline const SettingsKey<bool> consoleConnects{"console/connects", true};      ///< by itself, when it is looked at
inline const SettingsKey<QString> consoleBarEdge{"console/barEdge", QStringLiteral("top")}; ///< in full screen: "top" or "bottom"
inline const SettingsKey<bool> consoleBarStays{"console/barStays", false};     ///< it does not hide itself
inline const SettingsKey<QString> appearance{"appearance", QStringLiteral("system")}; ///< "system", "light", "dark"
inline const SettingsKey<int> statisticsSeconds{"statistics/seconds", 2};
inline const SettingsKey<QStringList> downloadMirrors{"downloads/mirrors", {}};       ///< "https://from http://to"
inline const SettingsKey<QByteArray> downloadOwnImages{"downloads/ownImages", {}};     ///< JSON
inline const SettingsKey<QStringList> downloadRecent{"downloads/recent", {}};          ///< addresses, newest first
inline const SettingsKey<QString> osDatabaseSource{"downloads/osDatabase", QStringLiteral("https://releases.pagure.org/libosinfo/")}; ///< an archive or a folder of them
// Of new machines; empty: Automatic.
inline const SettingsKey<QString> newMachinePool{"create/pool", {}};
inline const SettingsKey<QString> newMachineNetwork{"create/network", {}};           ///< "network:default", "bridge:br0", "user:"
inline const SettingsKey<QString> newMachineDisplay{"create/display", {}};           ///< "vnc" or "spice"
inline const SettingsKey<QString> newMachineFirmware{"create/firmware", {}};         ///< "bios" or "uefi"
inline const SettingsKey<QString> newMachineDiskFormat{"create/diskFormat", {}};     ///< "qcow2" or "raw"
inline const SettingsKey<QString> newMachineAcceleration{"create/acceleration", {}}; ///< "hardware" or "emulation"
inline const SettingsKey<QString> lastMediaFolder{"create/lastMediaFolder", {}};
} // namespace keys

class Settings final {
public:
    /// The person's own settings file.
    Settings();
    /// A file of the caller's, for tests.
    explicit Settings(const QString &path);

    template<class T>
    T get(const SettingsKey<T> &key) const
    {
        return m_store.value(QLatin1StringView(key.name), QVariant::fromValue(key.fallback)).template value<T>();
    }
    template<class T>
    void set(const SettingsKey<T> &key, const T &value)
    {
        m_store.setValue(QLatin1StringView(key.name), QVariant::fromValue(value));
    }
    /// Geometry of a console window, scaling of one machine …: a key made from a machine's identity.
    QVariant machineValue(const QString &machineUuid, QLatin1StringView key) const;
    void setMachineValue(const QString &machineUuid, QLatin1StringView key, const QVariant &value);

private:
    QSettings m_store;
};
