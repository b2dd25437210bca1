// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that has a system on it already: used where it is, copied or converted. GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class FileRow;
class QButtonGroup;
class QLabel;

class ExistingDiskPanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit ExistingDiskPanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    void refresh();
    QString meaning() const;

    FileRow *m_file;
    QButtonGroup *m_uses;
    QLabel *m_meaning;
};
