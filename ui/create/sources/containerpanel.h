// SPDX-License-Identifier: GPL-3.0-or-later
// A container: an operating system in a folder of the host, or a single program. GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

class ContainerPanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit ContainerPanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    void refresh();
    void take();
    void browse();

    QButtonGroup *m_kinds;
    QLineEdit *m_root;
    QPushButton *m_browse;
    QLineEdit *m_program;
    QLabel *m_meaning;
};
