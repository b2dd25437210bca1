// SPDX-License-Identifier: GPL-3.0-or-later
// Questions that a connection asks a person: user and password, passphrase, "trust this host key?".
// A worker asks and waits; ui answers; other hosts go on. Answers may be remembered in the keychain.
#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

struct CredentialField {
    QString label;    ///< as the other side worded it
    QString fallback; ///< proposed answer
    bool secret = true;
};

struct CredentialRequest {
    enum class Kind { Login, Passphrase, HostKey };
    quint64 id = 0;
    Kind kind = Kind::Login;
    QUuid hostId;
    QString hostLabel;
    QString text;     ///< what the other side said, whole: a host key's fingerprint stands here
    std::vector<CredentialField> fields; ///< empty for HostKey: yes or no
    bool canRemember = false;
    bool isKept = true;       ///< what is remembered outlives this run; false where no keychain answers
    bool isRepeated = false; ///< an earlier answer was not accepted
};

class Keychain;

class CredentialDesk final : public QObject {
    Q_OBJECT
public:
    /// Where remembered answers are kept: in the desktop's keychain, or nowhere beyond this run.
    enum class Memory { Keychain, ThisRun };
    explicit CredentialDesk(QObject *parent = nullptr, Memory memory = Memory::Keychain);
    ~CredentialDesk() override; ///< declines whatever is open

    // ui's side; GUI thread.
    const std::vector<CredentialRequest> &open() const { return m_open; }
    void answer(quint64 id, const QStringList &values, bool remember);
    void decline(quint64 id);

    // The asking side. `reply` gets the values in the order of the fields, or nothing when declined; it is
    // called once, in the GUI thread. A remembered answer is given without asking, once per connection attempt.
    using Reply = std::function<void(std::optional<QStringList>)>;
    quint64 ask(CredentialRequest request, Reply reply);
    /// A new attempt to connect begins: remembered answers may be given again.
    void beginAttempt(const QUuid &hostId);
    /// The question is moot: the connection is gone.
    void withdraw(quint64 id);
    /// What was remembered for this host was wrong: forget it.
    void forget(const QUuid &hostId);

Q_SIGNALS:
    void asked(const CredentialRequest &request);
    void withdrawn(quint64 id);

private:
    void present(const CredentialRequest &request);
    void giveOrPresent(const CredentialRequest &request, const std::optional<QStringList> &remembered);
    void settle(quint64 id, const std::optional<QStringList> &values);

    std::unique_ptr<Keychain> m_keychain;
    std::vector<CredentialRequest> m_open;
    QHash<quint64, Reply> m_replies;
    QSet<QString> m_given; ///< questions of the present attempts that a remembered answer has met already
    quint64 m_next = 1;
};
