// SPDX-License-Identifier: GPL-3.0-or-later
// The window's left side: search, all machines, hosts and their machines. GUI thread.
#pragma once

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <vector>

class Host;
class HostActions;
class Inventory;
class Machine;
class MachineActions;
class QLineEdit;
class QTreeView;
class SidebarDelegate;
class SidebarModel;
class VisibleRows;

class Sidebar final : public QWidget {
    Q_OBJECT
public:
    Sidebar(Inventory &inventory, MachineActions &machineActions, HostActions &hostActions, QWidget *parent = nullptr);
    ~Sidebar() override;

    // Move the mark without announcing a choice.
    void markAll();
    void mark(Host *host);
    void mark(Machine *machine);
    void rename(Machine *machine);
    void rename(Host *host);
    void focusSearch();
    void focusList();
    void setOrderByState(bool byState);
    /// The order as the settings have it now.
    void applyOrder();
    bool isExpanded(Host *host) const;

Q_SIGNALS:
    void allChosen();
    void hostChosen(Host *host);
    void machineChosen(Machine *machine);
    /// Every selected machine, in the order of rows.
    void machinesSelected(const std::vector<Machine *> &machines);
    /// Return or double click.
    void machineActivated(Machine *machine);
    void expansionChanged();

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTree();
    void colour();
    void announce();
    void applyExpansion();
    void remember(const QModelIndex &index, bool collapsed);
    void markIndex(const QModelIndex &index);
    void openMenu(const QPoint &position);
    void repaintSampled();
    void countDown();
    void repaintAges();
    void restoreMark();

    Inventory &m_inventory;
    MachineActions &m_machineActions;
    HostActions &m_hostActions;
    SidebarModel *m_model;
    QLineEdit *m_search;
    QTreeView *m_tree;
    SidebarDelegate *m_delegate = nullptr;
    VisibleRows *m_visible;
    QSet<QString> m_collapsed;
    QPointer<QObject> m_marked; ///< the Machine or Host under the mark; null for all machines
    QTimer m_countDown;
    QTimer m_age;
    bool m_quiet = false;
};
