// SPDX-License-Identifier: GPL-3.0-or-later
// A worker's question to a person: puts it on the credential desk and waits there for the answer, for a
// withdrawn connection or for ten minutes. Made in the GUI thread; ask() belongs to a worker.
#pragma once

#include "core/libvirt/connection.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <memory>
#include <optional>
#include <vector>

class CredentialDesk;

class PersonPrompt final {
public:
    /// `isRepeated`: what was answered to an earlier prompt was not accepted.
    PersonPrompt(CredentialDesk &desk, const QUuid &hostId, const QString &hostLabel, bool isRepeated);
    ~PersonPrompt();

    /// Worker. Nothing when it was declined, abandoned or not answered in time.
    std::optional<QStringList> ask(const std::vector<CredentialQuestion> &questions);
    /// GUI thread: lets the waiting worker go and takes the question off the desk. Later questions are declined.
    void abandon();
    /// GUI thread: a worker waits for a person right now.
    bool isAsking() const;
    /// GUI thread: a user or password was asked for and given.
    bool wasAnswered() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::shared_ptr<QObject> m_counter; ///< in the GUI thread; outlives this in posted events
    QUuid m_hostId;
    QString m_hostLabel;
    bool m_isRepeated;
};
