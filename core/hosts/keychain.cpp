// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/keychain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace {

// A keychain that is locked may ask the person; one that is missing or stuck must not hold a connection up.
constexpr std::chrono::seconds patience{20};

QString service()
{
    return QStringLiteral("vivarium");
}

QString entryOf(const QUuid &hostId)
{
    return hostId.toString(QUuid::WithoutBraces);
}

} // namespace

Keychain::Keychain(Storage storage, QObject *parent) : QObject(parent), m_storage(storage) {}

void Keychain::find(const QUuid &hostId, const QString &question, Found found)
{
    const bool loading = std::any_of(m_waiting.begin(), m_waiting.end(), [&](const Waiting &w) { return w.hostId == hostId; });
    m_waiting.push_back({hostId, question, std::move(found)});
    if (m_storage == Storage::ThisRun || m_answers.contains(hostId))
        QTimer::singleShot(0, this, [this, hostId] { loaded(hostId, m_answers.value(hostId)); });
    else if (!loading)
        load(hostId);
}

void Keychain::load(const QUuid &hostId)
{
    auto *job = new QKeychain::ReadPasswordJob(service(), this);
    job->setInsecureFallback(false);
    job->setKey(entryOf(hostId));
    connect(job, &QKeychain::Job::finished, this, [this, hostId, job] {
        Answers answers;
        m_isThere = job->error() != QKeychain::NoBackendAvailable && job->error() != QKeychain::NotImplemented
            && job->error() != QKeychain::OtherError;
        if (job->error() == QKeychain::NoError) {
            const auto object = QJsonDocument::fromJson(job->binaryData()).object();
            for (auto it = object.begin(); it != object.end(); ++it)
                answers.insert(it.key(), it.value().toVariant().toStringList());
        }
        loaded(hostId, answers);
    });
    QTimer::singleShot(patience, job, [this, hostId] { loaded(hostId, {}); });
    job->start();
}

void Keychain::loaded(const QUuid &hostId, const Answers &answers)
{
    if (!m_answers.contains(hostId))
        m_answers.insert(hostId, answers);
    std::vector<Waiting> ready;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (it->hostId == hostId) {
            ready.push_back(std::move(*it));
            it = m_waiting.erase(it);
        } else {
            ++it;
        }
    }
    const auto known = m_answers.value(hostId);
    for (const auto &waiting : ready) {
        const auto it = known.find(waiting.question);
        waiting.found(it == known.end() ? std::nullopt : std::optional(*it));
    }
}

void Keychain::remember(const QUuid &hostId, const QString &question, const QStringList &values)
{
    m_answers[hostId].insert(question, values);
    store(hostId);
}

void Keychain::store(const QUuid &hostId)
{
    if (m_storage == Storage::ThisRun)
        return;
    QJsonObject object;
    const auto &answers = m_answers[hostId];
    for (auto it = answers.begin(); it != answers.end(); ++it)
        object.insert(it.key(), QJsonArray::fromStringList(*it));
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setInsecureFallback(false);
    job->setKey(entryOf(hostId));
    job->setBinaryData(QJsonDocument(object).toJson(QJsonDocument::Compact));
    job->start();
}

void Keychain::forget(const QUuid &hostId)
{
    m_answers.insert(hostId, {});
    if (m_storage == Storage::ThisRun)
        return;
    auto *job = new QKeychain::DeletePasswordJob(service(), this);
    job->setInsecureFallback(false);
    job->setKey(entryOf(hostId));
    job->start();
}
