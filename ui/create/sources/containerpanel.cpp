// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/containerpanel.h"

#include "core/provisioning/containerconfig.h"
#include "ui/common/labels.h"
#include "ui/create/formrows.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

ContainerPanel::ContainerPanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent), m_kinds(new QButtonGroup(this)), m_root(new QLineEdit(this)), m_browse(labels::button(tr("Choose folde&r…"), this)),
      m_program(new QLineEdit(this)), m_meaning(labels::hint({}, this))
{
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(16);
    const auto addKind = [&](ContainerSetup::Kind kind, const QString &text) {
        auto *button = new QRadioButton(text, this);
        labels::nameAfter(button, text);
        m_kinds->addButton(button, int(kind));
        kinds->addWidget(button);
    };
    addKind(ContainerSetup::Kind::System, tr("S&ystem in a folder"));
    addKind(ContainerSetup::Kind::Application, tr("Sin&gle program"));
    kinds->addStretch();

    auto *rows = new QWidget(this);
    auto *form = formrows::make(rows);
    auto *folder = new QWidget(rows);
    auto *line = new QHBoxLayout(folder);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_root, 1);
    line->addWidget(m_browse);
    for (auto *field : {m_root, m_program})
        field->setAcceptDrops(false); // a dropped file is the window's
    formrows::add(form, tr("Root &folder"), folder, m_root, nullptr);
    formrows::add(form, tr("&Program"), m_program, m_program, nullptr);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(kinds);
    column->addWidget(m_meaning);
    column->addWidget(rows);
    connect(m_kinds, &QButtonGroup::idClicked, this, &ContainerPanel::take);
    connect(m_root, &QLineEdit::textEdited, this, &ContainerPanel::take);
    connect(m_program, &QLineEdit::textEdited, this, &ContainerPanel::take);
    connect(m_browse, &QPushButton::clicked, this, &ContainerPanel::browse);
    connect(&shared, &WizardContext::changed, this, &ContainerPanel::refresh);
    refresh();
}

QWidget *ContainerPanel::firstField() const
{
    return m_root;
}

void ContainerPanel::refresh()
{
    const auto &setup = context().recipe().container;
    const bool isSystem = setup.kind == ContainerSetup::Kind::System;
    m_kinds->button(int(setup.kind))->setChecked(true);
    if (m_root->text() != setup.root)
        m_root->setText(setup.root);
    if (m_program->text() != setup.program)
        m_program->setText(setup.program);
    auto without = setup;
    without.program.clear();
    m_program->setPlaceholderText(programOf(without));
    m_root->setPlaceholderText(isSystem ? tr("A folder that holds a whole system") : tr("The files of the host"));
    m_meaning->setText(isSystem ? tr("The folder becomes the container's “/”; its own init starts what is in it. mmdebstrap or debootstrap make such folders.")
                                : tr("One program with processes and a network of its own. Without a folder it sees the files of the host."));
    const auto *survey = context().survey();
    m_browse->setEnabled(survey && survey->isLocal);
    m_browse->setToolTip(!survey || survey->isLocal ? QString() : tr("The folder is on another computer: type its path there."));
}

void ContainerPanel::take()
{
    context().setContainer({ContainerSetup::Kind(m_kinds->checkedId()), m_program->text(), m_root->text()});
}

void ContainerPanel::browse()
{
    const auto &root = context().recipe().container.root;
    auto *dialog = new QFileDialog(this, tr("Choose the container's root folder"), root.isEmpty() ? QDir::rootPath() : root);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        m_root->setText(chosen);
        take();
    });
    dialog->open();
}
