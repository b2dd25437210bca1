// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/findinglines.h"

#include "ui/common/shades.h"
#include "ui/create/recipetext.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

#include <algorithm>

namespace {
/// A question that waits for its answer is no fault yet.
RecipeFinding::Severity shownSeverity(const RecipeFinding &finding)
{
    return finding.isUnanswered() ? RecipeFinding::Severity::Note : finding.severity;
}

QColor colourOf(RecipeFinding::Severity severity, const QPalette &palette)
{
    switch (severity) {
    case RecipeFinding::Severity::Blocker: return shades::bad(palette);
    case RecipeFinding::Severity::Warning: return shades::warning(palette);
    case RecipeFinding::Severity::Note: break;
    }
    return shades::faint(palette);
}

/// The sign carries the meaning without the colour.
QString signOf(RecipeFinding::Severity severity)
{
    switch (severity) {
    case RecipeFinding::Severity::Blocker: return QStringLiteral("✕");
    case RecipeFinding::Severity::Warning: return QStringLiteral("▲");
    case RecipeFinding::Severity::Note: break;
    }
    return QStringLiteral("•");
}
} // namespace

FindingLines::FindingLines(std::initializer_list<RecipeFinding::Field> fields, QWidget *parent)
    : QWidget(parent), m_fields(fields), m_label(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_label);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    setVisible(false);
}

void FindingLines::show(const std::vector<RecipeFinding> &findings)
{
    m_shown.clear();
    std::copy_if(findings.begin(), findings.end(), std::back_inserter(m_shown), [this](const RecipeFinding &finding) {
        return m_fields.empty() || std::find(m_fields.begin(), m_fields.end(), finding.field) != m_fields.end();
    });
    paintWords();
    setVisible(!m_shown.empty());
}

QString FindingLines::text() const
{
    QStringList lines;
    for (const auto &finding : m_shown)
        lines.append(recipetext::finding(finding));
    return lines.join(u'\n');
}

void FindingLines::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintWords();
}

void FindingLines::paintWords()
{
    QStringList lines;
    for (const auto &finding : m_shown) {
        const auto severity = shownSeverity(finding);
        lines.append(QStringLiteral("<div style=\"color:%1; margin-bottom:3px\">%2&nbsp; %3</div>")
                         .arg(colourOf(severity, palette()).name(), signOf(severity),
                              recipetext::finding(finding).toHtmlEscaped()));
    }
    m_label->setText(lines.join(QString()));
    m_label->setAccessibleName(text());
}
