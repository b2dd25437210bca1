// SPDX-License-Identifier: GPL-3.0-or-later
// What one source of a machine asks for, below the cards of the first step. Shows the context and tells it what the person does; is shown
// only while its source is chosen. GUI thread.
#pragma once

#include "ui/create/wizardcontext.h"

#include <QWidget>

class SourcePanel : public QWidget {
    Q_OBJECT
public:
    explicit SourcePanel(WizardContext &context, QWidget *parent) : QWidget(parent), m_context(context) {}

    /// Where the keyboard goes when the source is chosen; null where there is nothing to fill in.
    virtual QWidget *firstField() const { return nullptr; }

protected:
    WizardContext &context() const { return m_context; }

private:
    WizardContext &m_context;
};
