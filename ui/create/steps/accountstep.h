// SPDX-License-Identifier: GPL-3.0-or-later
// Second step, for systems that are set up from outside: account and settings. GUI thread.
#pragma once

#include "ui/create/steps/wizardstep.h"

class AccountForm;
class Fold;

class AccountStep final : public WizardStep {
    Q_OBJECT
public:
    explicit AccountStep(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;
    bool isNeeded() const override;

private:
    void refresh();

    AccountForm *m_account;
    Fold *m_more;
};
