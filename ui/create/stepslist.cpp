// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/stepslist.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QFocusEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>

namespace {
constexpr int grid = 8;
constexpr int badge = 20;

class StepButton final : public QAbstractButton {
public:
    StepButton(int number, const QString &text, QWidget *parent) : QAbstractButton(parent), m_number(number), m_title(text)
    {
        setText(QString(text).replace(u'&', QStringLiteral("&&"))); // no letter leads here: pages have their own
        setAccessibleName(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setNumber(int number)
    {
        m_number = number;
        update();
    }

    void setTroubled(bool troubled)
    {
        if (m_troubled == troubled)
            return;
        m_troubled = troubled;
        setAccessibleDescription(troubled ? QCoreApplication::translate("StepsList", "Something is missing here.") : QString());
        update();
    }

    QSize sizeHint() const override { return {boldWidth() + badge + 5 * grid, std::max(fontMetrics().height() + 2 * grid, 36)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        const auto accent = palette().color(QPalette::Highlight);
        const auto ink = palette().color(QPalette::WindowText);
        auto ground = isChecked() ? accent : ink;
        ground.setAlphaF(isChecked() ? 0.14F : underMouse() ? 0.06F : 0.0F);
        painter.setPen(hasFocus() ? QPen(accent, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);

        const int x = mirrored ? width() - grid - badge : grid;
        const QRect circle(x, (height() - badge) / 2, badge, badge);
        auto rim = ink;
        rim.setAlphaF(0.25F);
        painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(rim));
        painter.setBrush(isChecked() ? QBrush(accent) : QBrush(palette().color(QPalette::Base)));
        painter.drawEllipse(circle);
        painter.setPen(isChecked() ? palette().color(QPalette::HighlightedText) : ink);
        auto small = font();
        small.setPointSizeF(small.pointSizeF() * 0.85);
        painter.setFont(small);
        painter.drawText(circle, Qt::AlignCenter, m_troubled && !isChecked() ? QStringLiteral("!") : locale().toString(m_number));

        auto words = font();
        words.setBold(isChecked());
        painter.setFont(words);
        painter.setPen(ink);
        const int gap = grid + badge + grid + 2;
        painter.drawText(mirrored ? rect().adjusted(grid, 0, -gap, 0) : rect().adjusted(gap, 0, -grid, 0),
                         int(Qt::AlignVCenter | (mirrored ? Qt::AlignRight : Qt::AlignLeft)), m_title);
    }

private:
    int boldWidth() const
    {
        auto bold = font();
        bold.setBold(true);
        return QFontMetrics(bold).horizontalAdvance(m_title);
    }

    int m_number;
    QString m_title;
    bool m_troubled = false;
};
} // namespace

StepsList::StepsList(const QString &title, const QStringList &steps, QWidget *parent) : QWidget(parent)
{
    auto *heading = new QLabel(title, this);
    auto font = heading->font();
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    heading->setFont(font);
    heading->setContentsMargins(grid, 0, 0, 0);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 16, 12, 16);
    column->setSpacing(4);
    column->addWidget(heading);
    column->addSpacing(grid);
    auto *group = new QButtonGroup(this);
    for (const auto &text : steps) {
        const int step = int(m_buttons.size());
        auto *button = new StepButton(step + 1, text, this);
        group->addButton(button, step);
        m_buttons.push_back(button);
        column->addWidget(button);
    }
    column->addStretch();
    connect(group, &QButtonGroup::idClicked, this, &StepsList::chosen);
}

void StepsList::setCurrent(int step)
{
    m_buttons[size_t(step)]->setChecked(true);
}

void StepsList::setShown(const std::vector<bool> &shown)
{
    int number = 0;
    for (size_t step = 0; step < m_buttons.size() && step < shown.size(); ++step) {
        m_buttons[step]->setVisible(shown[step]);
        if (shown[step])
            static_cast<StepButton *>(m_buttons[step])->setNumber(++number);
    }
}

void StepsList::setTroubled(int step, bool troubled)
{
    static_cast<StepButton *>(m_buttons[size_t(step)])->setTroubled(troubled);
}

void StepsList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    auto shade = palette().color(QPalette::WindowText);
    shade.setAlphaF(0.05F);
    painter.fillRect(rect(), shade);
    shade.setAlphaF(0.14F);
    painter.setPen(shade);
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.drawLine(x, 0, x, height());
}
