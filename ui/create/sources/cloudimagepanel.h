// SPDX-License-Identifier: GPL-3.0-or-later
// A disk image that sets itself up by cloud-init, of this computer or of the catalogue: copied, or left alone with the changes kept apart.
// GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class FileRow;
class QLabel;
class QRadioButton;

class CloudImagePanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit CloudImagePanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    void refresh();
    void chooseFromCatalogue();
    QString meaning() const;

    FileRow *m_file;
    QRadioButton *m_copy;
    QRadioButton *m_overlay;
    QLabel *m_meaning;
};
