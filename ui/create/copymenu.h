// SPDX-License-Identifier: GPL-3.0-or-later
// The machine to be made, copied to the clipboard as other programs read it. GUI thread.
#pragma once

#include <QToolButton>

class WizardContext;

class CopyMenu final : public QToolButton {
    Q_OBJECT
public:
    explicit CopyMenu(WizardContext &context, QWidget *parent = nullptr);

private:
    void copy(const QString &text);
    void refresh();

    WizardContext &m_context;
};
