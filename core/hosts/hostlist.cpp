// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostlist.h"

#include "core/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace {

struct Saved {
    QUuid id;
    HostUri uri;
    QString label;
    bool autoconnect = true;
    bool builtIn = false;
};

QJsonObject toJson(const Host &host)
{
    return {{QStringLiteral("id"), host.id().toString(QUuid::WithoutBraces)},
            {QStringLiteral("uri"), host.uri().toString()},
            {QStringLiteral("label"), host.givenLabel()},
            {QStringLiteral("autoconnect"), host.autoconnect()},
            {QStringLiteral("builtIn"), host.isBuiltIn()}};
}

/// Nothing where an entry is damaged: the others still count.
std::optional<Saved> fromJson(const QJsonObject &object)
{
    auto uri = HostUri::parse(object.value(QStringLiteral("uri")).toString());
    if (!uri)
        return std::nullopt;
    auto id = QUuid::fromString(object.value(QStringLiteral("id")).toString());
    return Saved{id.isNull() ? QUuid::createUuid() : id, *uri, object.value(QStringLiteral("label")).toString(),
                 object.value(QStringLiteral("autoconnect")).toBool(true),
                 object.value(QStringLiteral("builtIn")).toBool(false)};
}

} // namespace

HostList::HostList(HostServices &services, Settings &settings, QObject *parent)
    : QAbstractListModel(parent), m_services(services), m_settings(settings)
{
}

HostList::~HostList() = default;

int HostList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hosts.size());
}

QVariant HostList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    auto *host = m_hosts[size_t(index.row())].host.get();
    if (role == HostRole)
        return QVariant::fromValue(host);
    return role == Qt::DisplayRole ? QVariant(host->label()) : QVariant();
}

QHash<int, QByteArray> HostList::roleNames() const
{
    return {{Qt::DisplayRole, QByteArrayLiteral("display")}, {HostRole, QByteArrayLiteral("host")}};
}

Host *HostList::at(int row) const
{
    return row >= 0 && row < rowCount() ? m_hosts[size_t(row)].host.get() : nullptr;
}

int HostList::rowOf(const Host *host) const
{
    const auto it = std::find_if(m_hosts.begin(), m_hosts.end(), [host](const Entry &entry) { return entry.host.get() == host; });
    return it == m_hosts.end() ? -1 : int(it - m_hosts.begin());
}

Host *HostList::find(const QUuid &id) const
{
    const auto it = std::find_if(m_hosts.begin(), m_hosts.end(), [&id](const Entry &entry) { return entry.host->id() == id; });
    return it == m_hosts.end() ? nullptr : it->host.get();
}

Host *HostList::find(const HostUri &uri) const
{
    const auto it = std::find_if(m_hosts.begin(), m_hosts.end(), [&uri](const Entry &entry) { return entry.host->uri() == uri; });
    return it == m_hosts.end() ? nullptr : it->host.get();
}

Host &HostList::add(const HostUri &uri, const QString &label, Keep keep)
{
    if (auto *known = find(uri)) {
        auto &entry = m_hosts[size_t(rowOf(known))];
        if (keep == Keep::Saved && entry.keep == Keep::ForThisRun) {
            entry.keep = Keep::Saved;
            save();
        }
        return *known;
    }
    auto &host = append(QUuid::createUuid(), uri, label, keep);
    save();
    return host;
}

Host &HostList::append(const QUuid &id, const HostUri &uri, const QString &label, Keep keep)
{
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_hosts.push_back({std::make_unique<Host>(id, uri, label, m_services), keep});
    endInsertRows();
    auto *host = m_hosts.back().host.get();
    connect(host, &Host::changed, this, [this, host] {
        const auto cell = index(rowOf(host));
        Q_EMIT dataChanged(cell, cell);
    });
    connect(host, &Host::settingsChanged, this, &HostList::save);
    Q_EMIT hostAdded(host);
    return *host;
}

void HostList::remove(Host *host)
{
    const int row = rowOf(host);
    if (row < 0)
        return;
    Q_EMIT hostAboutToBeRemoved(host);
    disconnect(host, nullptr, this, nullptr);
    beginRemoveRows({}, row, row);
    const auto gone = std::move(m_hosts[size_t(row)].host);
    m_hosts.erase(m_hosts.begin() + row);
    endRemoveRows();
    save();
}

void HostList::move(Host *host, int row)
{
    const int from = rowOf(host);
    row = std::clamp(row, 0, rowCount() - 1);
    if (from < 0 || from == row)
        return;
    // Qt counts the target before the row is taken out.
    beginMoveRows({}, from, from, {}, row > from ? row + 1 : row);
    auto entry = std::move(m_hosts[size_t(from)]);
    m_hosts.erase(m_hosts.begin() + from);
    m_hosts.insert(m_hosts.begin() + row, std::move(entry));
    endMoveRows();
    save();
}

void HostList::restore()
{
    const auto saved = QJsonDocument::fromJson(m_settings.get(keys::savedHosts)).array();
    for (const auto &value : saved) {
        const auto entry = fromJson(value.toObject());
        if (!entry || find(entry->id) || find(entry->uri))
            continue;
        auto &host = append(entry->id, entry->uri, entry->label, Keep::Saved);
        const QSignalBlocker quiet(host); // nothing is new to the settings
        host.setAutoconnect(entry->autoconnect);
        host.setBuiltIn(entry->builtIn);
    }
}

void HostList::save() const
{
    QJsonArray array;
    for (const auto &entry : m_hosts) {
        if (entry.keep == Keep::Saved)
            array.append(toJson(*entry.host));
    }
    m_settings.set(keys::savedHosts, QJsonDocument(array).toJson(QJsonDocument::Compact));
}
