// SPDX-License-Identifier: GPL-3.0-or-later
// The images that the OS database and the person know of, as a list that is searched by typing. The database is asked when the
// list is first seen: it takes a good part of a second. GUI thread.
#pragma once

#include "core/provisioning/osimage.h"

#include <QWidget>

#include <vector>

class FoundImages;
class ImageList;
class Inventory;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;

class ImageCatalogue final : public QWidget {
    Q_OBJECT
public:
    enum class Offer { Discs, CloudImages };

    ImageCatalogue(Inventory &inventory, Offer offer, QWidget *parent);

    QLineEdit *searchField() const { return m_search; }
    /// How many are shown, or why none is; whoever lays out the window places it.
    QLabel *note() const { return m_note; }

    /// Of the host; decides what is offered.
    void setArchitecture(const QString &architecture);
    /// Asks the database again.
    void reload();
    /// Reads again what the person added and used lately.
    void refill();
    /// Marks the image of that address, or none, without telling.
    void mark(const QUrl &url);
    /// Chooses it, as a click would.
    void choose(const QUrl &url);

Q_SIGNALS:
    void chosen(const OsImage &image);
    /// It was double-clicked, or Return was pressed on it.
    void accepted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    template<class Change>
    void rearrange(Change change);
    void count();
    QModelIndex find(const QUrl &url) const;

    Inventory &m_inventory;
    Offer m_offer;
    std::vector<OsImage> m_images; ///< of the database
    ImageList *m_all;
    FoundImages *m_found;
    QLineEdit *m_search;
    QCheckBox *m_unsupported;
    QListView *m_list;
    QLabel *m_note;
    QString m_architecture;
    QUrl m_marked;
    bool m_isAsked = false;
    bool m_isRead = false;
    bool m_isRearranging = false;
};
