// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/stagecard.h"

#include "ui/common/accentbutton.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace {
constexpr int grid = 8;
constexpr int textWidth = 380;
} // namespace

StageCard::StageCard(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_text(new QLabel(this)), m_userLabel(new QLabel(tr("&User"), this)), m_user(new QLineEdit(this)),
      m_passwordLabel(new QLabel(tr("&Password"), this)), m_password(new QLineEdit(this)), m_action(new AccentButton({}, this))
{
    setCursor(Qt::ArrowCursor);
    auto bold = m_title->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    for (auto *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMinimumWidth(textWidth - 8 * grid);
        label->setMaximumWidth(textWidth);
    }
    m_userLabel->setBuddy(m_user);
    m_passwordLabel->setBuddy(m_password);
    m_user->setAccessibleName(tr("User"));
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    for (auto *edit : {m_user, m_password})
        connect(edit, &QLineEdit::returnPressed, this, &StageCard::press);
    connect(m_action, &QPushButton::clicked, this, &StageCard::press);

    auto *form = new QFormLayout;
    form->setSpacing(grid);
    form->addRow(m_userLabel, m_user);
    form->addRow(m_passwordLabel, m_password);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 3 * grid);
    column->setSpacing(grid);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addLayout(form);
    column->addSpacing(grid);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    tell({});
}

void StageCard::tell(const Words &words)
{
    m_asking = false;
    for (auto *widget : std::initializer_list<QWidget *>{m_userLabel, m_user, m_passwordLabel, m_password})
        widget->setVisible(false);
    m_password->clear();
    m_title->setText(words.title);
    setText(words.text);
    m_action->setText(words.action);
    m_action->setAccessibleName(words.action);
    m_action->setVisible(!words.action.isEmpty());
}

void StageCard::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    setAccessibleName(m_title->text());
    setAccessibleDescription(text);
}

void StageCard::askPassword(bool withUser, const QString &text)
{
    tell({tr("The console wants a password"), text, tr("Show the console")});
    m_asking = true;
    m_userLabel->setVisible(withUser);
    m_user->setVisible(withUser);
    m_passwordLabel->setVisible(true);
    m_password->setVisible(true);
    (withUser && m_user->text().isEmpty() ? m_user : m_password)->setFocus();
}

void StageCard::press()
{
    if (!m_asking) {
        Q_EMIT acted();
        return;
    }
    const auto password = m_password->text();
    m_password->clear();
    Q_EMIT passwordEntered(m_user->text(), password);
}

void StageCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto edge = palette().color(QPalette::WindowText);
    edge.setAlphaF(0.2F);
    painter.setPen(edge);
    painter.setBrush(palette().color(QPalette::Window));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}
