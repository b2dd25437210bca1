// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/ownimagedialog.h"

#include "core/provisioning/ownimages.h"
#include "ui/common/labels.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

OwnImageDialog::OwnImageDialog(QWidget *parent)
    : QDialog(parent), m_name(new QLineEdit(this)), m_address(new QLineEdit(this)), m_checksum(new QLineEdit(this)), m_wrong(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add an image"));
    auto *form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(16);
    const auto addRow = [form](const QString &label, QLineEdit *field, const QString &hint) {
        form->addRow(label, field);
        labels::nameAfter(field, label);
        field->setPlaceholderText(hint);
    };
    addRow(tr("&Name"), m_name, tr("Our office system"));
    addRow(tr("A&ddress"), m_address, QStringLiteral("https://…/image.iso"));
    addRow(tr("&Checksum"), m_checksum, tr("SHA-256 or SHA-512, or looked for beside the image"));
    m_wrong->setWordWrap(true);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    auto *add = new QPushButton(tr("Add"), this);
    for (auto *each : {cancel, add})
        each->setAccessibleName(each->text());
    add->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(add, &QPushButton::clicked, this, &OwnImageDialog::take);
    auto *bottom = new QHBoxLayout;
    bottom->setSpacing(8);
    bottom->addWidget(m_wrong, 1);
    bottom->addWidget(cancel);
    bottom->addWidget(add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(form);
    column->addLayout(bottom);
    setMinimumWidth(520);
}

void OwnImageDialog::take()
{
    const auto image = ownimages::fromText(m_name->text(), m_address->text(), m_checksum->text());
    if (image) {
        Q_EMIT added(*image);
        accept();
        return;
    }
    const auto &part = image.error().detail;
    auto *field = part == u"name" ? m_name : part == u"url" ? m_address : m_checksum;
    m_wrong->setText(part == u"name"  ? tr("Give it a name.")
                     : part == u"url" ? tr("The address must begin with https:// or http:// and end with the name of a file.")
                                      : tr("A checksum has 64 or 128 digits from 0 to f."));
    field->setFocus();
}
