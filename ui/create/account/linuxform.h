// SPDX-License-Identifier: GPL-3.0-or-later
// What an installation of Linux is told beside the account: packages, and QEMU's guest agent. GUI thread.
#pragma once

#include <QWidget>

class FindingLines;
class QCheckBox;
class QLineEdit;
class WizardContext;

class LinuxForm final : public QWidget {
    Q_OBJECT
public:
    explicit LinuxForm(WizardContext &context, QWidget *parent = nullptr);

private:
    void refresh();

    WizardContext &m_context;
    QLineEdit *m_packages;
    QCheckBox *m_agent;
    FindingLines *m_lines;
};
