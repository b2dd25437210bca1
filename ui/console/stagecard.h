// SPDX-License-Identifier: GPL-3.0-or-later
// The card over a console's picture that says why it is not live, and what a person can do about it. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

class StageCard final : public QWidget {
    Q_OBJECT
public:
    /// `action` is the button's label; empty for none.
    struct Words {
        QString title, text, action;
    };

    explicit StageCard(QWidget *parent = nullptr);

    /// Ends asking for a password.
    void tell(const Words &words);
    /// Replaces the text alone: a countdown.
    void setText(const QString &text);
    void askPassword(bool withUser, const QString &text);

Q_SIGNALS:
    void acted();
    void passwordEntered(const QString &user, const QString &password);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void press();

    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_userLabel;
    QLineEdit *m_user;
    QLabel *m_passwordLabel;
    QLineEdit *m_password;
    QPushButton *m_action;
    bool m_asking = false;
};
