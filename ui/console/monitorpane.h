// SPDX-License-Identifier: GPL-3.0-or-later
// The monitor of a machine's QEMU: a command line with its history, and what was answered. Goes past libvirt, and says
// so. GUI thread.
#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

class Inventory;
class Machine;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

class MonitorPane final : public QWidget {
    Q_OBJECT
public:
    MonitorPane(Inventory &inventory, Machine &machine, QWidget *parent = nullptr);

    void activate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void run();
    void show(const QString &command, const QString &answer);
    void recall(int step);
    void update();

    QPointer<Machine> m_machine;
    QComboBox *m_language;
    QPlainTextEdit *m_answers;
    QLineEdit *m_command;
    QPushButton *m_run;
    QLabel *m_state;
    QStringList m_history;
    qsizetype m_recalled = 0; ///< place in the history; its end is the line being written
    QString m_draft;
    bool m_asking = false;
    bool m_unsupported = false;
};
