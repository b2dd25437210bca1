// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/accentbutton.h"

#include <QApplication>
#include <QEvent>

AccentButton::AccentButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAccessibleName(text);
    auto bold = font();
    bold.setWeight(QFont::DemiBold);
    setFont(bold);
    colour();
}

void AccentButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::StyleChange)
        colour();
}

void AccentButton::colour()
{
    const auto whole = QApplication::palette();
    auto own = whole;
    own.setColor(QPalette::Active, QPalette::Button, whole.color(QPalette::Highlight));
    own.setColor(QPalette::Inactive, QPalette::Button, whole.color(QPalette::Highlight));
    own.setColor(QPalette::Active, QPalette::ButtonText, whole.color(QPalette::HighlightedText));
    own.setColor(QPalette::Inactive, QPalette::ButtonText, whole.color(QPalette::HighlightedText));
    setPalette(own);
}
