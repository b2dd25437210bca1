// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the questions that connections ask: one small window each, none of which blocks anything. GUI thread.
#pragma once

#include "core/hosts/credentials.h"

#include <QHash>
#include <QObject>
#include <QPointer>

class QDialog;
class QWidget;

class CredentialPrompts final : public QObject {
    Q_OBJECT
public:
    /// `desk` and `window` outlive it; questions that are open already are shown at once.
    CredentialPrompts(CredentialDesk &desk, QWidget *window);
    ~CredentialPrompts() override;

private:
    void show(const CredentialRequest &request);
    void withdraw(quint64 id);

    CredentialDesk &m_desk;
    QWidget *m_window;
    QHash<quint64, QPointer<QDialog>> m_dialogs;
};
