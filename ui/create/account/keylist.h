// SPDX-License-Identifier: GPL-3.0-or-later
// The ssh keys that may log in: the person's own ones to be ticked, others to be pasted or read from a file. GUI thread.
#pragma once

#include <QWidget>

class AccountAnswers;
class QPlainTextEdit;
class QVBoxLayout;

class KeyList final : public QWidget {
    Q_OBJECT
public:
    explicit KeyList(AccountAnswers &answers, QWidget *parent = nullptr);

    QWidget *firstField() const;

private:
    void refresh();
    void browse();
    void take(const QString &file);

    AccountAnswers &m_answers;
    QVBoxLayout *m_found;
    size_t m_shown = 0;
    QPlainTextEdit *m_typed;
};
