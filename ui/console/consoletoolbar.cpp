// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoletoolbar.h"

#include <QBoxLayout>
#include <QLabel>

namespace {
constexpr int grid = 8;
} // namespace

ConsoleToolbar::ConsoleToolbar(QWidget *parent) : QWidget(parent), m_name(new QLabel(this)), m_place(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    for (auto *label : {m_name, m_place})
        label->setTextFormat(Qt::PlainText);
    auto bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_row->setContentsMargins(12, 4, grid, 4);
    m_row->setSpacing(4);
    m_row->addWidget(m_name);
    m_row->addSpacing(4);
    m_row->addWidget(m_place);
    m_row->addStretch();
}

void ConsoleToolbar::setTitle(const QString &name, const QString &place)
{
    m_name->setText(name);
    m_place->setText(place);
}

QString ConsoleToolbar::name() const
{
    return m_name->text();
}

void ConsoleToolbar::addTool(QWidget *tool)
{
    m_row->addWidget(tool);
}
