// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/sidebar.h"

#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "ui/common/graph.h"
#include "ui/common/icons.h"
#include "ui/common/shades.h"
#include "ui/common/verbbutton.h"
#include "ui/hosts/hostactions.h"
#include "ui/main/machineactions.h"
#include "ui/main/sidebardelegate.h"
#include "ui/main/sidebarmodel.h"
#include "ui/main/visiblerows.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

Sidebar::Sidebar(Inventory &inventory, MachineActions &machineActions, HostActions &hostActions, QWidget *parent)
    : QWidget(parent), m_inventory(inventory), m_machineActions(machineActions), m_hostActions(hostActions),
      m_model(new SidebarModel(inventory.tree(), this)), m_search(new QLineEdit(this)), m_tree(new QTreeView(this))
{
    setMinimumWidth(200);
    m_search->setPlaceholderText(tr("Filter machines"));
    m_search->setAccessibleName(tr("Filter machines"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::search(), QLineEdit::LeadingPosition);
    m_search->setMinimumHeight(VerbButton::heightFor(fontMetrics()));
    m_search->installEventFilter(this);
    const auto collapsed = inventory.settings().get(keys::collapsedHosts);
    m_collapsed = QSet<QString>(collapsed.begin(), collapsed.end());
    applyOrder();
    buildTree();
    m_visible = new VisibleRows(m_tree);
    connect(m_visible, &VisibleRows::settled, this, [this](const QModelIndexList &indexes) {
        for (const auto &index : indexes) {
            if (auto *machine = m_model->machineAt(index))
                machine->requestDetails();
        }
    });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 1, 0);
    layout->setSpacing(8);
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(8, 0, 8, 0);
    searchRow->addWidget(m_search);
    layout->addLayout(searchRow);
    layout->addWidget(m_tree);
    connect(m_search, &QLineEdit::textChanged, m_model, &SidebarModel::setFilter);
    m_countDown.setInterval(1000);
    connect(&m_countDown, &QTimer::timeout, this, &Sidebar::countDown);
    // "Running · 3 min" grows old without any event.
    m_age.setInterval(30'000);
    m_age.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_age, &QTimer::timeout, this, &Sidebar::repaintAges);
    colour();
}

Sidebar::~Sidebar() = default;

void Sidebar::buildTree()
{
    m_tree->setModel(m_model);
    m_delegate = new SidebarDelegate(m_tree);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setAccessibleName(tr("Hosts and machines"));
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(0);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setMouseTracking(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->viewport()->setAttribute(Qt::WA_Hover);
    m_tree->viewport()->installEventFilter(this);
    m_tree->installEventFilter(this);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &Sidebar::announce);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_quiet)
            return;
        std::vector<Machine *> chosen;
        for (const auto &index : m_tree->selectionModel()->selectedRows()) {
            if (auto *machine = m_model->machineAt(index))
                chosen.push_back(machine);
        }
        Q_EMIT machinesSelected(chosen);
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) { remember(index, false); });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) { remember(index, true); });
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (auto *machine = m_model->machineAt(index))
            Q_EMIT machineActivated(machine);
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, &Sidebar::openMenu);
    connect(&m_inventory, &Inventory::machinesSampled, this, &Sidebar::repaintSampled);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_quiet = true; });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] {
        applyExpansion();
        restoreMark();
        m_quiet = false;
    });
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_quiet = true; });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, [this] {
        restoreMark();
        m_quiet = false;
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        applyExpansion();
        restoreMark();
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (!m_countDown.isActive())
            countDown();
    });
    applyExpansion();
    markAll();
}

void Sidebar::colour()
{
    auto own = palette();
    const auto ground = shades::sidebar(window()->palette());
    if (m_tree->palette().color(QPalette::Base) == ground)
        return;
    own.setColor(QPalette::Base, ground);
    m_tree->setPalette(own);
}

