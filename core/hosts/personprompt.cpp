// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/personprompt.h"

#include "core/hosts/credentials.h"

#include <QPointer>

#include <atomic>
#include <chrono>
#include <future>
#include <utility>

namespace {

constexpr std::chrono::minutes patience{10};

using Answer = std::optional<QStringList>;

CredentialRequest requestFor(const std::vector<CredentialQuestion> &questions)
{
    CredentialRequest request;
    request.kind = CredentialRequest::Kind::Login;
    request.canRemember = true;
    for (const auto &question : questions) {
        const auto label = question.prompt.trimmed();
        request.fields.push_back({label.endsWith(u':') ? label.chopped(1) : label, question.fallback, question.isSecret()});
        if (request.text.isEmpty())
            request.text = question.challenge;
    }
    return request;
}

/// One question, answered once by whoever comes first.
struct Question {
    std::promise<Answer> promise;
    std::atomic<bool> settled = false;

    void settle(const Answer &answer)
    {
        if (!settled.exchange(true))
            promise.set_value(answer);
    }
};

} // namespace

// The GUI thread's alone.
struct PersonPrompt::Shared {
    bool abandoned = false;
    quint64 open = 0; ///< the question on the desk
    std::shared_ptr<Question> question;
    QPointer<CredentialDesk> desk;

    void close()
    {
        if (const auto id = std::exchange(open, 0); id && desk)
            desk->withdraw(id);
        if (const auto asked = std::exchange(question, nullptr))
            asked->settle(std::nullopt);
    }
};

PersonPrompt::PersonPrompt(CredentialDesk &desk, const QUuid &hostId, const QString &hostLabel)
    : m_shared(std::make_shared<Shared>()), m_counter(new QObject, [](QObject *object) { object->deleteLater(); }),
      m_hostId(hostId), m_hostLabel(hostLabel)
{
    m_shared->desk = &desk;
}

PersonPrompt::~PersonPrompt() = default;

std::optional<QStringList> PersonPrompt::ask(const std::vector<CredentialQuestion> &questions)
{
    auto request = requestFor(questions);
    request.hostId = m_hostId;
    request.hostLabel = m_hostLabel;
    auto question = std::make_shared<Question>();
    auto answer = question->promise.get_future();
    QMetaObject::invokeMethod(m_counter.get(), [shared = m_shared, request, question] {
        if (shared->abandoned || !shared->desk) {
            question->settle(std::nullopt);
            return;
        }
        shared->question = question;
        shared->open = shared->desk->ask(request, [shared, question](const Answer &values) {
            shared->open = 0;
            shared->question = nullptr;
            question->settle(values);
        });
    }, Qt::QueuedConnection);

    if (answer.wait_for(patience) == std::future_status::ready)
        return answer.get();
    QMetaObject::invokeMethod(m_counter.get(), [shared = m_shared] { shared->close(); }, Qt::QueuedConnection);
    return std::nullopt;
}

bool PersonPrompt::isAsking() const
{
    return m_shared->question != nullptr;
}

void PersonPrompt::abandon()
{
    m_shared->abandoned = true;
    m_shared->close();
}
