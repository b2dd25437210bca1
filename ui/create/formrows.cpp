// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/formrows.h"

#include "ui/common/labels.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

QFormLayout *formrows::make(QWidget *owner)
{
    auto *form = new QFormLayout(owner);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(12);
    form->setHorizontalSpacing(16);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

void formrows::add(QFormLayout *form, const QString &label, QWidget *row, QWidget *field, QWidget *below)
{
    auto *owner = form->parentWidget();
    auto *caption = new QLabel(label, owner);
    caption->setBuddy(field);
    if (field->accessibleName().isEmpty())
        labels::nameAfter(field, label);
    if (!below) {
        form->addRow(caption, row);
        return;
    }
    auto *box = new QWidget(owner);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(row);
    column->addWidget(below);
    form->addRow(caption, box);
}

void formrows::align(std::initializer_list<QWidget *> owners)
{
    std::vector<QWidget *> labels;
    int widest = 0;
    for (const auto *owner : owners) {
        const auto *form = qobject_cast<QFormLayout *>(owner->layout());
        for (int row = 0; form && row < form->rowCount(); ++row) {
            const auto *item = form->itemAt(row, QFormLayout::LabelRole);
            if (!item || !item->widget())
                continue;
            labels.push_back(item->widget());
            widest = std::max(widest, item->widget()->sizeHint().width());
        }
    }
    for (auto *label : labels)
        label->setMinimumWidth(widest);
}
