// SPDX-License-Identifier: GPL-3.0-or-later
// All machines of all hosts: a line of summary, filters, cards or a table, and bulk verbs. GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>

#include <vector>

class BulkBar;
class ElidedLabel;
class Host;
class Inventory;
class Machine;
class MachineActions;
class MachineCards;
class MachineRows;
class MachineTable;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class ScreenshotCache;
enum class StateGroup;

class MachinesPage final : public QWidget {
    Q_OBJECT
public:
    MachinesPage(Inventory &inventory, MachineActions &actions, ScreenshotCache &pictures, QWidget *parent = nullptr);

    std::vector<Machine *> chosen() const;
    void showAsTable(bool table);

Q_SIGNALS:
    void machineActivated(Machine *machine);
    void machinesSelected(const std::vector<Machine *> &machines);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeHead();
    void summarize();
    void fillHostMenu();
    void chooseGroup(StateGroup group, const QString &name);
    void chooseHost(Host *host);
    void announce();
    void openMenu(const QPoint &position);

    Inventory &m_inventory;
    MachineActions &m_actions;
    MachineRows *m_rows;
    ElidedLabel *m_summary;
    QLineEdit *m_text;
    QPushButton *m_group;
    QPushButton *m_host;
    QPushButton *m_asCards;
    QPushButton *m_asTable;
    QStackedWidget *m_views;
    MachineCards *m_cards;
    MachineTable *m_table = nullptr; ///< made when first shown
    QLabel *m_nothing;
    BulkBar *m_bulk;
    QTimer m_summarize;
};
