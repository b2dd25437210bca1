// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of the host that the machine may use: its path, and the name by which it is mounted. GUI thread.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class WizardContext;

class SharedFolderRow final : public QWidget {
    Q_OBJECT
public:
    SharedFolderRow(WizardContext &context, QWidget *parent);

    QWidget *field() const;
    /// What the folder is for, and how it is come by; to be shown below.
    QLabel *hint() const { return m_hint; }

private:
    void refresh();
    void take();
    void browse();

    WizardContext &m_context;
    QLineEdit *m_path;
    QPushButton *m_browse;
    QLabel *m_as;
    QLineEdit *m_name;
    QLabel *m_hint;
};
