// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of images as a list, best first, found by typing. GUI thread.
#pragma once

#include "core/provisioning/imageorder.h"

#include <QAbstractListModel>
#include <QSortFilterProxyModel>

class ImageList final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        TitleRole = Qt::UserRole + 1, ///< the system
        DetailRole,                   ///< kind and file
        RankRole,                     ///< of RankedImage, as int
        UrlRole,
    };

    explicit ImageList(QObject *parent) : QAbstractListModel(parent) {}

    void set(std::vector<RankedImage> images);
    const OsImage &image(int row) const { return m_images[size_t(row)].image; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<RankedImage> m_images;
};

/// What of it is shown.
class FoundImages final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit FoundImages(QObject *parent) : QSortFilterProxyModel(parent) {}

    /// Every word must occur, in any order.
    void setSearch(const QString &text);
    void setUnsupportedShown(bool on);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    bool m_unsupported = false;
};
