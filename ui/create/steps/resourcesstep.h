// SPDX-License-Identifier: GPL-3.0-or-later
// Second step: where the machine lives, what it is called, what it gets. GUI thread.
#pragma once

#include "ui/create/steps/wizardstep.h"

class FindingLines;
class ErrorPanel;
class MarkedSlider;
class PortRows;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class SharedFolderRow;
class SizeEdit;

class ResourcesStep final : public WizardStep {
    Q_OBJECT
public:
    explicit ResourcesStep(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    void build();
    QWidget *nameRow();
    void addRow(const QString &label, QWidget *row, QWidget *field, QWidget *below);
    void refresh();
    void refreshHosts();
    void refreshCount();
    void refreshSizes();
    void refreshAcceleration();
    void refreshPools();
    void refreshNetworks();
    void refreshSystemHint();
    void takeNetwork(int row);
    FindingLines *findings(RecipeFinding::Field field);

    QFormLayout *m_form;
    QComboBox *m_host;
    QLabel *m_asking;
    ErrorPanel *m_error;
    QLineEdit *m_name;
    QSpinBox *m_count;
    QLabel *m_names;
    MarkedSlider *m_vcpuSlider;
    QSpinBox *m_vcpus;
    SizeEdit *m_memory;
    QLabel *m_recommended;
    QCheckBox *m_withDisk;
    SizeEdit *m_disk;
    QComboBox *m_pool;
    QComboBox *m_network;
    QLabel *m_networkMeaning;
    PortRows *m_ports;
    SharedFolderRow *m_folder;
    QComboBox *m_acceleration;
    QCheckBox *m_start;
    std::vector<FindingLines *> m_lines;
};
