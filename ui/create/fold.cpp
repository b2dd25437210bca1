// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/fold.h"

#include "ui/common/labels.h"

#include <QToolButton>
#include <QVBoxLayout>

Fold::Fold(const QString &title, QWidget *content, QWidget *parent) : QWidget(parent), m_heading(new QToolButton(this)), m_content(content)
{
    m_heading->setText(title);
    labels::nameAfter(m_heading, title);
    m_heading->setCheckable(true);
    m_heading->setAutoRaise(true);
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    connect(m_heading, &QToolButton::toggled, this, &Fold::setOpen);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_heading, 0, Qt::AlignLeading);
    column->addWidget(content);
    setOpen(false);
}

void Fold::setOpen(bool open)
{
    m_heading->setChecked(open);
    m_heading->setArrowType(open ? Qt::DownArrow : layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow);
    m_content->setVisible(open);
}

bool Fold::isOpen() const
{
    return m_heading->isChecked();
}
