// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/portlogging.h"

#include "core/machines/machine.h"
#include "ui/console/consolelogs.h"
#include "ui/console/portsession.h"
#include "ui/console/terminalfiles.h"
#include "ui/console/terminalmenu.h"

PortLogging::PortLogging(Inventory &inventory, Machine &machine, int index, const QString &label, PortSession &port, TerminalMenu &menu, QWidget &window)
    : m_machine(&machine), m_key(&machine), m_index(index), m_label(label), m_logs(ConsoleLogs::of(inventory)), m_port(port), m_menu(menu),
      m_window(window)
{
    connect(&menu, &TerminalMenu::logRequested, this, &PortLogging::askForLog);
    connect(&menu, &TerminalMenu::everyLogRequested, this, &PortLogging::askForEveryLog);
    connect(&m_logs, &ConsoleLogs::changed, this, [this](const Machine *which) {
        if (which == m_key)
            Q_EMIT changed();
    });
}

QString PortLogging::words() const
{
    if (const auto now = m_port.session().logFile(); !now.isEmpty())
        return tr("Logging to %1").arg(now);
    const auto next = m_machine ? m_logs.file(*m_machine, m_index) : QString();
    return next.isEmpty() ? QString() : tr("From the next start on, logging to %1").arg(next);
}

void PortLogging::refresh()
{
    m_menu.setLogging(!m_port.session().logFile().isEmpty(), m_machine && !m_logs.file(*m_machine, m_index).isEmpty());
}

void PortLogging::askForLog()
{
    auto &session = m_port.session();
    if (!session.logFile().isEmpty()) {
        session.setLogFile({});
        Q_EMIT changed();
    } else if (m_machine) {
        chooseTerminalLog(&m_window, m_machine->name(), [self = QPointer<PortLogging>(this)](const QString &path) {
            if (!self)
                return;
            self->m_port.session().setLogFile(path);
            Q_EMIT self->changed();
        });
    }
}

void PortLogging::askForEveryLog(bool on)
{
    if (m_machine && !on) {
        m_logs.setFile(*m_machine, m_index, {});
    } else if (m_machine) {
        refresh(); // until a file is chosen it is as it was
        chooseTerminalLog(&m_window, QStringLiteral("%1 %2").arg(m_machine->name(), m_label), [self = QPointer<PortLogging>(this)](const QString &path) {
            if (self && self->m_machine)
                self->m_logs.setFile(*self->m_machine, self->m_index, path);
        });
    }
}