void Sidebar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), shades::sidebar(palette()));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(edge, 0, 1, height(), shades::line(palette()));
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree->viewport() && event->type() == QEvent::Paint)
        m_delegate->exposure.set(static_cast<QPaintEvent *>(event)->region());
    if (watched == m_tree->viewport() && event->type() == QEvent::MouseButtonPress) {
        auto *mouse = static_cast<QMouseEvent *>(event);
        const auto index = m_tree->indexAt(mouse->pos());
        // A press on the arrow folds; a press on the rest of the row chooses.
        const int reach = layoutDirection() == Qt::RightToLeft ? m_tree->viewport()->width() - mouse->pos().x() : mouse->pos().x();
        if (mouse->button() == Qt::LeftButton && reach < 30 && m_model->rowCount(index) > 0 && index.isValid()) {
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
            return true;
        }
    }
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::NoModifier) {
            if (auto *machine = m_model->machineAt(m_tree->currentIndex())) {
                Q_EMIT machineActivated(machine);
                return true;
            }
        }
        if (key->key() == Qt::Key_F2 && !m_model->machineAt(m_tree->currentIndex())) {
            if (auto *host = m_model->hostAt(m_tree->currentIndex()))
                rename(host);
            return true;
        }
    }
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down) {
            m_tree->setFocus();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            m_search->clear();
            m_tree->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::announce()
{
    const auto index = m_tree->currentIndex();
    if (m_quiet || !index.isValid())
        return;
    if (auto *machine = m_model->machineAt(index)) {
        m_marked = machine;
        Q_EMIT machineChosen(machine);
    } else if (auto *host = m_model->hostAt(index)) {
        m_marked = host;
        Q_EMIT hostChosen(host);
    } else {
        m_marked = nullptr;
        Q_EMIT allChosen();
    }
}

void Sidebar::markIndex(const QModelIndex &index)
{
    if (!index.isValid() || m_tree->currentIndex() == index)
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    m_tree->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_tree->scrollTo(index);
}

void Sidebar::restoreMark()
{
    QModelIndex index;
    if (auto *machine = qobject_cast<Machine *>(m_marked))
        index = m_model->indexOf(machine);
    else if (auto *host = qobject_cast<Host *>(m_marked))
        index = m_model->indexOf(host);
    else
        index = m_model->allMachines();
    // A folded host stays folded: marking must not open it.
    if (index.isValid() && index.parent().isValid() && !m_tree->isExpanded(index.parent()))
        index = index.parent();
    if (!index.isValid()) {
        const QScopedValueRollback quiet(m_quiet, true);
        m_tree->clearSelection();
        return;
    }
    markIndex(index);
}

void Sidebar::markAll()
{
    m_marked = nullptr;
    markIndex(m_model->allMachines());
}

void Sidebar::mark(Host *host)
{
    m_marked = host;
    markIndex(m_model->indexOf(host));
}

void Sidebar::mark(Machine *machine)
{
    m_marked = machine;
    markIndex(m_model->indexOf(machine));
}

void Sidebar::rename(Machine *machine)
{
    m_search->clear();
    mark(machine);
    if (const auto index = m_model->indexOf(machine); index.isValid()) {
        m_tree->scrollTo(index);
        m_tree->edit(index);
    }
}

void Sidebar::rename(Host *host)
{
    m_search->clear();
    if (const auto index = m_model->indexOf(host); index.isValid()) {
        m_tree->scrollTo(index);
        m_tree->edit(index);
    }
}

void Sidebar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Sidebar::focusList()
{
    m_tree->setFocus();
}

void Sidebar::setOrderByState(bool byState)
{
    m_inventory.settings().set(keys::sidebarOrder, byState ? QStringLiteral("state") : QStringLiteral("name"));
    applyOrder();
}

void Sidebar::applyOrder()
{
    m_model->setOrder(m_inventory.settings().get(keys::sidebarOrder) == u"state" ? SidebarModel::Order::State : SidebarModel::Order::Name);
}

bool Sidebar::isExpanded(Host *host) const
{
    return m_tree->isExpanded(m_model->indexOf(host));
}

void Sidebar::applyExpansion()
{
    const QScopedValueRollback quiet(m_quiet, true);
    const bool searching = !m_model->filter().isEmpty();
    for (int row = 1; row < m_model->rowCount(); ++row) {
        const auto index = m_model->index(row, 0);
        const bool open = searching || !m_collapsed.contains(m_model->hostAt(index)->id().toString(QUuid::WithoutBraces));
        if (m_tree->isExpanded(index) != open)
            m_tree->setExpanded(index, open);
    }
}

void Sidebar::remember(const QModelIndex &index, bool collapsed)
{
    auto *host = m_model->hostAt(index);
    // What a search opens is not what the person opened.
    if (m_quiet || !host || !m_model->filter().isEmpty())
        return;
    const auto id = host->id().toString(QUuid::WithoutBraces);
    collapsed ? void(m_collapsed.insert(id)) : void(m_collapsed.remove(id));
    m_inventory.settings().set(keys::collapsedHosts, QStringList(m_collapsed.cbegin(), m_collapsed.cend()));
    Q_EMIT expansionChanged();
}

void Sidebar::openMenu(const QPoint &position)
{
    const auto index = m_tree->indexAt(position);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_model->machineAt(index))
        m_machineActions.fill(menu);
    else if (auto *host = m_model->hostAt(index))
        m_hostActions.fill(menu, host);
    else {
        menu->deleteLater();
        return;
    }
    menu->popup(m_tree->viewport()->mapToGlobal(position));
}

void Sidebar::repaintSampled()
{
    const auto changed = m_visible->changed([this](const QModelIndex &index) -> VisibleRows::Look {
        const auto *machine = m_model->machineAt(index);
        if (!machine || !isActive(machine->state()) || !machine->stats())
            return {};
        return {machine, graph::look(machine->stats()->processor, 1, SidebarDelegate::sparkPoints)};
    });
    QStyleOptionViewItem option;
    option.widget = m_tree;
    option.direction = m_tree->layoutDirection();
    for (const auto &index : changed) {
        option.rect = m_tree->visualRect(index);
        // With its second sample the sparkline appears, and the words make room.
        const bool begins = m_model->machineAt(index)->stats()->processor.count() <= 2;
        m_tree->viewport()->update(begins ? option.rect : SidebarDelegate::sparkRect(option).adjusted(-2, -2, 2, 2));
    }
}

void Sidebar::repaintAges()
{
    for (const auto &index : m_visible->now()) {
        const auto *machine = m_model->machineAt(index);
        if (machine && machine->facts().runningSince.isValid())
            m_tree->update(index);
    }
}

void Sidebar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_age.start();
}

void Sidebar::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_age.stop();
}

void Sidebar::countDown()
{
    bool waiting = false;
    for (int row = 1; row < m_model->rowCount(); ++row) {
        const auto index = m_model->index(row, 0);
        if (m_model->hostAt(index)->state() != HostState::WaitingToRetry)
            continue;
        waiting = true;
        m_tree->update(index);
    }
    if (waiting == m_countDown.isActive())
        return;
    waiting ? m_countDown.start() : m_countDown.stop();
}
