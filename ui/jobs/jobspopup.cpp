// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobspopup.h"

#include "core/jobs/joblist.h"
#include "ui/common/errordialog.h"
#include "ui/common/shades.h"
#include "ui/common/statetext.h"
#include "ui/common/verbbutton.h"
#include "ui/jobs/jobtext.h"

#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace {

/// Newest first, and worded.
class JobRows final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    QVariant data(const QModelIndex &index, int role) const override
    {
        const auto *job = QSortFilterProxyModel::data(index, JobList::JobRole).value<Job *>();
        if (job && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole))
            return statetext::jobTitle(*job);
        if (job && role == Qt::AccessibleDescriptionRole)
            return jobtext::outcome(*job);
        return QSortFilterProxyModel::data(index, role);
    }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override { return left.row() > right.row(); }
};

class JobDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override { return {200, option.fontMetrics.height() * 2 + 18}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *job = index.data(JobList::JobRole).value<Job *>();
        if (!job)
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, shades::selection(option.palette));
        const auto inner = option.rect.adjusted(12, 8, -12, -8);
        auto bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        painter->setPen(option.palette.color(QPalette::Text));
        const int side = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignTop | Qt::TextSingleLine);
        painter->drawText(inner, side, QFontMetrics(bold).elidedText(statetext::jobTitle(*job), Qt::ElideRight, inner.width()));
        painter->setFont(option.font);
        painter->setPen(job->state() == Job::State::Failed ? shades::bad(option.palette) : shades::faint(option.palette));
        painter->drawText(inner.adjusted(0, option.fontMetrics.height() + 2, 0, 0), side,
                          option.fontMetrics.elidedText(jobtext::outcome(*job), Qt::ElideRight, inner.width()));
        painter->fillRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1, shades::line(option.palette));
        painter->restore();
    }
};

} // namespace

JobsPopup::JobsPopup(JobList &jobs, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_jobs(jobs), m_list(new QListView(this)), m_cancel(new VerbButton(tr("Cancel"), this)),
      m_details(new VerbButton(tr("Show problem"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Jobs"));
    setAccessibleName(tr("Jobs"));
    setFrameShape(QFrame::StyledPanel);
    auto *rows = new JobRows(this);
    rows->setSourceModel(&jobs);
    rows->sort(0);
    m_list->setModel(rows);
    m_list->setItemDelegate(new JobDelegate(m_list));
    m_list->setAccessibleName(tr("Jobs"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *clear = new VerbButton(tr("Clear finished"), this);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 8, 8, 8);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_details);
    buttons->addStretch();
    buttons->addWidget(clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &JobsPopup::refresh);
    connect(rows, &QAbstractItemModel::dataChanged, this, &JobsPopup::refresh);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (auto *job = current())
            job->cancel();
    });
    connect(m_details, &QPushButton::clicked, this, [this] {
        if (auto *job = current())
            showError(window()->parentWidget(), errortext::ofJob(*job));
        close();
    });
    connect(clear, &QPushButton::clicked, this, [this] { m_jobs.forgetFinished(); });
    m_list->setCurrentIndex(rows->index(0, 0));
    refresh();
}

QSize JobsPopup::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 64, 320};
}

Job *JobsPopup::current() const
{
    return m_list->currentIndex().data(JobList::JobRole).value<Job *>();
}

void JobsPopup::refresh()
{
    const auto *job = current();
    m_cancel->setEnabled(job && job->canCancel());
    m_details->setEnabled(job && job->state() == Job::State::Failed);
}
