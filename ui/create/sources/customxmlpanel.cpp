// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/customxmlpanel.h"

#include "core/config/xml/document.h"
#include "core/inventory/inventory.h"
#include "core/settings/settings.h"
#include "ui/common/labels.h"
#include "ui/create/definitionedit.h"

#include <QBoxLayout>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace {
constexpr int grid = 8;
}

CustomXmlPanel::CustomXmlPanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent), m_definition(new DefinitionEdit(shared, this)), m_problem(new QLabel(this))
{
    auto *hint = labels::hint(tr("Paste a definition as libvirt writes it, or open a file. Its disks must be on the host already; it gets an identity of its own."), this);
    auto *button = labels::button(tr("&Open a file…"), this);
    connect(button, &QPushButton::clicked, this, &CustomXmlPanel::open);
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(grid);
    row->addWidget(hint, 1);
    row->addWidget(button, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addWidget(m_definition);
}

QWidget *CustomXmlPanel::firstField() const
{
    return m_definition->field();
}

void CustomXmlPanel::open()
{
    const auto last = context().inventory().settings().get(keys::lastMediaFolder);
    auto *dialog = new QFileDialog(this, tr("Open a definition"), last.isEmpty() ? QDir::homePath() : last);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Definitions (*.xml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &CustomXmlPanel::read);
    dialog->open();
}

void CustomXmlPanel::read(const QString &path)
{
    QFile file(path);
    const bool isRead = QFileInfo(path).isFile() && file.size() <= Document::maxBytes && file.open(QIODevice::ReadOnly);
    m_problem->setVisible(!isRead);
    m_problem->setText(tr("“%1” cannot be read, or it is too large for a definition.").arg(QFileInfo(path).fileName()));
    if (isRead)
        context().setDefinition(QString::fromUtf8(file.readAll()));
}
