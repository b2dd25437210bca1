// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/imagecatalogue.h"

#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "core/provisioning/ownimages.h"
#include "core/settings/settings.h"
#include "ui/common/searchkeys.h"
#include "ui/create/sources/imagedelegate.h"
#include "ui/create/sources/imagelist.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

namespace {
constexpr int grid = 8;
}

ImageCatalogue::ImageCatalogue(Inventory &inventory, Offer offer, QWidget *parent)
    : QWidget(parent), m_inventory(inventory), m_offer(offer), m_all(new ImageList(this)), m_found(new FoundImages(this)),
      m_search(new QLineEdit(this)), m_unsupported(new QCheckBox(tr("Unsupported ones &too"), this)), m_list(new QListView(this)),
      m_note(new QLabel(tr("Reading the list of systems…"), parent))
{
    auto *caption = new QLabel(tr("Searc&h"), this);
    caption->setBuddy(m_search);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("debian, fedora server, live, …"));
    m_search->setClearButtonEnabled(true);
    new SearchKeys(m_search, m_list);
    m_found->setSourceModel(m_all);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new ImageDelegate(m_list));
    m_list->setAccessibleName(tr("Systems to download"));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMinimumHeight(170);
    m_unsupported->setAccessibleName(tr("Unsupported ones too"));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);

    auto *top = new QHBoxLayout;
    top->setSpacing(grid);
    top->addWidget(caption);
    top->addWidget(m_search, 1);
    top->addWidget(m_unsupported);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addLayout(top);
    column->addWidget(m_list, 1);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) { rearrange([&] { m_found->setSearch(text); }); });
    connect(m_unsupported, &QCheckBox::toggled, this, [this](bool on) { rearrange([&] { m_found->setUnsupportedShown(on); }); });
    connect(m_list, &QListView::activated, this, &ImageCatalogue::accepted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (!index.isValid() || m_isRearranging)
            return;
        const auto image = m_all->image(m_found->mapToSource(index).row());
        m_marked = image.url;
        Q_EMIT chosen(image);
    });
}

void ImageCatalogue::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isAsked)
        reload();
}

void ImageCatalogue::reload()
{
    m_isAsked = true;
    deliver(m_inventory.osDatabase().images(), this, [this](Result<std::vector<OsImage>> images) {
        if (!images) {
            m_note->setText(tr("The list of systems could not be read."));
            return;
        }
        m_images = std::move(*images);
        m_isRead = true;
        const bool wantsCloud = m_offer == Offer::CloudImages;
        m_images.erase(std::remove_if(m_images.begin(), m_images.end(),
                                      [wantsCloud](const OsImage &image) { return (image.kind == OsImage::Kind::Cloud) != wantsCloud; }),
                       m_images.end());
        refill();
    });
}

void ImageCatalogue::refill()
{
    const auto &settings = m_inventory.settings();
    auto images = m_images;
    if (m_offer == Offer::Discs) {
        for (auto &own : ownimages::fromJson(settings.get(keys::downloadOwnImages)))
            images.push_back(std::move(own));
    }
    rearrange([&] { m_all->set(rankImages(std::move(images), settings.get(keys::downloadRecent), m_architecture)); });
}

void ImageCatalogue::setArchitecture(const QString &architecture)
{
    if (m_architecture == architecture)
        return;
    m_architecture = architecture;
    if (!m_images.empty())
        refill();
}

QModelIndex ImageCatalogue::find(const QUrl &url) const
{
    for (int row = 0; !url.isEmpty() && row < m_found->rowCount(); ++row) {
        const auto index = m_found->index(row, 0);
        if (m_all->image(m_found->mapToSource(index).row()).url == url)
            return index;
    }
    return {};
}

void ImageCatalogue::mark(const QUrl &url)
{
    if (m_marked == url)
        return;
    m_marked = url;
    rearrange([] {});
}

void ImageCatalogue::choose(const QUrl &url)
{
    m_search->clear();
    m_list->setCurrentIndex(find(url));
}

/// Changes what is shown without choosing anything else: a view moves on to a neighbour when its current row goes.
template<class Change>
void ImageCatalogue::rearrange(Change change)
{
    m_isRearranging = true;
    change();
    m_list->setCurrentIndex(find(m_marked));
    m_isRearranging = false;
    count();
}

void ImageCatalogue::count()
{
    if (m_found->rowCount() > 0)
        m_note->setText(tr("%n image(s)", nullptr, m_found->rowCount()));
    else if (m_all->rowCount() > 0 && !m_search->text().isEmpty())
        m_note->setText(tr("Nothing of that name can be downloaded."));
    else if (m_all->rowCount() > 0)
        m_note->setText(tr("Only unsupported ones are known that the processors of this host run."));
    else if (m_isRead)
        m_note->setText(tr("Nothing is known that the processors of this host run."));
}
