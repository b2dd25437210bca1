// SPDX-License-Identifier: GPL-3.0-or-later
// Tells which rows of a view a person sees, a moment after scrolling, resizing or a change of rows. GUI thread.
#pragma once

#include <QModelIndexList>
#include <QObject>
#include <QTimer>

class QAbstractItemView;

class VisibleRows final : public QObject {
    Q_OBJECT
public:
    /// The view has its model already.
    explicit VisibleRows(QAbstractItemView *view);

    /// First column of every row that is at least partly seen; empty while the view is hidden.
    QModelIndexList now() const;

Q_SIGNALS:
    void settled(const QModelIndexList &indexes);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_view;
    QTimer m_settle;
};
