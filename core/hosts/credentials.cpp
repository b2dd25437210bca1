// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/credentials.h"

#include "core/hosts/keychain.h"

#include <algorithm>
#include <utility>

namespace {

/// What a remembered answer answers: the fields asked for, and the text where that names a key file.
QString questionOf(const CredentialRequest &request)
{
    QStringList parts{QString::number(int(request.kind))};
    for (const auto &field : request.fields)
        parts << (!field.label.isEmpty() ? field.label : field.secret ? QStringLiteral("password") : QStringLiteral("user"));
    return parts.join(u'\n');
}

QString attemptKey(const CredentialRequest &request)
{
    return request.hostId.toString() + questionOf(request);
}

} // namespace

CredentialDesk::CredentialDesk(QObject *parent, Memory memory)
    : QObject(parent),
      m_keychain(std::make_unique<Keychain>(memory == Memory::Keychain ? Keychain::Storage::Desktop : Keychain::Storage::ThisRun))
{
}

CredentialDesk::~CredentialDesk()
{
    m_keychain.reset();
    const auto replies = std::exchange(m_replies, {});
    for (const auto &reply : replies)
        reply(std::nullopt);
}

quint64 CredentialDesk::ask(CredentialRequest request, Reply reply)
{
    request.id = m_next++;
    m_replies.insert(request.id, std::move(reply));
    request.isKept = m_keychain->isThere();
    if (!request.canRemember || m_given.contains(attemptKey(request))) {
        present(request);
    } else {
        m_keychain->find(request.hostId, questionOf(request), [this, request](const std::optional<QStringList> &values) {
            giveOrPresent(request, values);
        });
    }
    return request.id;
}

void CredentialDesk::giveOrPresent(const CredentialRequest &request, const std::optional<QStringList> &remembered)
{
    if (!m_replies.contains(request.id))
        return; // withdrawn while the keychain was asked
    if (!remembered || remembered->size() != qsizetype(request.fields.size())) {
        auto asked = request;
        asked.isKept = m_keychain->isThere();
        present(asked);
        return;
    }
    m_given.insert(attemptKey(request));
    settle(request.id, remembered);
}

void CredentialDesk::present(const CredentialRequest &request)
{
    m_open.push_back(request);
    Q_EMIT asked(request);
}

void CredentialDesk::answer(quint64 id, const QStringList &values, bool remember)
{
    const auto it = std::find_if(m_open.begin(), m_open.end(), [id](const auto &request) { return request.id == id; });
    if (it == m_open.end())
        return;
    if (remember && it->canRemember)
        m_keychain->remember(it->hostId, questionOf(*it), values);
    m_given.insert(attemptKey(*it));
    settle(id, values);
}

void CredentialDesk::decline(quint64 id)
{
    settle(id, std::nullopt);
}

void CredentialDesk::settle(quint64 id, const std::optional<QStringList> &values)
{
    std::erase_if(m_open, [id](const auto &request) { return request.id == id; });
    if (const auto reply = m_replies.take(id))
        reply(values);
}

void CredentialDesk::beginAttempt(const QUuid &hostId)
{
    const auto prefix = hostId.toString();
    m_given.removeIf([&prefix](const QString &key) { return key.startsWith(prefix); });
}

void CredentialDesk::withdraw(quint64 id)
{
    m_replies.remove(id);
    const auto before = m_open.size();
    std::erase_if(m_open, [id](const auto &request) { return request.id == id; });
    if (m_open.size() != before)
        Q_EMIT withdrawn(id);
}

void CredentialDesk::forget(const QUuid &hostId)
{
    m_keychain->forget(hostId);
}
