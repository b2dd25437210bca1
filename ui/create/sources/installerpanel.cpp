// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/installerpanel.h"

#include "ui/create/sources/filerow.h"

#include <QBoxLayout>

InstallerPanel::InstallerPanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent),
      m_file(new FileRow(shared, {tr("I&mage"), tr("Path of an ISO image"), tr("Choose an installer image"),
                                  {tr("Disc images (*.iso *.ISO *.img)"), tr("All files (*)")}, true}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_file);
}

QWidget *InstallerPanel::firstField() const
{
    return m_file->firstField();
}
