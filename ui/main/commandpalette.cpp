// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/commandpalette.h"

#include "ui/common/shades.h"
#include "ui/main/fuzzy.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr size_t mostShown = 40;
constexpr int rowsShown = 10;
constexpr int detailRole = Qt::UserRole + 1;

class EntryDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {100, option.fontMetrics.height() + 14}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto area = option.rect.adjusted(4, 0, -4, 0);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(option.state & QStyle::State_Selected ? shades::selection(option.palette) : shades::hover(option.palette));
            painter->drawRoundedRect(area, 5, 5);
        }
        const auto inner = area.adjusted(10, 0, -10, 0);
        const auto icon = index.data(Qt::DecorationRole).value<QIcon>();
        const auto visual = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        icon.paint(painter, visual({inner.left(), inner.center().y() - 7, 16, 16}));
        const auto detail = index.data(detailRole).toString();
        const int detailWidth = std::min(option.fontMetrics.horizontalAdvance(detail), inner.width() / 2);
        const int left = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine);
        const int right = int(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter | Qt::TextSingleLine);
        painter->setPen(shades::faint(option.palette));
        painter->drawText(visual({inner.right() - detailWidth, inner.top(), detailWidth + 1, inner.height()}), right,
                          option.fontMetrics.elidedText(detail, Qt::ElideRight, detailWidth + 1));
        painter->setPen(option.palette.color(QPalette::Text));
        const auto words = inner.adjusted(26, 0, -detailWidth - 12, 0);
        painter->drawText(visual(words), left, option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(QLineEdit *field, Source source, QWidget *window)
    : QFrame(window), m_field(field), m_source(std::move(source)), m_list(new QListView(this)), m_found(new QStandardItemModel(this))
{
    setAccessibleName(tr("Search results"));
    m_list->setModel(m_found);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setAccessibleName(tr("Search results"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 8, 4, 8);
    layout->addWidget(m_list);
    hide();
    m_field->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_field, &QLineEdit::textEdited, this, [this] {
        open();
        search();
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::open()
{
    if (isVisible())
        return;
    m_before = QApplication::focusWidget() == m_field ? m_before : QPointer<QWidget>(QApplication::focusWidget());
    m_entries.clear();
    for (auto &entry : m_source()) {
        auto folded = entry.title.toCaseFolded();
        m_entries.push_back({std::move(entry), std::move(folded)});
    }
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
    search();
    place();
    show();
    raise();
}

void CommandPalette::search()
{
    const auto typed = m_field->text().trimmed().toCaseFolded();
    std::vector<std::pair<int, size_t>> ranked;
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (const int score = fuzzy::score(typed, m_entries[i].folded); score >= 0)
            ranked.emplace_back(score + m_entries[i].entry.weight, i);
    }
    const auto shown = std::min(mostShown, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + qptrdiff(shown), ranked.end(),
                      [this](const auto &a, const auto &b) {
                          if (a.first != b.first)
                              return a.first > b.first;
                          return m_entries[a.second].folded < m_entries[b.second].folded;
                      });
    m_found->clear();
    m_shown.clear();
    for (size_t i = 0; i < shown; ++i) {
        const auto &entry = m_entries[ranked[i].second].entry;
        auto *item = new QStandardItem(entry.icon, entry.title);
        item->setData(entry.detail, detailRole);
        item->setData(entry.detail, Qt::AccessibleDescriptionRole);
        m_found->appendRow(item);
        m_shown.push_back(ranked[i].second);
    }
    if (shown == 0) {
        auto *item = new QStandardItem(tr("Nothing matches"));
        item->setEnabled(false);
        m_found->appendRow(item);
    }
    m_list->setCurrentIndex(m_found->index(0, 0));
    place();
}

void CommandPalette::place()
{
    auto *window = parentWidget();
    const auto corner = m_field->mapTo(window, QPoint(0, m_field->height() + 4));
    const int rows = std::clamp(m_found->rowCount(), 1, rowsShown);
    const int height = rows * (fontMetrics().height() + 14) + 18;
    const int width = std::min(std::max(m_field->width(), 480), window->width() - 16);
    const int x = std::clamp(corner.x() + (m_field->width() - width) / 2, 8, std::max(8, window->width() - width - 8));
    setGeometry(x, corner.y(), width, height);
}

void CommandPalette::step(int by)
{
    const int count = m_found->rowCount();
    if (count == 0)
        return;
    m_list->setCurrentIndex(m_found->index((m_list->currentIndex().row() + by + count) % count, 0));
}

void CommandPalette::run()
{
    const int row = m_list->currentIndex().row();
    if (row < 0 || row >= int(m_shown.size()))
        return;
    const auto chosen = m_entries[m_shown[size_t(row)]].entry.run;
    leave();
    chosen();
}

void CommandPalette::leave()
{
    hide();
    m_field->clear();
    m_entries.clear();
    m_found->clear();
    m_shown.clear();
    if (m_before)
        m_before->setFocus();
    else
        m_field->clearFocus();
    m_before = nullptr;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::MouseButtonPress) {
        open();
    } else if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down: open(); step(1); return true;
        case Qt::Key_Up: step(-1); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: run(); return true;
        case Qt::Key_Escape: leave(); return true;
        default: break;
        }
    } else if (watched == m_field && event->type() == QEvent::FocusOut && isVisible()
               && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason
               && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        hide();
    } else if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(QPen(shades::mix(shades::line(palette()), palette().color(QPalette::WindowText), 0.15), 1));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}
