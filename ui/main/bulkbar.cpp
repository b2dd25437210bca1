// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/bulkbar.h"

#include "ui/common/verbbutton.h"
#include "ui/main/machineactions.h"

#include <QEvent>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

BulkBar::BulkBar(MachineActions &actions, QWidget *over) : Card(over), m_count(new QLabel(this))
{
    setAccessibleName(tr("Selected machines"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    auto bold = m_count->font();
    bold.setWeight(QFont::DemiBold);
    m_count->setFont(bold);
    layout->addWidget(m_count);
    layout->addSpacing(16);
    for (const auto verb : {MachineVerb::Start, MachineVerb::ShutDown, MachineVerb::Pause, MachineVerb::Resume, MachineVerb::Save, MachineVerb::ForceOff})
        layout->addWidget(new VerbButton(actions.action(verb), this));
    auto *more = new VerbButton(tr("More"), this);
    auto *menu = new QMenu(more);
    actions.fill(menu);
    menu->addSeparator();
    connect(menu->addAction(tr("Clear the selection")), &QAction::triggered, this, &BulkBar::clearRequested);
    more->setMenu(menu);
    layout->addWidget(more);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(24);
    shadow->setOffset(0, 4);
    shadow->setColor(QColor(0, 0, 0, 60));
    setGraphicsEffect(shadow);
    over->installEventFilter(this);
    hide();
}

void BulkBar::setCount(int count)
{
    m_count->setText(tr("%n selected", nullptr, count));
    setVisible(count > 0);
    if (count > 0)
        place();
}

bool BulkBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return Card::eventFilter(watched, event);
}

void BulkBar::place()
{
    const auto size = sizeHint();
    const auto *over = parentWidget();
    setGeometry((over->width() - size.width()) / 2, over->height() - size.height() - 24, size.width(), size.height());
    raise();
}
