// SPDX-License-Identifier: GPL-3.0-or-later
// Remembered answers of hosts: one entry per host in the desktop's keychain, behind a memory of this run.
// Works, for this run only, where no keychain answers. GUI thread; asynchronous.
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <functional>
#include <optional>
#include <vector>

class Keychain final : public QObject {
    Q_OBJECT
public:
    enum class Storage { Desktop, ThisRun };
    explicit Keychain(Storage storage, QObject *parent = nullptr);

    /// Calls back later, once, unless this is destroyed first; with nothing where nothing is remembered.
    using Found = std::function<void(std::optional<QStringList>)>;
    void find(const QUuid &hostId, const QString &question, Found found);
    void remember(const QUuid &hostId, const QString &question, const QStringList &values);
    void forget(const QUuid &hostId);
    /// False once a question showed that the desktop has none, or that it does not answer.
    bool isThere() const { return m_isThere; }

private:
    using Answers = QHash<QString, QStringList>;
    void load(const QUuid &hostId);
    void loaded(const QUuid &hostId, const Answers &answers);
    void store(const QUuid &hostId);

    Storage m_storage;
    bool m_isThere = true;
    QHash<QUuid, Answers> m_answers; ///< of hosts that were loaded
    struct Waiting {
        QUuid hostId;
        QString question;
        Found found;
    };
    std::vector<Waiting> m_waiting;
};
