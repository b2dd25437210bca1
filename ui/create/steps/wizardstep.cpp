// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/steps/wizardstep.h"

#include "ui/common/labels.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace {
constexpr int grid = 8;
}

QVBoxLayout *WizardStep::makePage(const QString &title, const QString &hint)
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(3 * grid, 20, 3 * grid, 2 * grid);
    column->setSpacing(0);
    column->addWidget(labels::title(title, page));
    column->addSpacing(4);
    column->addWidget(labels::hint(hint, page));
    column->addSpacing(2 * grid);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    return column;
}
