// SPDX-License-Identifier: GPL-3.0-or-later
// An installation from the network: from the address of a tree, by a kernel of one's own, or by what a boot server has. GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class FileRow;
class NetworkChoices;
class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;

class NetworkInstallPanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit NetworkInstallPanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    QWidget *makeWays();
    QWidget *makeAddress();
    QWidget *makeArguments();
    void refresh();
    QString meaning() const;
    NetworkChoices &choices() const;

    QButtonGroup *m_ways;
    QLineEdit *m_address;
    FileRow *m_kernel;
    FileRow *m_initrd;
    QLineEdit *m_arguments;
    QWidget *m_addressRow;
    QWidget *m_argumentsRow;
    QCheckBox *m_networkFirst;
    QLabel *m_meaning;
};
