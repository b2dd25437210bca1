// SPDX-License-Identifier: GPL-3.0-or-later
// Tells which rows of a view a person sees, a moment after scrolling, resizing or a change of rows. GUI thread.
#pragma once

#include <QHash>
#include <QModelIndexList>
#include <QObject>
#include <QTimer>

#include <functional>

class QAbstractItemView;

class VisibleRows final : public QObject {
    Q_OBJECT
public:
    /// The view has its model already.
    explicit VisibleRows(QAbstractItemView *view);

    /// First column of every row that is at least partly seen; empty while the view is hidden.
    QModelIndexList now() const;
    /// What of a row is seen to change by itself; nothing where nothing does.
    struct Look {
        const void *row = nullptr;
        size_t look = 0;
    };
    /// Those rows whose look is not what it was at the last call.
    QModelIndexList changed(const std::function<Look(const QModelIndex &)> &lookOf);

Q_SIGNALS:
    void settled(const QModelIndexList &indexes);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractItemView *m_view;
    QTimer m_settle;
    QHash<const void *, size_t> m_looks; ///< at the last call of changed(); keys are compared only
};
