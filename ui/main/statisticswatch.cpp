// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/statisticswatch.h"

#include "core/inventory/inventory.h"

#include <QEvent>
#include <QWidget>

StatisticsWatch::StatisticsWatch(Inventory &inventory, QWidget *window, std::function<bool(Host *)> isSeen)
    : QObject(window), m_inventory(inventory), m_window(window), m_isSeen(std::move(isSeen))
{
    m_look.setSingleShot(true);
    m_look.setInterval(0);
    connect(&m_look, &QTimer::timeout, this, &StatisticsWatch::look);
    const auto attend = [this](Host *host) {
        connect(host, &Host::changed, this, &StatisticsWatch::lookAgain);
        lookAgain();
    };
    for (int row = 0; row < inventory.hosts().rowCount(); ++row)
        attend(inventory.hosts().at(row));
    connect(&inventory.hosts(), &HostList::hostAdded, this, attend);
    connect(&inventory.hosts(), &HostList::hostAboutToBeRemoved, this, [this](Host *host) { m_tokens.remove(host); });
    window->installEventFilter(this);
}

bool StatisticsWatch::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange: lookAgain(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void StatisticsWatch::startAnew()
{
    m_tokens.clear();
    look();
}

void StatisticsWatch::look()
{
    const bool awake = m_window->isVisible() && !m_window->isMinimized();
    for (int row = 0; row < m_inventory.hosts().rowCount(); ++row) {
        auto *host = m_inventory.hosts().at(row);
        const bool wanted = awake && host->isConnected() && m_isSeen(host);
        if (!wanted)
            m_tokens.remove(host);
        else if (!m_tokens.contains(host))
            m_tokens.insert(host, host->watchStatistics());
    }
}
