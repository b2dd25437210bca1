// SPDX-License-Identifier: GPL-3.0-or-later
// Last step: what will be made and done, and everything worth knowing before it is. GUI thread.
#pragma once

#include "ui/create/steps/wizardstep.h"

class FindingLines;
class QLabel;

class ReviewStep final : public WizardStep {
    Q_OBJECT
public:
    explicit ReviewStep(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    void refresh();
    static QStringList mediaDeeds(const MachineRecipe &recipe, const HostSurvey &survey);
    static QStringList networkDeeds(const NetworkInstall &install);
    static QStringList cloudDeeds(const MachineRecipe &recipe, const QString &file);
    QStringList deeds() const;

    QLabel *m_heading;
    QLabel *m_deeds;
    FindingLines *m_findings;
    QLabel *m_allWell;
    class QCheckBox *m_showDefinition;
    class DefinitionEdit *m_definition;
};
