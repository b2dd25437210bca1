// SPDX-License-Identifier: GPL-3.0-or-later
// What an installation of Windows is told beside the account: a product key. GUI thread.
#pragma once

#include <QWidget>

class FindingLines;
class QLineEdit;
class WizardContext;

class WindowsForm final : public QWidget {
    Q_OBJECT
public:
    explicit WindowsForm(WizardContext &context, QWidget *parent = nullptr);

private:
    void refresh();

    WizardContext &m_context;
    QLineEdit *m_key;
    FindingLines *m_lines;
};
