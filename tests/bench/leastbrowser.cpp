// SPDX-License-Identifier: GPL-3.0-or-later
// The least that a Qt browser of machines can be: a flat table filled by one list and one bulk call, no events,
// no detail. Figures of the program are read beside its own. Usage: leastbrowser URI; ends when it has painted.
#include <QAbstractTableModel>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTableView>
#include <QTimer>

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

double residentMib()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096.0 / (1 << 20);
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fputs("usage: leastbrowser URI\n", stderr);
        return 2;
    }
    FlatModel model;
    QTableView view;
    view.setModel(&model);
    view.resize(800, 600);
    view.show();
    std::thread([&model, uri = argv[1], &clock] {
        auto rows = listOf(uri);
        QMetaObject::invokeMethod(&model, [&model, rows = std::move(rows), &clock]() mutable {
            model.take(std::move(rows));
            QTimer::singleShot(0, &model, [&model, &clock] {
                std::printf("least-browser-listed-%zu %lld ms\n", model.rows.size(), static_cast<long long>(clock.elapsed()));
                std::printf("least-browser-memory-%zu %.1f MiB\n", model.rows.size(), residentMib());
                QCoreApplication::quit();
            });
        });
    }).detach();
    return QApplication::exec();
}
