// SPDX-License-Identifier: GPL-3.0-or-later
// First step: what the machine runs, by a card for each source and below it what that source asks for. GUI thread.
#pragma once

#include "ui/create/steps/wizardstep.h"

#include <QHash>

class FindingLines;
class QButtonGroup;
class QStackedWidget;
class SourcePanel;
class SystemCard;

class WhatToRunStep final : public WizardStep {
    Q_OBJECT
public:
    explicit WhatToRunStep(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    void addCards(QWidget *page, class QGridLayout *cards);
    void refresh();

    QButtonGroup *m_sources;
    QHash<int, SourcePanel *> m_panels; ///< by MediaSource; a source that asks for nothing has none
    FindingLines *m_findings;
    SystemCard *m_system;
};
