// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/cloudimagedialog.h"

#include "ui/create/sources/imagecatalogue.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

CloudImageDialog::CloudImageDialog(Inventory &inventory, const QString &architecture, QWidget *parent)
    : QDialog(parent), m_catalogue(new ImageCatalogue(inventory, ImageCatalogue::Offer::CloudImages, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Choose a cloud image"));
    m_catalogue->setArchitecture(architecture);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *choose = new QPushButton(tr("Choose"), this);
    for (auto *each : {cancel, choose})
        each->setAccessibleName(each->text());
    cancel->setAutoDefault(false);
    choose->setDefault(true);
    choose->setEnabled(false);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_catalogue->note(), 1);
    bottom->addWidget(cancel);
    bottom->addWidget(choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_catalogue, 1);
    column->addLayout(bottom);
    resize(600, 480);
    m_catalogue->searchField()->setFocus();

    connect(m_catalogue, &ImageCatalogue::chosen, this, [this, choose](const OsImage &image) {
        m_image = image;
        choose->setEnabled(true);
    });
    connect(m_catalogue, &ImageCatalogue::accepted, this, &CloudImageDialog::take);
    connect(choose, &QPushButton::clicked, this, &CloudImageDialog::take);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void CloudImageDialog::take()
{
    if (!m_image)
        return;
    Q_EMIT chosen(*m_image);
    accept();
}
