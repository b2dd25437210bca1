// SPDX-License-Identifier: GPL-3.0-or-later
// Of an installer of Windows: which edition, and where its setup finds the drivers of virtio devices. On the system's card. GUI thread.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class WizardContext;

class WindowsRows final : public QWidget {
    Q_OBJECT
public:
    explicit WindowsRows(WizardContext &context, QWidget *parent = nullptr);

private:
    void refresh();
    void fillDiscs();
    void browse();

    WizardContext &m_context;
    QLabel *m_editionLabel;
    QComboBox *m_editions;
    QComboBox *m_discs;
};
