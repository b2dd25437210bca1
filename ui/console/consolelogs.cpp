// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolelogs.h"

#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "ui/console/portsession.h"

#include <utility>

ConsoleLogs &ConsoleLogs::of(Inventory &inventory)
{
    auto *logs = inventory.findChild<ConsoleLogs *>(QString(), Qt::FindDirectChildrenOnly);
    return logs ? *logs : *new ConsoleLogs(inventory);
}

ConsoleLogs::ConsoleLogs(Inventory &inventory) : QObject(&inventory), m_inventory(inventory), m_files(inventory.settings().get(keys::consoleLogs))
{
    for (auto it = m_files.cbegin(); it != m_files.cend(); ++it)
        m_logged.insert(QUuid::fromString(it.key().section(u'/', 0, 0)));
    const auto consider = [this](Machine *machine) {
        if (m_logged.contains(machine->uuid()))
            follow(*machine);
    };
    connect(&inventory, &Inventory::machineAdded, this, consider);
    connect(&inventory, &Inventory::machineChanged, this, consider);
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *machine) {
        std::erase_if(m_logs, [machine](const auto &each) { return each.first.first == machine; });
    });
    for (int row = 0; row < inventory.hosts().rowCount(); ++row) {
        for (auto *machine : inventory.hosts().at(row)->machines())
            consider(machine);
    }
}

QString ConsoleLogs::key(const Machine &machine, int port)
{
    return QStringLiteral("%1/%2").arg(machine.uuid().toString(QUuid::WithoutBraces)).arg(port);
}

QString ConsoleLogs::file(const Machine &machine, int port) const
{
    return m_logged.contains(machine.uuid()) ? m_files.value(key(machine, port)).toString() : QString();
}

void ConsoleLogs::setFile(Machine &machine, int port, const QString &path)
{
    end(machine, port);
    if (path.isEmpty()) {
        m_files.remove(key(machine, port));
    } else {
        m_files.insert(key(machine, port), path);
        m_logged.insert(machine.uuid());
        follow(machine);
    }
    m_inventory.settings().set(keys::consoleLogs, m_files);
    Q_EMIT changed(&machine);
}

void ConsoleLogs::end(const Machine &machine, int port)
{
    const auto found = m_logs.find({&machine, port});
    if (found == m_logs.end())
        return;
    auto &session = found->second.port->session();
    if (session.logFile() == file(machine, port))
        session.setLogFile({});
    found->second.port->session().disconnect(this);
    found->second.port->leave(this);
    m_logs.erase(found);
}

void ConsoleLogs::follow(Machine &machine)
{
    const auto state = machine.state();
    if (!isActive(state)) {
        for (auto &[place, log] : m_logs) {
            if (place.first == &machine)
                log.begun = false;
        }
        return;
    }
    const auto details = machine.facts().details;
    if (!details) {
        machine.requestDetails();
        return;
    }
    for (size_t i = 0; i < details->textPorts.size(); ++i) {
        if (const auto path = file(machine, int(i)); !path.isEmpty())
            follow(machine, int(i), path);
    }
}

void ConsoleLogs::follow(Machine &machine, int port, const QString &path)
{
    const auto &facts = machine.facts().details->textPorts[size_t(port)];
    auto &log = m_logs[{&machine, port}];
    if (log.port)
        log.port->setPort(facts);
    if (std::exchange(log.begun, true))
        return;
    if (!log.port) {
        log.port = PortSession::of(m_inventory, machine, port, facts);
        connect(&log.port->session(), &SerialSession::logFailed, this,
                [this, shared = log.port.get(), name = machine.name()](const QString &file, const QString &reason) {
                    if (!shared->isUsedByOthers(this))
                        Q_EMIT failed(name, Error{Error::Kind::NoSpace, reason, file});
                });
    }
    if (log.port->session().logFile() != path)
        log.port->session().setLogFile(path);
    log.port->use(this);
}
