// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's text port as one session, however many show it or keep a log of it: a port can be opened but once. It is
// open while somebody uses it, follows its machine through stops and starts, and lives while somebody holds it.
// GUI thread.
#pragma once

#include "core/base/error.h"
#include "core/machines/machinefacts.h"
#include "viewer/terminal/serialsession.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <functional>
#include <memory>
#include <optional>

class Inventory;
class Machine;

class PortSession final : public QObject {
    Q_OBJECT
public:
    /// `failed` hears why a channel could not be opened, before it is closed.
    using MakeChannel = std::function<ByteChannel *(Machine &machine, const TextPortFacts &port, SerialSession::Take take,
                                                    const std::function<void(const Error &)> &failed, QObject *parent)>;
    /// How ports are opened, for all; a test puts its own there.
    static MakeChannel &maker();

    /// The session of the port at `index` of those that the machine has; the same for all that ask. Not to be let go of
    /// in answer to one of its signals.
    static std::shared_ptr<PortSession> of(Inventory &inventory, Machine &machine, int index, const TextPortFacts &port);

    SerialSession &session() { return m_session; }
    const TextPortFacts &port() const { return m_port; }
    /// The port may have got another name or place since the machine was started.
    void setPort(const TextPortFacts &port) { m_port = port; }
    /// Why the port could not be opened the last time.
    const std::optional<Error> &error() const { return m_error; }

    void use(const QObject *user);
    void leave(const QObject *user);
    bool isUsedBy(const QObject *user) const { return m_users.contains(user); }
    bool isUsedByOthers(const QObject *than) const { return m_users.size() > (isUsedBy(than) ? 1 : 0); }

private:
    PortSession(Inventory &inventory, Machine &machine, const TextPortFacts &port);
    void followMachine();

    QPointer<Machine> m_machine;
    TextPortFacts m_port;
    std::optional<Error> m_error;
    QSet<const QObject *> m_users;
    SerialSession m_session;
};
