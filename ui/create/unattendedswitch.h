// SPDX-License-Identifier: GPL-3.0-or-later
// "Install without questions", or why that cannot be had for the system chosen. GUI thread.
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class WizardContext;

class UnattendedSwitch final : public QWidget {
    Q_OBJECT
public:
    explicit UnattendedSwitch(WizardContext &context, QWidget *parent = nullptr);

private:
    void refresh();

    WizardContext &m_context;
    QCheckBox *m_box;
    QLabel *m_meaning;
};
