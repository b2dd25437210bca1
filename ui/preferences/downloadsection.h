// SPDX-License-Identifier: GPL-3.0-or-later
// The preferences of downloads: mirrors, where the OS database comes from, and what is kept. GUI thread.
#pragma once

#include <QWidget>

class Inventory;
class QFormLayout;
class QLabel;
class QPushButton;

class DownloadSection final : public QObject {
    Q_OBJECT
public:
    /// Adds its rows to the form; lives as long as `window`, which is asked over.
    DownloadSection(Inventory &inventory, QFormLayout *form, QWidget *window);

private:
    QWidget *mirrors();
    QWidget *database();
    QWidget *cache();
    void count();
    void askToClear();

    Inventory &m_inventory;
    QWidget *m_window;
    QLabel *m_kept;
    QPushButton *m_clear;
    QStringList m_names; ///< of what is kept
};
