// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/hostactions.h"

#include "core/inventory/inventory.h"
#include "ui/common/confirm.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QMenu>

HostActions::HostActions(Inventory &inventory, QWidget *window)
    : QObject(window), m_inventory(inventory), m_window(window), m_newMachine(new QAction(icons::create(), tr("New machine here"), this)),
      m_connect(new QAction(tr("Connect"), this)), m_disconnect(new QAction(tr("Disconnect"), this)),
      m_autoconnect(new QAction(tr("Connect when the program starts"), this)), m_rename(new QAction(icons::rename(), tr("Rename host"), this)),
      m_up(new QAction(tr("Move up"), this)), m_down(new QAction(tr("Move down"), this)), m_remove(new QAction(tr("Remove from the list"), this))
{
    m_autoconnect->setCheckable(true);
    connect(m_newMachine, &QAction::triggered, this, [this] { Q_EMIT newMachineRequested(m_host); });
    connect(m_connect, &QAction::triggered, this, [this] { m_host->connectToHost(); });
    connect(m_disconnect, &QAction::triggered, this, [this] { m_host->disconnectFromHost(); });
    connect(m_autoconnect, &QAction::triggered, this, [this](bool on) { m_host->setAutoconnect(on); });
    connect(m_rename, &QAction::triggered, this, [this] { Q_EMIT renameRequested(m_host); });
    connect(m_up, &QAction::triggered, this, [this] { move(-1); });
    connect(m_down, &QAction::triggered, this, [this] { move(1); });
    connect(m_remove, &QAction::triggered, this, &HostActions::remove);
    refresh();
}

QList<QAction *> HostActions::all() const
{
    return {m_newMachine, m_connect, m_disconnect, m_autoconnect, m_rename, m_up, m_down, m_remove};
}

void HostActions::setHost(Host *host)
{
    if (m_host)
        disconnect(m_host, nullptr, this, nullptr);
    m_host = host;
    if (m_host) {
        connect(m_host, &Host::changed, this, &HostActions::refresh);
        connect(m_host, &QObject::destroyed, this, &HostActions::refresh, Qt::QueuedConnection);
    }
    refresh();
}

void HostActions::fill(QMenu *menu, Host *host)
{
    setHost(host);
    menu->setToolTipsVisible(true);
    menu->addAction(m_newMachine);
    menu->addSeparator();
    menu->addActions({m_connect, m_disconnect, m_autoconnect});
    menu->addSeparator();
    menu->addActions({m_rename, m_up, m_down});
    menu->addSeparator();
    menu->addAction(m_remove);
}

void HostActions::refresh()
{
    const auto set = [](QAction *action, bool enabled, const QString &why) {
        action->setEnabled(enabled);
        action->setToolTip(enabled ? action->text() : why);
    };
    const auto none = tr("No host is selected.");
    if (!m_host) {
        for (auto *action : all())
            set(action, false, none);
        return;
    }
    const auto state = m_host->state();
    const bool idle = state == HostState::Disconnected || state == HostState::Failed || state == HostState::WaitingToRetry;
    const int row = m_inventory.hosts().rowOf(m_host);
    set(m_newMachine, state == HostState::Connected, tr("The host is not connected."));
    set(m_connect, idle, state == HostState::Connected ? tr("The host is connected already.") : tr("The connection is being made."));
    set(m_disconnect, state != HostState::Disconnected && state != HostState::Failed, tr("The host is not connected."));
    set(m_autoconnect, true, {});
    set(m_rename, true, {});
    set(m_remove, true, {});
    set(m_up, row > 0, tr("The host is the first one already."));
    set(m_down, row >= 0 && row + 1 < m_inventory.hosts().rowCount(), tr("The host is the last one already."));
    m_autoconnect->setChecked(m_host->autoconnect());
}

void HostActions::move(int by)
{
    if (!m_host)
        return;
    m_inventory.hosts().move(m_host, m_inventory.hosts().rowOf(m_host) + by);
    refresh();
}

void HostActions::remove()
{
    if (!m_host)
        return;
    const QPointer host(m_host);
    confirm(m_window,
            {tr("Remove from the list"), tr("Remove “%1” from the list?").arg(m_host->label()),
             tr("The host and its machines go on as they are; only this program forgets the address."), {m_host->label()}, tr("Remove")},
            [this, host] {
                if (host)
                    m_inventory.hosts().remove(host);
            });
}
