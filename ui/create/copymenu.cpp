// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/copymenu.h"

#include "core/provisioning/recipecopies.h"
#include "ui/create/wizardcontext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolTip>

CopyMenu::CopyMenu(WizardContext &context, QWidget *parent) : QToolButton(parent), m_context(context)
{
    setText(tr("Copy as"));
    setAccessibleName(text());
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(this);
    const auto add = [&](const QString &title, auto make) {
        menu->addAction(title, this, [this, make] {
            if (const auto *survey = m_context.survey(); survey && m_context.host())
                copy(make(m_context.recipe(), *survey, m_context.host()->uri().toString()));
        });
    };
    add(tr("virt-install command"), &virtInstallCommand);
    add(tr("Definition (XML)"), [](const MachineRecipe &recipe, const HostSurvey &survey, const QString &) { return expectedDefinition(recipe, survey); });
    add(tr("Vagrantfile"), &vagrantfileFor);
    setMenu(menu);
    connect(&context, &WizardContext::changed, this, &CopyMenu::refresh);
    refresh();
}

void CopyMenu::copy(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    QToolTip::showText(mapToGlobal(QPoint(0, -height())), tr("Copied"), this);
}

void CopyMenu::refresh()
{
    const bool isReady = m_context.survey() && isDefinitionForeseen(m_context.recipe()) && m_context.recipe().source != MediaSource::CustomXml;
    setEnabled(isReady);
    setToolTip(isReady ? tr("For scripts: the machine as other programs read it")
        : m_context.survey() ? tr("Such a machine needs more than a command or a definition.")
                             : tr("There is something to copy once the host has said what it offers."));
}
