// SPDX-License-Identifier: GPL-3.0-or-later
// First step: what the machine runs, read from an installer image or a disk, or nothing. GUI thread.
#pragma once

#include "ui/create/steps/wizardstep.h"

class FindingLines;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class SystemCard;

class WhatToRunStep final : public WizardStep {
    Q_OBJECT
public:
    explicit WhatToRunStep(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    void refresh();
    void browse();

    QButtonGroup *m_sources;
    QWidget *m_pathRow;
    QLabel *m_pathLabel;
    QLineEdit *m_path;
    QPushButton *m_browse;
    FindingLines *m_findings;
    SystemCard *m_system;
};
