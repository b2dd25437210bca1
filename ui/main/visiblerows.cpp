// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/visiblerows.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QScrollBar>
#include <QTreeView>

#include <utility>

namespace {
constexpr int settleMs = 90;
constexpr int mostRows = 400;
} // namespace

VisibleRows::VisibleRows(QAbstractItemView *view) : QObject(view), m_view(view)
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connect(&m_settle, &QTimer::timeout, this, [this] {
        if (const auto indexes = now(); !indexes.isEmpty())
            Q_EMIT settled(indexes);
    });
    const auto later = [this] { m_settle.start(); };
    connect(view->verticalScrollBar(), &QAbstractSlider::valueChanged, this, later);
    const auto *model = view->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, later);
    connect(model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(model, &QAbstractItemModel::modelReset, this, later);
    connect(model, &QAbstractItemModel::layoutChanged, this, later);
    if (auto *tree = qobject_cast<QTreeView *>(view)) {
        connect(tree, &QTreeView::expanded, this, later);
        connect(tree, &QTreeView::collapsed, this, later);
    }
    view->viewport()->installEventFilter(this);
}

QModelIndexList VisibleRows::now() const
{
    QModelIndexList indexes;
    if (!m_view->isVisible())
        return indexes;
    const auto area = m_view->viewport()->rect();
    const auto *tree = qobject_cast<QTreeView *>(m_view);
    // A gallery has gaps: look a little further in for its first row.
    auto index = m_view->indexAt({4, 4});
    for (int probe = 12; !index.isValid() && probe <= 60; probe += 12)
        index = m_view->indexAt({probe, probe});
    index = index.siblingAtColumn(0);
    while (index.isValid() && indexes.size() < mostRows && m_view->visualRect(index).top() <= area.bottom()) {
        indexes << index;
        index = tree ? tree->indexBelow(index).siblingAtColumn(0) : index.siblingAtRow(index.row() + 1);
    }
    return indexes;
}

QModelIndexList VisibleRows::changed(const std::function<Look(const QModelIndex &)> &lookOf)
{
    QModelIndexList indexes;
    QHash<const void *, size_t> looks;
    for (const auto &index : now()) {
        const auto [row, look] = lookOf(index);
        if (!row)
            continue;
        const auto before = m_looks.constFind(row);
        if (before == m_looks.cend() || *before != look)
            indexes << index;
        looks.insert(row, look);
    }
    m_looks = std::move(looks);
    return indexes;
}

bool VisibleRows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        m_settle.start();
    return QObject::eventFilter(watched, event);
}
