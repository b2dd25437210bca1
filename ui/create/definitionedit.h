// SPDX-License-Identifier: GPL-3.0-or-later
// libvirt's definition of the machine to be made, to be read, changed and checked against the schema as it is typed. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class WizardContext;

class DefinitionEdit final : public QWidget {
    Q_OBJECT
public:
    explicit DefinitionEdit(WizardContext &context, QWidget *parent = nullptr);

    QPlainTextEdit *field() const { return m_text; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    QString verdict() const;

    WizardContext &m_context;
    QPlainTextEdit *m_text;
    QLabel *m_verdict;
    QPushButton *m_undo;
};
