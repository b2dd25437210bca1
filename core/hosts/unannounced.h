// SPDX-License-Identifier: GPL-3.0-or-later
// What no event of libvirt tells: which machines start with their host, which are transient, and since when those
// run that ran before we came. Asked when a host has been listed, the first two now and then while somebody
// watches. GUI thread.
#pragma once

#include "core/libvirt/domains.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QUuid>

class Host;
class HostSession;
class Roster;

class Unannounced final : public QObject {
    Q_OBJECT
public:
    Unannounced(const Host &host, Roster &roster);

    /// The machines of this session are listed.
    void attach(HostSession *session);
    void detach();
    void setWatched(bool on);

private:
    void askTraits();
    void takeTraits(const DomainTraits &traits);
    void askStarts();
    void takeStarts(const QHash<QUuid, QDateTime> &starts);

    const Host &m_host;
    Roster &m_roster;
    QPointer<HostSession> m_session;
    bool m_watched = false;
    QTimer m_again;
};
