// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses what a machine begins with among the volumes of a host's pools and its drives. GUI thread.
#pragma once

#include "core/base/result.h"
#include "core/hosts/hostmedium.h"
#include "core/provisioning/machinerecipe.h"

#include <QDialog>

#include <vector>

class Host;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;

class HostMediaDialog final : public QDialog {
    Q_OBJECT
public:
    HostMediaDialog(Host &host, MediaSource source, QWidget *parent);

Q_SIGNALS:
    void chosen(const HostMedium &medium);

private:
    void take(const Result<std::vector<HostMedium>> &media);
    void search(const QString &text);
    void choose();

    MediaSource m_source;
    std::vector<HostMedium> m_media;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_found;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_note;
    QPushButton *m_choose;
};
