// SPDX-License-Identifier: GPL-3.0-or-later
// What the medium turned out to be, what follows from it, and the way to say that it is something else. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class WizardContext;

class SystemCard final : public QWidget {
    Q_OBJECT
public:
    explicit SystemCard(WizardContext &context, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void choose();
    QString source() const;
    QStringList consequences() const;

    WizardContext &m_context;
    QLabel *m_title;
    QLabel *m_source;
    QLabel *m_consequences;
    QPushButton *m_choose;
};
