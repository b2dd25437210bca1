// SPDX-License-Identifier: GPL-3.0-or-later
// Where an ssh of ours asks its questions: a local socket that its askpass program talks to. GUI thread.
// A question is "kind\n" and the prompt up to the end of what is sent; the answer is 'y' and a text, or 'n'.
#pragma once

#include "core/hosts/credentials.h"

#include <QByteArray>
#include <QLocalServer>
#include <QObject>
#include <QPointer>
#include <QUuid>

#include <memory>
#include <vector>

/// The kind and fields of a question, told by how ssh words it. Pure.
CredentialRequest requestForSshPrompt(const QByteArray &kind, const QString &prompt);

class AskServer final : public QLocalServer {
    Q_OBJECT
public:
    AskServer(CredentialDesk &desk, const QUuid &hostId, const QString &hostLabel);
    /// Withdraws what is open; whoever waits for it reads a refusal.
    ~AskServer() override;

    /// Whether a person has said no to something.
    bool wasDeclined() const { return m_declined; }

protected:
    void incomingConnection(quintptr descriptor) override;

private:
    class Caller;
    void ask(Caller *caller, const QByteArray &question);

    QPointer<CredentialDesk> m_desk; ///< a link may outlive it by a turn of the event loop
    QUuid m_hostId;
    QString m_hostLabel;
    std::vector<std::unique_ptr<Caller>> m_callers;
    bool m_declined = false;
};
