// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the definitions of those machines that somebody looks at, a few per turn, so that a verb need not wait
// behind a thousand of them. GUI thread; the XML is parsed on a lane.
#pragma once

#include "core/config/domain/machinedetails.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUuid>

#include <memory>
#include <vector>

class HostSession;
class Machine;
class OsDatabase;
class Roster;

class DetailsReader final : public QObject {
    Q_OBJECT
public:
    DetailsReader(Roster &roster, OsDatabase &osDatabase);

    void attach(HostSession *session);
    void detach();
    /// Reads its definition soon, where what is known of it is stale; from now on that is kept current.
    void want(Machine *machine);
    /// Wants it again where somebody has wanted it before.
    void keepCurrent(Machine *machine);

private:
    struct Reading {
        QUuid uuid;
        std::shared_ptr<const MachineDetails> details;
        bool tried = false; ///< false: the turn was over before
    };
    void read();
    void take(const std::vector<Reading> &readings);
    bool adopt(Machine &machine, const MachineDetails &details);
    void nameSystem(const QUuid &uuid, const QString &osId);

    Roster &m_roster;
    OsDatabase &m_osDatabase;
    QPointer<HostSession> m_session;
    std::vector<QPointer<Machine>> m_toRead;
    QHash<QString, QString> m_systemNames;
    QTimer m_turn;
};
