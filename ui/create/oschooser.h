// SPDX-License-Identifier: GPL-3.0-or-later
// Every system that the OS database knows, found by typing; newest first within a name. GUI thread.
#pragma once

#include "core/provisioning/osdatabase.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;

class OsChooser final : public QDialog {
    Q_OBJECT
public:
    /// Deletes itself when closed.
    OsChooser(OsDatabase &database, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const OsEntry &system);

private:
    void fill(std::vector<OsEntry> systems);
    void search(const QString &text);
    void take();

    std::vector<OsEntry> m_systems;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_note;
    QPushButton *m_choose;
};
