// SPDX-License-Identifier: GPL-3.0-or-later
// An installer image on this computer. GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class FileRow;

class InstallerPanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit InstallerPanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    FileRow *m_file;
};
