// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/personprompt.h"

#include "core/hosts/credentials.h"

#include <QPointer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <utility>

namespace {

constexpr std::chrono::minutes patience{10};

using Answer = std::optional<QStringList>;

/// libvirt's own ssh (libssh2, libssh) asks whether to trust a key as if it wanted a text, "y" or "n".
bool isHostKeyQuestion(const std::vector<CredentialQuestion> &questions)
{
    return questions.size() == 1 && !questions.front().isSecret()
        && questions.front().prompt.contains(QLatin1StringView("host key"), Qt::CaseInsensitive)
        && questions.front().prompt.contains(QLatin1StringView("(y/n)"));
}

/// User and password in the plain sense: ui has better words for them than the mechanisms have.
bool isPlain(const CredentialQuestion &question)
{
    using Kind = CredentialQuestion::Kind;
    return question.kind == Kind::UserName || question.kind == Kind::AuthName || question.kind == Kind::Passphrase;
}

/// SASL tells the user who logs in from the user to act as; people know one user.
bool isSecondName(const CredentialQuestion &question, const std::vector<CredentialQuestion> &questions)
{
    using Kind = CredentialQuestion::Kind;
    return question.kind == Kind::UserName
        && std::any_of(questions.begin(), questions.end(), [](const auto &other) { return other.kind == Kind::AuthName; });
}

/// Empty for a user or password without more to say about it.
QString labelOf(const CredentialQuestion &question)
{
    const auto prompt = question.prompt.trimmed();
    const bool says = question.kind == CredentialQuestion::Kind::Passphrase && !prompt.startsWith(QLatin1StringView("Please enter your"));
    return isPlain(question) && !says ? QString() : prompt;
}

CredentialRequest requestFor(const std::vector<CredentialQuestion> &questions)
{
    CredentialRequest request;
    if (isHostKeyQuestion(questions)) {
        request.kind = CredentialRequest::Kind::HostKey;
        request.text = QString(questions.front().prompt).remove(QLatin1StringView("(y/n)?")).trimmed();
        return request;
    }
    request.kind = CredentialRequest::Kind::Login;
    request.canRemember = true;
    for (const auto &question : questions) {
        if (isSecondName(question, questions))
            continue;
        const auto label = labelOf(question);
        request.fields.push_back({label.endsWith(u':') ? label.chopped(1) : label, question.fallback, question.isSecret()});
        if (request.text.isEmpty() && !isPlain(question))
            request.text = question.challenge;
    }
    return request;
}

/// From the fields that were shown to the questions that were asked.
QStringList answersTo(const std::vector<CredentialQuestion> &questions, QStringList values)
{
    if (isHostKeyQuestion(questions))
        return {QStringLiteral("y")};
    QStringList answers;
    QString name;
    for (const auto &question : questions) {
        // The name to act as is the name that logs in, unless the mechanism puts another there itself.
        answers << (isSecondName(question, questions) || values.isEmpty() ? QString() : values.takeFirst());
        if (question.kind == CredentialQuestion::Kind::AuthName)
            name = answers.last();
    }
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (isSecondName(questions[size_t(i)], questions))
            answers[i] = name;
    }
    return answers;
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
    bool answered = false;
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

PersonPrompt::PersonPrompt(CredentialDesk &desk, const QUuid &hostId, const QString &hostLabel, bool isRepeated)
    : m_shared(std::make_shared<Shared>()), m_counter(new QObject, [](QObject *object) { object->deleteLater(); }),
      m_hostId(hostId), m_hostLabel(hostLabel), m_isRepeated(isRepeated)
{
    m_shared->desk = &desk;
}

PersonPrompt::~PersonPrompt() = default;

std::optional<QStringList> PersonPrompt::ask(const std::vector<CredentialQuestion> &questions)
{
    auto request = requestFor(questions);
    request.hostId = m_hostId;
    request.hostLabel = m_hostLabel;
    request.isRepeated = m_isRepeated;
    auto question = std::make_shared<Question>();
    auto answer = question->promise.get_future();
    QMetaObject::invokeMethod(m_counter.get(), [shared = m_shared, request, question, questions] {
        if (shared->abandoned || !shared->desk) {
            question->settle(std::nullopt);
            return;
        }
        shared->question = question;
        const bool yesOrNo = request.kind == CredentialRequest::Kind::HostKey;
        shared->open = shared->desk->ask(request, [shared, question, questions, yesOrNo](const Answer &values) {
            shared->open = 0;
            shared->question = nullptr;
            shared->answered = values && !yesOrNo;
            question->settle(values ? Answer(answersTo(questions, *values)) : std::nullopt);
        });
    }, Qt::QueuedConnection);

    if (answer.wait_for(patience) == std::future_status::ready)
        return answer.get();
    QMetaObject::invokeMethod(m_counter.get(), [shared = m_shared] {
        shared->close();
    }, Qt::QueuedConnection);
    return std::nullopt;
}

bool PersonPrompt::isAsking() const
{
    return m_shared->question != nullptr;
}

bool PersonPrompt::wasAnswered() const
{
    return m_shared->answered;
}

void PersonPrompt::abandon()
{
    m_shared->abandoned = true;
    m_shared->close();
}
