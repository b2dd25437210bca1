// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/accentbutton.h"

#include "ui/common/shades.h"
#include "ui/common/verbbutton.h"

#include <QPainter>

AccentButton::AccentButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAccessibleName(text);
    setAttribute(Qt::WA_Hover);
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
}

QSize AccentButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 28, VerbButton::heightFor(fontMetrics())};
}

void AccentButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto accent = palette().color(QPalette::Active, QPalette::Highlight);
    auto ground = accent;
    auto ink = palette().color(QPalette::Active, QPalette::HighlightedText);
    if (!isEnabled()) {
        ground = shades::line(palette());
        ink = palette().color(QPalette::Disabled, QPalette::ButtonText);
    } else if (isDown()) {
        ground = accent.darker(118);
    } else if (underMouse()) {
        ground = accent.lighter(108);
    }
    const auto box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(box, 4, 4);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
    if (!hasFocus())
        return;
    ink.setAlphaF(0.75F);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1));
    painter.drawRoundedRect(box.adjusted(2.5, 2.5, -2.5, -2.5), 2, 2);
}
