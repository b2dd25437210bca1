// SPDX-License-Identifier: GPL-3.0-or-later
// Ports of the host that lead into the machine, a row each; shown for networks that hide the machine behind the host. GUI thread.
#pragma once

#include "core/provisioning/portforward.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QPushButton;
class QSpinBox;
class QToolButton;
class QVBoxLayout;
class WizardContext;

class PortRows final : public QWidget {
    Q_OBJECT
public:
    PortRows(WizardContext &context, QWidget *parent);

private:
    struct Row {
        QWidget *line;
        QComboBox *protocol;
        QSpinBox *host;
        QSpinBox *guest;
        QToolButton *removal;
    };

    Row makeRow(int number);
    void orderRows();
    void refresh();
    void take();
    void add();
    void remove(int number);

    WizardContext &m_context;
    QVBoxLayout *m_lines;
    std::vector<Row> m_rows;
    QPushButton *m_add;
    QCheckBox *m_open;
};
