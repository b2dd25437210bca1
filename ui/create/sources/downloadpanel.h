// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of systems that can be downloaded, with what keeps it up to date. GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class FoundImages;
class ImageList;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

class DownloadPanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit DownloadPanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void ask();
    void fill();
    void refresh();
    void count();
    /// Changes what is shown without choosing anything else.
    template<class Change>
    void rearrange(Change change);
    void choose(const QModelIndex &index);
    void add();
    void update();
    void writeAge(const QDate &date);

    std::vector<OsImage> m_images; ///< of the database
    ImageList *m_all;
    FoundImages *m_found;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_note;
    QCheckBox *m_unsupported;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_age;
    QPushButton *m_update;
    QString m_architecture;  ///< that the list is made for
    bool m_isAsked = false;
    bool m_isRearranging = false;
};
