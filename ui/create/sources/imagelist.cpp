// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/imagelist.h"

#include "core/downloads/filename.h"

#include <algorithm>

namespace {

QString titleOf(const OsImage &image)
{
    return image.edition.isEmpty() ? image.os.name : image.edition;
}

QString kindOf(const OsImage &image)
{
    switch (image.kind) {
    case OsImage::Kind::Live: return ImageList::tr("Live system");
    case OsImage::Kind::Cloud: return ImageList::tr("Cloud image");
    case OsImage::Kind::Installer: break;
    }
    if (image.isOwn)
        return ImageList::tr("Added by you");
    return image.variant.contains(u"netinst") ? ImageList::tr("Small installer, fetches the rest") : ImageList::tr("Installer");
}

QString detailOf(const RankedImage &each)
{
    QStringList parts{kindOf(each.image), fileNameOf(each.image.url)};
    if (each.rank == RankedImage::Rank::Recent)
        parts.prepend(ImageList::tr("Used lately"));
    else if (each.rank == RankedImage::Rank::Unsupported)
        parts.prepend(ImageList::tr("No longer supported"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

void ImageList::set(std::vector<RankedImage> images)
{
    beginResetModel();
    m_images = std::move(images);
    endResetModel();
}

int ImageList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_images.size());
}

QVariant ImageList::data(const QModelIndex &index, int role) const
{
    const auto &each = m_images[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return QString(titleOf(each.image) + QStringLiteral(" · ") + detailOf(each));
    case Qt::ToolTipRole:
    case UrlRole: return each.image.url.toString();
    case TitleRole: return titleOf(each.image);
    case DetailRole: return detailOf(each);
    case RankRole: return int(each.rank);
    default: return {};
    }
}

void FoundImages::setSearch(const QString &text)
{
    m_words = text.split(u' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void FoundImages::setUnsupportedShown(bool on)
{
    m_unsupported = on;
    invalidateFilter();
}

bool FoundImages::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto index = sourceModel()->index(row, 0, parent);
    if (!m_unsupported && index.data(ImageList::RankRole).toInt() == int(RankedImage::Rank::Unsupported))
        return false;
    const auto text = index.data(Qt::DisplayRole).toString() + u' ' + index.data(ImageList::UrlRole).toString();
    return std::all_of(m_words.begin(), m_words.end(), [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}
