// SPDX-License-Identifier: GPL-3.0-or-later
// Up and down move in a list while the field that searches it keeps the keyboard. Belongs to the field. GUI thread.
#pragma once

#include <QObject>

class QAbstractItemView;
class QLineEdit;

class SearchKeys final : public QObject {
    Q_OBJECT
public:
    /// Both live as long as each other.
    SearchKeys(QLineEdit *field, QAbstractItemView *list);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_list;
};
