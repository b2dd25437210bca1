// SPDX-License-Identifier: GPL-3.0-or-later
// Who a new system knows: name, password, ssh keys, host name, and folded below them language, keyboard and zone. GUI thread.
#pragma once

#include "core/provisioning/machinerecipe.h"

#include <QWidget>

#include <vector>

class AccountAnswers;
class FindingLines;
class KeyList;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class WizardContext;

class AccountForm final : public QWidget {
    Q_OBJECT
public:
    explicit AccountForm(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const;
    /// Language, keyboard and zone, to be placed elsewhere.
    QWidget *regionForm() const { return m_region; }

private:
    void build();
    void buildRegion();
    void refresh();
    void addRow(QFormLayout *form, const QString &label, QWidget *row, QWidget *field, RecipeFinding::Field findings);

    WizardContext &m_context;
    AccountAnswers &m_answers;
    QLineEdit *m_user;
    QLineEdit *m_fullName;
    QLineEdit *m_password;
    QCheckBox *m_show;
    QCheckBox *m_overSsh;
    KeyList *m_keys;
    QLineEdit *m_hostName;
    QWidget *m_region;
    QLineEdit *m_locale;
    QLineEdit *m_keyboard;
    QComboBox *m_zone;
    std::vector<FindingLines *> m_lines;
};
