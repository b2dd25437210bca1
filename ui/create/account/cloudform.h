// SPDX-License-Identifier: GPL-3.0-or-later
// What cloud-init does beside making the account: agent, packages, address, the person's own user-data, and what becomes of the
// medium that tells it. GUI thread.
#pragma once

#include <QWidget>

#include <vector>

class AccountAnswers;
class FindingLines;
class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;
class WizardContext;

class CloudForm final : public QWidget {
    Q_OBJECT
public:
    explicit CloudForm(WizardContext &context, QWidget *parent = nullptr);

private:
    void build();
    QWidget *addressRow();
    QWidget *userDataRow();
    void takeAddress();
    void refresh();
    void markFault();
    void showOurs();

    WizardContext &m_context;
    AccountAnswers &m_answers;
    QCheckBox *m_agent;
    QLineEdit *m_packages;
    QRadioButton *m_automatic;
    QRadioButton *m_fixed;
    QLineEdit *m_address;
    QLineEdit *m_gateway;
    QLineEdit *m_nameServers;
    QPlainTextEdit *m_userData;
    QCheckBox *m_removeSeed;
    std::vector<FindingLines *> m_lines;
};
