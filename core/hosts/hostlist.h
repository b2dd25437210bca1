// SPDX-License-Identifier: GPL-3.0-or-later
// The hosts in the person's order. Owns them, and keeps them saved. GUI thread.
#pragma once

#include "core/hosts/host.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

class Settings;

class HostList final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { HostRole = Qt::UserRole + 1 };

    HostList(HostServices &services, Settings &settings, QObject *parent = nullptr);
    ~HostList() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override; ///< HostRole: Host *
    QHash<int, QByteArray> roleNames() const override;

    Host *at(int row) const;
    int rowOf(const Host *host) const;
    Host *find(const QUuid &id) const;
    Host *find(const HostUri &uri) const;

    enum class Keep { Saved, ForThisRun };
    /// Adds it at the end, not connected. An address that is there already gives the host that has it.
    Host &add(const HostUri &uri, const QString &label, Keep keep);
    void remove(Host *host);
    /// `row` counts after the host was taken out.
    void move(Host *host, int row);
    /// Hosts saved by an earlier run; none at first start.
    void restore();

Q_SIGNALS:
    void hostAdded(Host *host);
    void hostAboutToBeRemoved(Host *host);

private:
    Host &append(const QUuid &id, const HostUri &uri, const QString &label, Keep keep);
    void save() const;

    struct Entry {
        std::unique_ptr<Host> host;
        Keep keep;
    };
    HostServices &m_services;
    Settings &m_settings;
    std::vector<Entry> m_hosts;
};
