// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/underlinetabs.h"

#include "ui/common/shades.h"

#include <QPainter>
#include <QStyleOptionFocusRect>

UnderlineTabs::UnderlineTabs(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

QSize UnderlineTabs::tabSizeHint(int index) const
{
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    return {QFontMetrics(bold).horizontalAdvance(tabText(index)) + 32, fontMetrics().height() + 20};
}

void UnderlineTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(shades::line(palette()), 1));
    painter.drawLine(QPointF(0, height() - 0.5), QPointF(width(), height() - 0.5));
    const auto pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const auto area = tabRect(i);
        const bool present = i == currentIndex();
        auto words = font();
        words.setWeight(present ? QFont::DemiBold : QFont::Normal);
        painter.setFont(words);
        const bool lively = present || (underMouse() && area.contains(pointer));
        painter.setPen(lively && isTabEnabled(i) ? palette().color(QPalette::WindowText) : shades::faint(palette()));
        painter.drawText(area, Qt::AlignCenter | Qt::TextShowMnemonic, tabText(i));
        if (!present)
            continue;
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 2), palette().color(QPalette::Highlight));
        if (hasFocus()) {
            QStyleOptionFocusRect focus;
            focus.initFrom(this);
            focus.rect = area.adjusted(4, 4, -4, -6);
            style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
        }
    }
}
