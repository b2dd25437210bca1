// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/steps/accountstep.h"

#include "ui/create/account/accountform.h"
#include "ui/create/account/cloudform.h"
#include "ui/create/account/linuxform.h"
#include "ui/create/account/windowsform.h"
#include "ui/create/fold.h"
#include "ui/create/formrows.h"

#include <QBoxLayout>
#include <QLabel>

#include <algorithm>

namespace {
constexpr int grid = 8;
using Field = RecipeFinding::Field;
} // namespace

AccountStep::AccountStep(WizardContext &shared, QWidget *parent)
    : WizardStep(shared, tr("Account & settings"),
                 {Field::User, Field::Password, Field::Keys, Field::HostName, Field::Locale, Field::GuestNetwork, Field::Packages, Field::UserData, Field::ProductKey}, parent),
      m_account(nullptr), m_more(nullptr)
{
    auto *column = makePage(tr("Who is going to use it?"), tr("The machine sets this up by itself at its first start."));
    auto *content = column->parentWidget();
    m_account = new AccountForm(shared, content);
    auto *rest = new QWidget(content);
    auto *restColumn = new QVBoxLayout(rest);
    restColumn->setContentsMargins(0, 0, 0, 0);
    restColumn->setSpacing(12);
    restColumn->addWidget(m_account->regionForm());
    auto *cloud = new CloudForm(shared, rest);
    restColumn->addWidget(cloud);
    auto *packages = new LinuxForm(shared, rest);
    restColumn->addWidget(packages);
    auto *windows = new WindowsForm(shared, rest);
    restColumn->addWidget(windows);
    connect(&shared, &WizardContext::changed, cloud, [&shared, cloud] { cloud->setVisible(shared.recipe().source == MediaSource::CloudImage); });
    formrows::align({m_account, m_account->regionForm(), cloud, packages, windows});
    m_more = new Fold(tr("&More settings"), rest, content);

    column->addWidget(m_account);
    column->addSpacing(12);
    column->addWidget(m_more);
    column->addStretch();
    connect(&shared, &WizardContext::changed, this, &AccountStep::refresh);
}

QWidget *AccountStep::firstField() const
{
    return m_account->firstField();
}

bool AccountStep::isNeeded() const
{
    return wantsAccount(context().recipe());
}

/// What is wrong must not hide.
void AccountStep::refresh()
{
    const auto &findings = context().findings();
    const bool isHidden = std::any_of(findings.begin(), findings.end(), [](const RecipeFinding &finding) {
        const bool isBelow = finding.field == Field::Locale || finding.field == Field::GuestNetwork || finding.field == Field::Packages
            || finding.field == Field::UserData || finding.field == Field::ProductKey;
        return isBelow && finding.severity == RecipeFinding::Severity::Blocker;
    });
    if (isHidden && !m_more->isOpen())
        m_more->setOpen(true);
}
