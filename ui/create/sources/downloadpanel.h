// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of systems that can be downloaded, with what keeps it up to date. GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class ImageCatalogue;
class QLabel;
class QPushButton;

class DownloadPanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit DownloadPanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void add();
    void remove();
    void update();
    void askAge();

    ImageCatalogue *m_catalogue;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLabel *m_age;
    QPushButton *m_update;
    bool m_isAsked = false;
};
