// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/hostmediadialog.h"

#include "core/async/deliver.h"
#include "core/hosts/host.h"
#include "core/provisioning/hostmedia.h"
#include "ui/common/errortext.h"
#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/common/searchkeys.h"

#include <QBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

namespace {
constexpr int NumberRole = Qt::UserRole + 1;

QString wordsOf(const HostMedium &medium)
{
    if (medium.kind == HostMedium::Kind::Drive) {
        const auto disc = medium.isEmpty ? HostMediaDialog::tr("no disc in it") : medium.label.isEmpty() ? HostMediaDialog::tr("a disc") : medium.label;
        //: A drive for discs: its path, who made it, and what is in it
        return HostMediaDialog::tr("Drive %1 (%2): %3").arg(medium.path, medium.name, disc);
    }
    //: A volume, the pool that it is in, and its size
    const auto volume = HostMediaDialog::tr("%1 · pool %2 · %3").arg(medium.name, medium.pool, format::size(medium.size));
    //: … and the machine whose disk it is
    return medium.usedBy.isEmpty() ? volume : HostMediaDialog::tr("%1 · used by %2").arg(volume, medium.usedBy);
}
} // namespace

HostMediaDialog::HostMediaDialog(Host &host, MediaSource source, QWidget *parent)
    : QDialog(parent), m_source(source), m_model(new QStandardItemModel(this)), m_found(new QSortFilterProxyModel(this)),
      m_search(new QLineEdit(this)), m_list(new QListView(this)), m_note(new QLabel(tr("Asking the host what it has…"), this)),
      m_choose(labels::button(tr("Choose"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choose from the pools of %1").arg(host.label()));
    auto *caption = new QLabel(tr("&Search"), this);
    caption->setBuddy(m_search);
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    new SearchKeys(m_search, m_list);
    m_found->setSourceModel(m_model);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    m_list->setAccessibleName(tr("Volumes and drives"));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note->setWordWrap(true);
    m_choose->setDefault(true);
    m_choose->setEnabled(false);
    auto *cancel = labels::button(tr("Cancel"), this);

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(caption);
    top->addWidget(m_search, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_note, 1);
    bottom->addWidget(cancel);
    bottom->addWidget(m_choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addLayout(bottom);
    resize(560, 420);

    connect(m_search, &QLineEdit::textChanged, this, &HostMediaDialog::search);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        m_choose->setEnabled(current.isValid() && current.flags().testFlag(Qt::ItemIsEnabled));
    });
    connect(m_list, &QListView::doubleClicked, this, &HostMediaDialog::choose);
    connect(m_choose, &QPushButton::clicked, this, &HostMediaDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    deliver(askHostMedia(host), this, [this](const Result<std::vector<HostMedium>> &media) { take(media); });
}

void HostMediaDialog::take(const Result<std::vector<HostMedium>> &media)
{
    if (!media) {
        m_note->setText(errortext::of(media.error(), tr("The host did not say what it has.")).what);
        return;
    }
    m_media = mediaFor(m_source, *media);
    for (size_t i = 0; i < m_media.size(); ++i) {
        auto *item = new QStandardItem(wordsOf(m_media[i]));
        item->setData(quint64(i), NumberRole);
        item->setToolTip(m_media[i].path);
        item->setEnabled(!m_media[i].isEmpty);
        m_model->appendRow(item);
    }
    search(m_search->text());
}

void HostMediaDialog::search(const QString &text)
{
    m_found->setFilterFixedString(text);
    const int count = m_found->rowCount();
    int first = 0; // that can be chosen: a drive may have no disc in it
    while (first < count && !m_found->index(first, 0).flags().testFlag(Qt::ItemIsEnabled))
        ++first;
    m_list->setCurrentIndex(first < count ? m_found->index(first, 0) : QModelIndex());
    m_choose->setEnabled(first < count);
    m_note->setText(m_media.empty() ? tr("The host's pools hold nothing that could be used here, and it has no drive.")
                    : count == 0    ? tr("Nothing of that name is there.")
                                    : QString());
}

void HostMediaDialog::choose()
{
    const auto index = m_list->currentIndex();
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    Q_EMIT chosen(m_media[index.data(NumberRole).toULongLong()]);
    accept();
}
