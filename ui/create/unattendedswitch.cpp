// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/unattendedswitch.h"

#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QStyle>

namespace {
/// A whole sentence.
QString meaningOf(UnattendedBar bar, const QString &system)
{
    switch (bar) {
    case UnattendedBar::NoMedium: return UnattendedSwitch::tr("Choose an image first.");
    case UnattendedBar::SystemUnknown: return UnattendedSwitch::tr("Say which system it is: each installer is told in another way.");
    case UnattendedBar::NoScript: return UnattendedSwitch::tr("How to tell the installer of %1 what it would ask is not known.").arg(system);
    case UnattendedBar::WindowsTooOld: return UnattendedSwitch::tr("Only installers of Windows 10 and later, and of servers since 2016, are told what they would ask.");
    case UnattendedBar::MediumTakesNone:
        return UnattendedSwitch::tr("This image has no installer of %1 that can be told what it would ask: it is a live system, or of another kind.").arg(system);
    case UnattendedBar::None:
    case UnattendedBar::NotInstalled: break;
    }
    return UnattendedSwitch::tr("You give a name and a password once; the installer does the rest. It uses the whole of the machine's disk.");
}
} // namespace

UnattendedSwitch::UnattendedSwitch(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_box(new QCheckBox(tr("Install &without questions"), this)),
      m_meaning(new QLabel(this))
{
    m_meaning->setTextFormat(Qt::PlainText);
    m_meaning->setWordWrap(true);
    m_meaning->setForegroundRole(QPalette::PlaceholderText);
    m_meaning->setIndent(style()->pixelMetric(QStyle::PM_IndicatorWidth) + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing));
    m_box->setAccessibleName(tr("Install without questions"));
    auto bold = m_box->font();
    bold.setBold(true);
    m_box->setFont(bold);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_box);
    column->addWidget(m_meaning);
    connect(m_box, &QCheckBox::clicked, &context, &WizardContext::setUnattended);
    connect(&context, &WizardContext::changed, this, &UnattendedSwitch::refresh);
    refresh();
}

void UnattendedSwitch::refresh()
{
    const auto bar = m_context.unattendedBar();
    setVisible(bar != UnattendedBar::NotInstalled);
    m_box->setEnabled(bar == UnattendedBar::None);
    const bool isLooking = bar != UnattendedBar::None && m_context.recognition() == WizardContext::Recognition::Working;
    const bool isTree = m_context.recipe().source == MediaSource::NetworkInstall;
    if (isTree && bar == UnattendedBar::NoMedium) {
        m_meaning->setText(tr("Give the address of a tree first."));
        m_box->setChecked(false);
        return;
    }
    m_meaning->setText(isLooking ? tr("Looking into the image…") : meaningOf(bar, m_context.recipe().os.os.name));
    m_box->setChecked(m_context.recipe().unattended);
}
