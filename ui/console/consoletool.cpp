// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoletool.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace {
/// With the arrow of its menu beside the words, where styles put it below them.
class MenuTool final : public QToolButton {
public:
    using QToolButton::QToolButton;
    QSize sizeHint() const override { return QToolButton::sizeHint() + QSize(menu() ? arrowRoom - slack() : 0, 0); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        const bool arrow = option.features & QStyleOptionToolButton::HasMenu;
        option.features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
        auto frame = option;
        frame.text.clear();
        frame.icon = QIcon();
        painter.drawComplexControl(QStyle::CC_ToolButton, frame);
        const auto words = arrow ? rect().adjusted(0, 0, slack() - arrowRoom, 0) : rect();
        option.rect = QStyle::visualRect(layoutDirection(), rect(), words);
        painter.drawControl(QStyle::CE_ToolButtonLabel, option);
        if (!arrow)
            return;
        const QRect place(width() - arrowRoom - 4, (height() - arrowSize) / 2 + 1, arrowSize, arrowSize);
        option.rect = QStyle::visualRect(layoutDirection(), rect(), place);
        painter.drawPrimitive(QStyle::PE_IndicatorArrowDown, option);
    }

private:
    /// Qt leaves room for two spaces behind words.
    int slack() const { return toolButtonStyle() == Qt::ToolButtonTextBesideIcon ? fontMetrics().horizontalAdvance(QStringLiteral("  ")) : 0; }

    static constexpr int arrowRoom = 12;
    static constexpr int arrowSize = 10;
};
} // namespace

QToolButton *consoleTool(QWidget *parent, const QIcon &icon, const QString &text)
{
    auto *button = new MenuTool(parent);
    button->setIcon(icon);
    button->setText(text);
    button->setToolTip(text); // for where it is shown without its words
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    return button;
}
