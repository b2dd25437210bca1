// SPDX-License-Identifier: GPL-3.0-or-later
// A machine of another program: its file, what it is, what of it may be changed, and what cannot be taken over. GUI thread.
#pragma once

#include "ui/create/sources/sourcepanel.h"

class FileRow;
class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

class AppliancePanel final : public SourcePanel {
    Q_OBJECT
public:
    explicit AppliancePanel(WizardContext &context, QWidget *parent = nullptr);

    QWidget *firstField() const override;

private:
    QWidget *makeReview();
    void refresh();
    QString lossList() const;
    void showLicense();

    FileRow *m_file;
    QLabel *m_summary;
    QComboBox *m_firmware = nullptr;
    QComboBox *m_bus = nullptr;
    QCheckBox *m_tpm = nullptr;
    QCheckBox *m_addresses = nullptr;
    QWidget *m_review; ///< holds these four
    QPushButton *m_license;
    QLabel *m_lossHeading;
    QLabel *m_losses;
};
