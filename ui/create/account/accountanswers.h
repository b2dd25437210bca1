// SPDX-License-Identifier: GPL-3.0-or-later
// What the person says of the account in a new system and of its set-up: part of what the New machine window knows. Looks for the
// person's own ssh keys, and has their user-data read as YAML, away from the GUI thread. GUI thread.
#pragma once

#include "core/async/lane.h"
#include "core/provisioning/machinerecipe.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class AccountAnswers final : public QObject {
    Q_OBJECT
public:
    explicit AccountAnswers(QObject *parent = nullptr);
    ~AccountAnswers() override;

    /// With every key that is to be used.
    const GuestAccount &account() const { return m_account; }
    const CloudSetup &setup() const { return m_setup; }
    /// On what was typed as keys and as user-data; the rest is checkRecipe()'s.
    std::vector<RecipeFinding> findings() const;
    /// The user-data is still being read.
    bool isChecking() const { return m_isChecking; }

    struct FoundKey {
        SshKey key;
        bool isUsed = true;
    };
    /// The keys in this person's ~/.ssh; empty until they have been looked for.
    const std::vector<FoundKey> &foundKeys() const { return m_found; }
    /// Looks for them, once.
    void lookForKeys();
    void useFoundKey(size_t index, bool on);
    const QString &typedKeys() const { return m_typedKeys; }
    void setTypedKeys(const QString &text);

    void edit(const std::function<void(GuestAccount &)> &change);
    void editSetup(const std::function<void(CloudSetup &)> &change);
    void setUserData(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void gatherKeys();
    void checkUserData();

    GuestAccount m_account;
    CloudSetup m_setup;
    std::vector<FoundKey> m_found;
    bool m_lookedForKeys = false;
    QString m_typedKeys;
    SshKeysRead m_typed;
    std::optional<RecipeFinding> m_userDataFinding;
    bool m_isChecking = false;
    quint64 m_checkAttempt = 0;
    QTimer m_typing; ///< reads the text once it rests
    Lane m_work{QStringLiteral("wizard-account")};
};
