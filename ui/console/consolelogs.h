// SPDX-License-Identifier: GPL-3.0-or-later
// Logs of text ports that begin by themselves: from each start of a machine on, while the program runs, whether its
// console is looked at or not. What is to be logged, and where, is remembered for each port. GUI thread.
#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QSet>
#include <QString>
#include <QUuid>
#include <QVariantMap>

#include <map>
#include <memory>
#include <utility>

class Inventory;
class Machine;
class PortSession;

class ConsoleLogs final : public QObject {
    Q_OBJECT
public:
    /// Those of the inventory, which owns them; they begin to work when they are first asked for.
    static ConsoleLogs &of(Inventory &inventory);

    /// The file that the port's log goes to from each start on; empty: none.
    QString file(const Machine &machine, int port) const;
    /// Also begins now, where the machine runs; empty: ends.
    void setFile(Machine &machine, int port, const QString &path);

Q_SIGNALS:
    void changed(const Machine *machine);
    /// Nobody shows that port, who would say so; tried again from the machine's next start on.
    void failed(const QString &machine, const Error &why);

private:
    struct Log {
        std::shared_ptr<PortSession> port;
        bool begun = false; ///< since the machine was started last
    };
    using Place = std::pair<const Machine *, int>;

    explicit ConsoleLogs(Inventory &inventory);
    static QString key(const Machine &machine, int port);
    void follow(Machine &machine);
    void follow(Machine &machine, int port, const QString &path);
    void end(const Machine &machine, int port);

    Inventory &m_inventory;
    QVariantMap m_files; ///< by key()
    QSet<QUuid> m_logged; ///< machines of which there is a log
    std::map<Place, Log> m_logs;
};
