// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the New machine window: a page that shows the context and tells it what the person does. GUI thread.
#pragma once

#include "ui/create/wizardcontext.h"

#include <QWidget>

#include <utility>
#include <vector>

class QVBoxLayout;

class WizardStep : public QWidget {
    Q_OBJECT
public:
    WizardStep(WizardContext &context, QString title, std::vector<RecipeFinding::Field> fields, QWidget *parent = nullptr)
        : QWidget(parent), m_context(context), m_title(std::move(title)), m_fields(std::move(fields))
    {
    }

    const QString &title() const { return m_title; }
    /// What of the recipe is decided here; findings about these belong to this step.
    const std::vector<RecipeFinding::Field> &fields() const { return m_fields; }
    /// Where the keyboard goes when the step opens.
    virtual QWidget *firstField() const = 0;
    /// Whether the recipe as it is now leads through here.
    virtual bool isNeeded() const { return true; }

protected:
    WizardContext &context() const { return m_context; }
    /// The step's contents below a heading, which scroll where they are too high: the column to add them to. Once.
    QVBoxLayout *makePage(const QString &title, const QString &hint);

private:
    WizardContext &m_context;
    QString m_title;
    std::vector<RecipeFinding::Field> m_fields;
};
