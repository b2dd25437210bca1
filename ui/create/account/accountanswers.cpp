// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/account/accountanswers.h"

#include "core/async/deliver.h"
#include "core/guestsetup/guestsetup.h"
#include "core/provisioning/cloudchecks.h"

#include <QDir>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto typingPause = 250ms;

RecipeFinding findingOf(const SshKeysRead::Fault &fault)
{
    using P = SshKeysRead::Problem;
    using K = RecipeFinding::Kind;
    const auto kind = fault.problem == P::Private ? K::KeyPrivate
        : fault.problem == P::TooWeak             ? K::KeyTooWeak
        : fault.problem == P::HasOptions          ? K::KeyHasOptions
                                                  : K::KeyInvalid;
    return {kind, RecipeFinding::Severity::Blocker, RecipeFinding::Field::Keys, QString::number(fault.line)};
}
} // namespace

AccountAnswers::AccountAnswers(QObject *parent) : QObject(parent), m_account(accountOfThisPerson())
{
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &AccountAnswers::checkUserData);
}

AccountAnswers::~AccountAnswers() = default;

std::vector<RecipeFinding> AccountAnswers::findings() const
{
    std::vector<RecipeFinding> findings;
    for (const auto &fault : m_typed.faults)
        findings.push_back(findingOf(fault));
    if (m_userDataFinding)
        findings.push_back(*m_userDataFinding);
    return findings;
}

void AccountAnswers::lookForKeys()
{
    if (m_lookedForKeys)
        return;
    m_lookedForKeys = true;
    // A home may be far away.
    auto work = [folder = QDir::homePath() + QStringLiteral("/.ssh")]() -> Result<std::vector<SshKey>> { return findSshKeys(folder); };
    deliver(m_work.run(std::move(work)), this, [this](const Result<std::vector<SshKey>> &keys) {
        if (!keys)
            return;
        for (const auto &key : *keys)
            m_found.push_back({key});
        gatherKeys();
    });
}

void AccountAnswers::useFoundKey(size_t index, bool on)
{
    if (index >= m_found.size() || m_found[index].isUsed == on)
        return;
    m_found[index].isUsed = on;
    gatherKeys();
}

void AccountAnswers::setTypedKeys(const QString &text)
{
    if (text == m_typedKeys)
        return;
    m_typedKeys = text;
    m_typed = readSshKeys(text);
    gatherKeys();
}

void AccountAnswers::gatherKeys()
{
    m_account.keys.clear();
    for (const auto &found : m_found) {
        if (found.isUsed)
            m_account.keys.push_back(found.key);
    }
    for (const auto &key : m_typed.keys) {
        if (std::find(m_account.keys.begin(), m_account.keys.end(), key) == m_account.keys.end())
            m_account.keys.push_back(key);
    }
    Q_EMIT changed();
}

void AccountAnswers::edit(const std::function<void(GuestAccount &)> &change)
{
    change(m_account);
    Q_EMIT changed();
}

void AccountAnswers::editSetup(const std::function<void(CloudSetup &)> &change)
{
    change(m_setup);
    Q_EMIT changed();
}

void AccountAnswers::setUserData(const QString &text)
{
    if (text == m_setup.userData)
        return;
    m_setup.userData = text;
    ++m_checkAttempt;
    m_isChecking = true;
    m_typing.start(typingPause);
    Q_EMIT changed();
}

void AccountAnswers::checkUserData()
{
    const auto attempt = m_checkAttempt;
    auto work = [text = m_setup.userData.toUtf8()]() -> Result<YamlVerdict> {
        const auto module = guestSetup();
        if (!module)
            return failure(module.error());
        return (*module)->checkYaml(text);
    };
    deliver(m_work.run(std::move(work)), this, [this, attempt](const Result<YamlVerdict> &verdict) {
        if (attempt != m_checkAttempt)
            return;
        m_isChecking = false;
        // Where it cannot be read here, cloud-init will tell in its log.
        m_userDataFinding = userDataFinding(m_setup.userData, verdict.value_or(YamlVerdict{}));
        Q_EMIT changed();
    });
}
