// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/portsession.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "ui/console/textchannel.h"

#include <QHash>

#include <utility>

namespace {
using Place = std::pair<const Machine *, int>;

QHash<Place, std::weak_ptr<PortSession>> &sessions()
{
    static QHash<Place, std::weak_ptr<PortSession>> all;
    return all;
}

ByteChannel *openPort(Machine &machine, const TextPortFacts &port, SerialSession::Take take, const std::function<void(const Error &)> &failed,
                      QObject *parent)
{
    const auto hold = take == SerialSession::Take::Over ? ConsoleHold::Take : ConsoleHold::Ask;
    return new TextChannel(machine, port.device, hold, failed, parent);
}
} // namespace

PortSession::MakeChannel &PortSession::maker()
{
    static MakeChannel make = openPort;
    return make;
}

std::shared_ptr<PortSession> PortSession::of(Inventory &inventory, Machine &machine, int index, const TextPortFacts &port)
{
    const Place place(&machine, index);
    if (auto present = sessions().value(place).lock()) {
        present->setPort(port);
        return present;
    }
    const std::shared_ptr<PortSession> made(new PortSession(inventory, machine, port), [place](PortSession *session) {
        sessions().remove(place);
        delete session;
    });
    sessions().insert(place, made);
    return made;
}

PortSession::PortSession(Inventory &inventory, Machine &machine, const TextPortFacts &port)
    : m_machine(&machine), m_port(port), m_session([this](SerialSession::Take take, QObject *parent) {
          m_error.reset();
          return maker()(*m_machine, m_port, take, [this](const Error &why) { m_error = why; }, parent);
      })
{
    connect(&machine, &Machine::changed, this, &PortSession::followMachine);
    connect(&inventory, &Inventory::machineRemoved, this, [this, key = &machine](Machine *removed) {
        if (removed != key)
            return;
        // The machine is still whole here, and is not a moment later.
        m_machine.clear();
        m_users.clear();
        m_session.close();
    });
    followMachine();
}

void PortSession::use(const QObject *user)
{
    if (!m_machine)
        return;
    m_users.insert(user);
    m_session.open();
}

void PortSession::leave(const QObject *user)
{
    if (m_users.remove(user) && m_users.isEmpty())
        m_session.close();
}

void PortSession::followMachine()
{
    if (!m_machine)
        return;
    const auto state = m_machine->state();
    m_session.setMachineRunning(isActive(state) && state != MachineState::Starting && state != MachineState::Restoring);
}
