// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/topbar.h"

#include "ui/common/accentbutton.h"
#include "ui/common/icons.h"
#include "ui/common/shades.h"
#include "ui/common/verbbutton.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace {

/// A line edit that says which keys lead to it, as long as it is empty and elsewhere is the keyboard.
class SearchField final : public QLineEdit {
public:
    explicit SearchField(QWidget *parent) : QLineEdit(parent) { makeRoom(); }

protected:
    void changeEvent(QEvent *event) override
    {
        QLineEdit::changeEvent(event);
        if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange)
            makeRoom();
    }

    void paintEvent(QPaintEvent *event) override
    {
        QLineEdit::paintEvent(event);
        if (!text().isEmpty() || hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto small = badgeFont();
        const auto words = badgeWords();
        const int width = badgeWidth();
        const int height = QFontMetrics(small).height() + 4;
        const QRectF box = QStyle::visualRect(layoutDirection(), rect(), QRect(this->width() - width - 8, (this->height() - height) / 2, width, height));
        painter.setPen(QPen(shades::line(palette()), 1));
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setFont(small);
        painter.setPen(shades::faint(palette()));
        painter.drawText(box, Qt::AlignCenter, words);
    }

private:
    /// The side of the badge is not the text's, whichever way that runs.
    void makeRoom()
    {
        const int room = badgeWidth() + 8;
        setTextMargins(isRightToLeft() ? room : 0, 0, isRightToLeft() ? 0 : room, 0);
    }
    QFont badgeFont() const
    {
        auto small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        return small;
    }
    int badgeWidth() const { return QFontMetrics(badgeFont()).horizontalAdvance(badgeWords()) + 12; }
    static QString badgeWords() { return QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText); }
};

} // namespace

TopBar::TopBar(QAction *newMachine, QAction *addHost, QMenu *menu, QWidget *parent)
    : QWidget(parent), m_field(new SearchField(this)), m_menu(new QToolButton(this)), m_list(menu)
{
    auto *create = new AccentButton(newMachine->text(), this);
    create->setToolTip(newMachine->toolTip());
    connect(create, &QPushButton::clicked, newMachine, &QAction::trigger);
    connect(newMachine, &QAction::changed, create, [create, newMachine] {
        create->setEnabled(newMachine->isEnabled());
        create->setToolTip(newMachine->toolTip());
    });
    create->setEnabled(newMachine->isEnabled());
    auto *add = new VerbButton(addHost, this);
    add->setIcon({});
    m_field->setPlaceholderText(tr("Search machines, settings, commands"));
    m_field->setAccessibleName(tr("Search machines, settings, commands"));
    m_field->addAction(icons::search(), QLineEdit::LeadingPosition);
    m_field->setMinimumWidth(160);
    m_field->setMinimumHeight(VerbButton::heightFor(fontMetrics()));
    m_field->setMaximumWidth(380);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_menu->setIcon(icons::menu());
    m_menu->setText(tr("Menu"));
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(tr("Menu (F10)"));
    m_menu->setAutoRaise(true);
    m_menu->setIconSize({18, 18});
    m_menu->setFocusPolicy(Qt::TabFocus);
    // Not the button's own menu: styles would draw an arrow, which the three lines already are.
    connect(m_menu, &QToolButton::clicked, this, &TopBar::openMenu);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 9);
    layout->setSpacing(8);
    layout->addWidget(create);
    layout->addWidget(add);
    layout->addStretch(1);
    layout->addWidget(m_field, 3);
    layout->addStretch(1);
    layout->addSpacing(120);
    layout->addWidget(m_menu);
}

void TopBar::openMenu()
{
    const auto size = m_list->sizeHint();
    const auto corner = layoutDirection() == Qt::RightToLeft ? m_menu->geometry().bottomLeft() : m_menu->geometry().bottomRight() - QPoint(size.width(), 0);
    m_list->popup(mapToGlobal(corner + QPoint(0, 4)));
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, shades::line(palette()));
}
