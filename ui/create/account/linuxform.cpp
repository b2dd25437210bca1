// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/account/linuxform.h"

#include "core/provisioning/cloudchecks.h"
#include "core/provisioning/unattended/unattendedoffer.h"
#include "ui/common/labels.h"
#include "ui/create/account/accountanswers.h"
#include "ui/create/findinglines.h"
#include "ui/create/formrows.h"
#include "ui/create/wizardcontext.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>

LinuxForm::LinuxForm(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_packages(new QLineEdit(this)), m_agent(new QCheckBox(tr("&Install QEMU's guest agent"), this)),
      m_lines(new FindingLines({RecipeFinding::Field::Packages}, this))
{
    labels::nameAfter(m_agent, m_agent->text());
    m_packages->setPlaceholderText(tr("None beside a plain system; names with blanks between"));
    auto *form = formrows::make(this);
    formrows::add(form, tr("Pac&kages"), m_packages, m_packages, m_lines);
    form->addRow(QString(), m_agent);
    connect(m_packages, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_context.answers().editSetup([&text](CloudSetup &setup) { setup.packages = packagesFrom(text); });
    });
    connect(m_agent, &QCheckBox::clicked, this, [this](bool on) { m_context.answers().editSetup([on](CloudSetup &setup) { setup.guestAgent = on; }); });
    connect(&context, &WizardContext::changed, this, &LinuxForm::refresh);
    refresh();
}

void LinuxForm::refresh()
{
    const auto &setup = m_context.answers().setup();
    setVisible(takesPackages(m_context.recipe()));
    m_agent->setChecked(setup.guestAgent);
    if (packagesFrom(m_packages->text()) != setup.packages) // not while it is typed
        m_packages->setText(setup.packages.join(u' '));
    m_lines->show(m_context.findings());
}
