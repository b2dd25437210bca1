// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoletoolbar.h"

#include "ui/common/elidedlabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace {
constexpr int grid = 8;
constexpr int leastWidth = 420;
constexpr int leastPlace = 60;
} // namespace

ConsoleToolbar::ConsoleToolbar(QWidget *parent)
    : QWidget(parent), m_name(new QLabel(this)), m_place(new ElidedLabel(this)), m_row(new QHBoxLayout(this))
{
    m_name->setTextFormat(Qt::PlainText);
    auto bold = m_name->font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_place->setFaint(true);
    m_row->setContentsMargins(12, 4, grid, 4);
    m_row->setSpacing(4);
    m_row->addWidget(m_name);
    m_row->addSpacing(4);
    m_row->addWidget(m_place, 1);
    // Words that find no room are no reason for a wider window.
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    setMinimumWidth(leastWidth);
}

void ConsoleToolbar::setTitle(const QString &name, const QString &place)
{
    m_name->setText(name);
    m_place->setText(place);
    fit();
}

QString ConsoleToolbar::name() const
{
    return m_name->text();
}

void ConsoleToolbar::addTool(QToolButton *tool)
{
    m_row->addWidget(tool);
    if (tool->toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
        m_worded.append(tool);
    setMinimumHeight(m_row->sizeHint().height());
    fit();
}

void ConsoleToolbar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void ConsoleToolbar::fit()
{
    const auto say = [this](Qt::ToolButtonStyle style) {
        for (auto *tool : m_worded)
            tool->setToolButtonStyle(style);
    };
    say(Qt::ToolButtonTextBesideIcon);
    const int wanted = m_row->sizeHint().width() - m_place->sizeHint().width() + qMin(m_place->sizeHint().width(), leastPlace);
    if (wanted > width())
        say(Qt::ToolButtonIconOnly);
}
