// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/unattendedswitch.h"

#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QStyle>

UnattendedSwitch::UnattendedSwitch(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_box(new QCheckBox(tr("Install &without questions"), this))
{
    auto *meaning = new QLabel(tr("You give a name and a password once; the installer does the rest. It uses the whole of the machine's disk."), this);
    meaning->setWordWrap(true);
    meaning->setForegroundRole(QPalette::PlaceholderText);
    meaning->setIndent(style()->pixelMetric(QStyle::PM_IndicatorWidth) + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
    m_box->setAccessibleName(tr("Install without questions"));
    auto bold = m_box->font();
    bold.setBold(true);
    m_box->setFont(bold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_box);
    column->addWidget(meaning);
    connect(m_box, &QCheckBox::clicked, &context, &WizardContext::setUnattended);
    connect(&context, &WizardContext::changed, this, &UnattendedSwitch::refresh);
    refresh();
}

void UnattendedSwitch::refresh()
{
    setVisible(m_context.mayGoUnattended());
    m_box->setChecked(m_context.recipe().unattended);
}
