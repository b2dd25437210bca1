// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/hostpulse.h"

#include <utility>

namespace {
QStringList promptsOf(const std::vector<CredentialQuestion> &questions)
{
    QStringList prompts;
    for (const auto &question : questions)
        prompts << question.prompt;
    return prompts;
}
} // namespace

CredentialCallback AnswersGiven::keeping(const std::shared_ptr<AnswersGiven> &answers, CredentialCallback ask)
{
    return [answers, ask = std::move(ask)](const std::vector<CredentialQuestion> &questions) {
        auto said = ask(questions);
        if (said)
            answers->m_answers.emplace_back(promptsOf(questions), *said);
        return said;
    };
}

CredentialCallback AnswersGiven::repeating(const std::shared_ptr<AnswersGiven> &answers)
{
    return [answers](const std::vector<CredentialQuestion> &questions) -> std::optional<QStringList> {
        const auto prompts = promptsOf(questions);
        for (const auto &[asked, said] : answers->m_answers) {
            if (asked == prompts)
                return said;
        }
        return std::nullopt;
    };
}

Result<HostPulse> feelPulse(const ConnectHandle &first, const QString &uri, const CredentialCallback &credentials,
                            std::function<void()> stopped)
{
    HostPulse pulse;
    auto opened = connections::open(uri, Access::ReadOnly, credentials);
    if (!opened) {
        (void)connections::keepAlive(first, connections::Pulse::On);
        return failure(opened.error());
    }
    pulse.connection = std::move(*opened);
    auto closing = connections::onClose(pulse.connection, [stopped = std::move(stopped)](CloseReason reason) {
        // A daemon that ends closes the first connection as well, which says so itself.
        if (reason == CloseReason::KeepAlive)
            stopped();
    });
    if (!closing || !connections::keepAlive(pulse.connection, connections::Pulse::On)) {
        (void)connections::keepAlive(first, connections::Pulse::On);
        return failure(Error::Kind::Unsupported, {}, uri);
    }
    pulse.closing = std::move(*closing);
    return pulse;
}
