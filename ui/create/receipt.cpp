// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/receipt.h"

#include "ui/create/recipetext.h"
#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace {
/// A row with a dashed line under it.
class ReceiptRow final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        auto colour = palette().color(QPalette::WindowText);
        colour.setAlphaF(0.22F);
        painter.setPen(QPen(colour, 1, Qt::DashLine));
        painter.drawLine(0, height() - 1, width(), height() - 1);
    }
};
} // namespace

Receipt::Receipt(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this)), m_note(new QLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setForegroundRole(QPalette::Text);
    auto *heading = new QLabel(tr("Your machine"), this);
    auto bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_column->setContentsMargins(16, 24, 16, 16);
    m_column->setSpacing(8);
    m_column->addWidget(heading);
    m_column->addSpacing(4);
    m_column->addWidget(m_note);
    m_column->addStretch();
    setAccessibleName(heading->text());
    connect(&context, &WizardContext::changed, this, &Receipt::refresh);
    connect(&context, &WizardContext::hostsChanged, this, &Receipt::refresh);
    refresh();
}

Receipt::Line &Receipt::lineAt(size_t index)
{
    while (m_lines.size() <= index) {
        auto *row = new ReceiptRow(this);
        auto *label = new QLabel(row);
        auto small = label->font();
        small.setPointSizeF(small.pointSizeF() * 0.88);
        label->setFont(small);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto *value = new QLabel(row);
        value->setTextFormat(Qt::PlainText);
        value->setWordWrap(true);
        auto *column = new QVBoxLayout(row);
        column->setContentsMargins(0, 0, 0, 8);
        column->setSpacing(0);
        column->addWidget(label);
        column->addWidget(value);
        m_column->insertWidget(m_column->count() - 2, row);
        m_lines.push_back({row, label, value});
    }
    return m_lines[index];
}

void Receipt::refresh()
{
    const auto lines = recipetext::receipt(m_context);
    for (size_t i = 0; i < lines.size(); ++i) {
        auto &line = lineAt(i);
        line.label->setText(lines[i].first);
        line.value->setText(lines[i].second);
        line.value->setAccessibleName(tr("%1: %2").arg(lines[i].first, lines[i].second));
        line.row->setVisible(true);
    }
    for (size_t i = lines.size(); i < m_lines.size(); ++i)
        m_lines[i].row->setVisible(false);
    const auto note = recipetext::receiptNote(m_context);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void Receipt::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    auto edge = palette().color(QPalette::WindowText);
    edge.setAlphaF(0.14F);
    painter.setPen(edge);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
    painter.drawLine(x, 0, x, height());
}
