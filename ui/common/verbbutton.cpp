// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/verbbutton.h"

#include <QAction>
#include <QMenu>
#include <QPainter>

#include <algorithm>

VerbButton::VerbButton(QAction *action, QWidget *parent) : QPushButton(parent), m_action(action)
{
    setAutoDefault(false);
    connect(m_action, &QAction::changed, this, &VerbButton::follow);
    connect(this, &QPushButton::clicked, m_action, &QAction::trigger);
    follow();
}

VerbButton::VerbButton(const QString &text, QWidget *parent) : QPushButton(text, parent)
{
    setAutoDefault(false);
    setAccessibleName(text);
}

void VerbButton::hideWhileDisabled()
{
    m_hides = true;
    follow();
}

void VerbButton::follow()
{
    if (!m_action)
        return;
    if (text() != m_action->text()) {
        setText(m_action->text());
        setAccessibleName(m_action->text());
    }
    setIcon(m_action->icon());
    setToolTip(m_action->toolTip());
    setEnabled(m_action->isEnabled());
    if (m_hides)
        setVisible(m_action->isEnabled());
}

QSize VerbButton::sizeHint() const
{
    // Styles leave little air around words; ours stand beside each other in rows.
    const auto styled = QPushButton::sizeHint();
    const int words = fontMetrics().horizontalAdvance(text()) + 24 + (icon().isNull() ? 0 : iconSize().width() + 6) + (menu() ? 18 : 0);
    return {std::max(words, std::min(styled.width(), words + 8)), std::max(styled.height(), heightFor(fontMetrics()))};
}

void VerbButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (!isChecked())
        return;
    // Styles show a checked button by a shade, which a dark palette swallows.
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto tint = palette().color(QPalette::Highlight);
    painter.setPen(tint);
    tint.setAlpha(48);
    painter.setBrush(tint);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}
