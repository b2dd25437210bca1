// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt browser of machines can be: a flat table filled by one list and one bulk call, no events,
// no detail. Prints the program's own milestones, from the same clock. Usage: leastbrowser URI; runs until ended.
#include "app/timings.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QTableView>

#include <libvirt/libvirt.h>

#include <cstdio>
#include <thread>
#include <vector>

namespace {

struct Row {
    QString name;
    int state;
};

class FlatModel final : public QAbstractTableModel {
public:
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(rows.size()); }
    int columnCount(const QModelIndex & = {}) const override { return 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        const auto &row = rows[size_t(index.row())];
        return index.column() == 0 ? QVariant(row.name) : QVariant(row.state);
    }
    void take(std::vector<Row> fresh)
    {
        beginResetModel();
        rows = std::move(fresh);
        endResetModel();
    }
    std::vector<Row> rows;
};

std::vector<Row> listOf(const char *uri)
{
    std::vector<Row> rows;
    const auto connection = virConnectOpenReadOnly(uri);
    if (!connection)
        return rows;
    virDomainStatsRecordPtr *records = nullptr;
    const int count = virConnectGetAllDomainStats(connection, VIR_DOMAIN_STATS_STATE, &records, 0);
    for (int i = 0; i < count; ++i) {
        int state = 0;
        virTypedParamsGetInt(records[i]->params, records[i]->nparams, "state.state", &state);
        rows.push_back({QString::fromUtf8(virDomainGetName(records[i]->dom)), state});
    }
    if (count > 0)
        virDomainStatsRecordListFree(records);
    virConnectClose(connection);
    return rows;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: leastbrowser URI\n", stderr);
        return 2;
    }
    timings::enable();
    FlatModel model;
    QTableView view;
    view.setModel(&model);
    view.resize(800, 600);
    view.show();
    std::thread([&model, &view, uri = argv[1]] {
        auto rows = listOf(uri);
        QMetaObject::invokeMethod(&model, [&model, &view, rows = std::move(rows), uri]() mutable {
            model.take(std::move(rows));
            const auto what = QStringLiteral("%1 %2").arg(QString::fromLocal8Bit(uri)).arg(model.rows.size());
            timings::mark(QStringLiteral("host-listed ") + what);
            timings::markNextFrame(view, QStringLiteral("machines-shown ") + what);
        });
    }).detach();
    return QApplication::exec();
}
