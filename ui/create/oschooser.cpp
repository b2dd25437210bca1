// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/oschooser.h"

#include "core/async/deliver.h"
#include "ui/common/searchkeys.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

#include <algorithm>

namespace {
constexpr int EntryRole = Qt::UserRole + 1;
constexpr int SearchRole = Qt::UserRole + 2;
} // namespace

OsChooser::OsChooser(OsDatabase &database, QWidget *parent)
    : QDialog(parent), m_model(new QStandardItemModel(this)), m_found(new QSortFilterProxyModel(this)), m_search(new QLineEdit(this)),
      m_list(new QListView(this)), m_note(new QLabel(tr("Reading the list of systems…"), this)), m_choose(new QPushButton(tr("Choose"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choose the system"));
    auto *caption = new QLabel(tr("&Search"), this);
    caption->setBuddy(m_search);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("debian 12, windows, …"));
    m_search->setClearButtonEnabled(true);
    new SearchKeys(m_search, m_list);
    m_found->setSourceModel(m_model);
    m_found->setFilterRole(SearchRole);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_found);
    m_list->setAccessibleName(tr("Systems"));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_choose->setAccessibleName(m_choose->text());
    m_choose->setDefault(true);
    m_choose->setEnabled(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAccessibleName(cancel->text());
    cancel->setAutoDefault(false);

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
    resize(480, 480);

    connect(m_search, &QLineEdit::textChanged, this, &OsChooser::search);
    connect(m_list, &QListView::doubleClicked, this, &OsChooser::take);
    connect(m_choose, &QPushButton::clicked, this, &OsChooser::take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    deliver(database.systems(), this, [this](Result<std::vector<OsEntry>> systems) {
        if (systems)
            fill(std::move(*systems));
        else
            m_note->setText(tr("The list of systems could not be read."));
    });
}

void OsChooser::fill(std::vector<OsEntry> systems)
{
    std::sort(systems.begin(), systems.end(), [](const OsEntry &a, const OsEntry &b) {
        const auto order = a.distribution.localeAwareCompare(b.distribution);
        return order != 0 ? order < 0 : a.released > b.released;
    });
    m_systems = std::move(systems);
    for (size_t i = 0; i < m_systems.size(); ++i) {
        const auto &system = m_systems[i];
        auto *item = new QStandardItem(system.endOfLife ? tr("%1 (no longer supported)").arg(system.name) : system.name);
        item->setData(quint64(i), EntryRole);
        item->setData(QString(system.name + u' ' + system.shortId + u' ' + system.distribution), SearchRole);
        m_model->appendRow(item);
    }
    search(m_search->text());
}

/// Every word must occur, in any order.
void OsChooser::search(const QString &text)
{
    QString pattern = QStringLiteral("^");
    for (const auto &word : text.split(u' ', Qt::SkipEmptyParts))
        pattern += QStringLiteral("(?=.*%1)").arg(QRegularExpression::escape(word));
    m_found->setFilterRegularExpression(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    if (m_found->rowCount() > 0)
        m_list->setCurrentIndex(m_found->index(0, 0));
    m_choose->setEnabled(m_found->rowCount() > 0);
    m_note->setText(m_found->rowCount() > 0 ? tr("%n system(s)", nullptr, m_found->rowCount()) : tr("No system of that name is known."));
}

void OsChooser::take()
{
    const auto index = m_list->currentIndex();
    if (!index.isValid())
        return;
    Q_EMIT chosen(m_systems[index.data(EntryRole).toULongLong()]);
    accept();
}
