// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/labels.h"

#include <QLabel>
#include <QPushButton>

namespace {
constexpr double titleSize = 1.35; // of the font around it
}

QLabel *labels::title(const QString &text, QWidget *parent)
{
    auto *label = section(text, parent);
    auto large = label->font();
    large.setPointSizeF(large.pointSizeF() * titleSize);
    label->setFont(large);
    return label;
}

QLabel *labels::section(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    auto bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QLabel *labels::hint(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void labels::nameAfter(QWidget *widget, const QString &label)
{
    widget->setAccessibleName(QString(label).remove(u'&'));
}

QPushButton *labels::button(const QString &text, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    nameAfter(made, text);
    made->setAutoDefault(false);
    return made;
}
