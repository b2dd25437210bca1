// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may set for the whole program. A change counts at once. GUI thread.
#pragma once

#include <QDialog>

class Inventory;
class QFormLayout;
class QScrollArea;
class Settings;

class PreferencesDialog final : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(Settings &settings, QWidget *parent = nullptr);

    /// With a section on what new machines get.
    void addNewMachines(Inventory &inventory);
    /// With a section on downloads.
    void addDownloads(Inventory &inventory);

Q_SIGNALS:
    /// After the settings hold the new value.
    void changed();

private:
    QWidget *ownKeys();
    void fit();

    Settings &m_settings;
    QFormLayout *m_form;
    QScrollArea *m_scroll;
};
