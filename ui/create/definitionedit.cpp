// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/definitionedit.h"

#include "ui/common/labels.h"
#include "ui/create/schemawatch.h"
#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>

namespace {
constexpr int grid = 8;
}

DefinitionEdit::DefinitionEdit(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_text(new QPlainTextEdit(this)), m_verdict(labels::hint({}, this)), m_undo(labels::button(tr("Undo my changes"), this))
{
    m_text->setAccessibleName(tr("Definition (XML)"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(24 * grid);
    m_verdict->setTextFormat(Qt::PlainText);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_context.setDefinition(m_text->toPlainText()); });
    connect(m_undo, &QPushButton::clicked, this, [this] { m_context.setDefinition({}); });

    auto *below = new QHBoxLayout;
    below->setSpacing(grid);
    below->addWidget(m_verdict, 1);
    below->addWidget(m_undo, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid / 2);
    column->addWidget(m_text, 1);
    column->addLayout(below);
    connect(&context, &WizardContext::changed, this, &DefinitionEdit::refresh);
    refresh();
}

void DefinitionEdit::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void DefinitionEdit::refresh()
{
    if (!isVisible()) // to write it anew at each change is for those who look at it
        return;
    const auto definition = m_context.definition();
    if (m_text->toPlainText() != definition) {
        const QSignalBlocker still(m_text);
        m_text->setPlainText(definition);
    }
    m_undo->setVisible(m_context.isDefinitionChanged() && m_context.recipe().source != MediaSource::CustomXml);
    m_verdict->setText(verdict());
}

QString DefinitionEdit::verdict() const
{
    using S = SchemaWatch::State;
    QStringList lines;
    if (m_context.isDefinitionChanged() && m_context.recipe().source != MediaSource::CustomXml)
        lines += tr("Changed by hand: what you choose elsewhere in this window no longer changes it.");
    switch (m_context.schema().state()) {
    case S::Unknown: break;
    case S::Checking: lines += tr("Checking…"); break;
    case S::Valid: lines += tr("Checked: libvirt's schema knows all of it."); break;
    case S::Missing: lines += tr("This computer has no schema of libvirt to check it against; the host will check it."); break;
    case S::Doubtful: {
        const auto &complaint = m_context.schema().complaint();
        lines += complaint.line > 0 ? tr("Line %1: %2").arg(complaint.line).arg(complaint.message)
                                    : tr("libvirt's schema does not know it so: %1").arg(complaint.message);
        break;
    }
    }
    return lines.join(u'\n');
}
