// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/findingscard.h"

#include "ui/common/shades.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

FindingsCard::FindingsCard(QWidget *parent) : Card(parent), m_count(new QLabel(this)), m_layout(new QVBoxLayout(this))
{
    setAccessibleName(tr("Readiness"));
    m_layout->setContentsMargins(0, 0, 0, 4);
    m_layout->setSpacing(0);
    auto *title = new QLabel(tr("Readiness"), this);
    auto bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 11, 16, 11);
    head->addWidget(title, 1);
    head->addWidget(m_count);
    m_layout->addLayout(head);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

FindingsCard::Weight FindingsCard::weightOf(HostFinding::Kind kind)
{
    switch (kind) {
    case HostFinding::Kind::KvmWorks:
    case HostFinding::Kind::KvmOffered: return Weight::Good;
    case HostFinding::Kind::KvmMissing:
    case HostFinding::Kind::SlowHost: return Weight::Warning;
    case HostFinding::Kind::KvmFails:
    case HostFinding::Kind::KvmHangs:
    case HostFinding::Kind::DefinitionSlow:
    case HostFinding::Kind::KvmNotPermitted:
    case HostFinding::Kind::KvmProbeSlow: return Weight::Bad;
    }
    return Weight::Warning;
}

void FindingsCard::setLines(const std::vector<Line> &lines)
{
    if (lines == m_lines && !m_labels.empty())
        return;
    m_lines = lines;
    while (m_labels.size() < lines.size()) {
        auto *label = new QLabel(this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setContentsMargins(48, 12, 16, 12);
        m_layout->addWidget(label);
        m_labels.push_back(label);
    }
    for (size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setVisible(i < lines.size());
        if (i < lines.size())
            m_labels[i]->setText(lines[i].text);
    }
    const auto problems = std::count_if(lines.begin(), lines.end(), [](const Line &line) { return line.weight != Weight::Good; });
    m_count->setText(problems == 0 ? tr("No findings") : tr("%n findings", nullptr, int(problems)));
    update();
}

void FindingsCard::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto sign = font();
    sign.setBold(true);
    sign.setPixelSize(12);
    painter.setFont(sign);
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const auto area = m_labels[i]->geometry();
        painter.fillRect(1, area.top(), width() - 2, 1, shades::line(palette()));
        const auto mark = QStyle::visualRect(layoutDirection(), area, QRect(area.left() + 16, area.center().y() - 9, 20, 20));
        const auto weight = m_lines[i].weight;
        painter.setPen(Qt::NoPen);
        painter.setBrush(weight == Weight::Good ? shades::good(palette()) : weight == Weight::Warning ? shades::warning(palette()) : shades::bad(palette()));
        painter.drawEllipse(mark);
        painter.setPen(Qt::white);
        painter.drawText(mark, Qt::AlignCenter, weight == Weight::Good ? QStringLiteral("✓") : weight == Weight::Warning ? QStringLiteral("!") : QStringLiteral("×"));
    }
}
