// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/account/windowsform.h"

#include "ui/create/findinglines.h"
#include "ui/create/formrows.h"
#include "ui/create/windowschoices.h"
#include "ui/create/wizardcontext.h"

#include <QFormLayout>
#include <QLineEdit>

WindowsForm::WindowsForm(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_key(new QLineEdit(this)), m_lines(new FindingLines({RecipeFinding::Field::ProductKey}, this))
{
    m_key->setPlaceholderText(tr("None: Windows can be activated later"));
    formrows::add(formrows::make(this), tr("Product &key"), m_key, m_key, m_lines);
    connect(m_key, &QLineEdit::textEdited, this, [this](const QString &text) { m_context.windows().setProductKey(text); });
    connect(&context, &WizardContext::changed, this, &WindowsForm::refresh);
    refresh();
}

void WindowsForm::refresh()
{
    setVisible(m_context.recipe().os.isWindows);
    m_lines->show(m_context.findings());
}
