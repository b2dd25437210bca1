// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/factcard.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/shades.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

FactCard::FactCard(const QString &title, QWidget *parent) : Card(parent)
{
    setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setSpacing(0);
    auto *head = new QLabel(title, this);
    head->setContentsMargins(16, 11, 16, 11);
    auto bold = head->font();
    bold.setWeight(QFont::DemiBold);
    head->setFont(bold);
    layout->addWidget(head);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

FactCard::Line FactCard::makeLine()
{
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(8);
    Line line{widget, new ElidedLabel(widget), new ElidedLabel(widget), new ElidedLabel(widget), new QToolButton(widget)};
    line.name->setFaint(true);
    line.name->setFixedWidth(fontMetrics().averageCharWidth() * m_nameCharacters);
    line.extra->setFaint(true);
    line.extra->setAlignment(Qt::AlignRight);
    line.value->setElideMode(Qt::ElideMiddle);
    line.copy->setIcon(icons::copy());
    line.copy->setAutoRaise(true);
    line.copy->setIconSize({14, 14});
    line.copy->setText(tr("Copy"));
    line.copy->setFixedSize(20, 20);
    widget->setFixedHeight(std::max(20, fontMetrics().height()) + 14);
    row->addWidget(line.name);
    row->addWidget(line.value, 1);
    row->addWidget(line.extra);
    row->addWidget(line.copy);
    connect(line.copy, &QToolButton::clicked, this, [value = line.value, extra = line.extra] {
        QGuiApplication::clipboard()->setText(extra->text().isEmpty() ? value->text() : extra->text());
    });
    layout()->addWidget(widget);
    return line;
}

void FactCard::write(const Line &line, const Row &row)
{
    line.name->setText(row.name);
    line.name->setVisible(!row.name.isEmpty());
    line.value->setText(row.value);
    line.value->setAccessibleName(row.name.isEmpty() ? row.value : tr("%1: %2").arg(row.name, row.value));
    line.extra->setText(row.extra);
    line.extra->setVisible(!row.extra.isEmpty());
    line.copy->setVisible(row.copies);
    const auto what = tr("Copy %1").arg(row.extra.isEmpty() ? row.value : row.extra);
    line.copy->setAccessibleName(what);
    line.copy->setToolTip(what);
    auto own = palette();
    if (row.bad)
        own.setColor(QPalette::WindowText, shades::bad(palette()));
    line.value->setPalette(row.bad ? own : QPalette());
}

void FactCard::setRows(const std::vector<Row> &rows)
{
    if (rows == m_rows)
        return;
    while (m_lines.size() < rows.size())
        m_lines.push_back(makeLine());
    for (size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].widget->setVisible(i < rows.size());
        if (i < rows.size() && (i >= m_rows.size() || m_rows[i] != rows[i]))
            write(m_lines[i], rows[i]);
    }
    m_rows = rows;
    fitNames();
    update();
}

void FactCard::fitNames()
{
    // The names form a column, wide enough for the longest word of any language within reason.
    const int character = fontMetrics().averageCharWidth();
    int width = character * m_nameCharacters;
    for (const auto &row : m_rows)
        width = std::max(width, fontMetrics().horizontalAdvance(row.name) + 2);
    width = std::min(width, character * (m_nameCharacters + 9));
    for (const auto &line : m_lines)
        line.name->setFixedWidth(width);
}

void FactCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    for (size_t i = 0; i < m_rows.size(); ++i)
        painter.fillRect(1, m_lines[i].widget->y(), width() - 2, 1, shades::line(palette()));
}
