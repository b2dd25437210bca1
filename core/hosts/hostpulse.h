// SPDX-License-Identifier: GPL-3.0-or-later
// A second connection to a host that carries nothing but keepalive, so that a daemon which stops answering is
// noticed while calls wait for it. libvirt before 10.4 (CVE-2024-4418) neither notices nor survives that on a
// connection which several threads use: whoever waits is left waiting, and what arrives later is written to the
// stack of a call that is over. Without keepalive of its own, the first connection never gets there.
#pragma once

#include "core/libvirt/connection.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

struct HostPulse {
    ConnectHandle connection;
    Subscription closing;
};

/// What a person answered while the first connection was made, for the second one to say again.
class AnswersGiven final {
public:
    /// Asks by `ask` and keeps what was answered.
    static CredentialCallback keeping(const std::shared_ptr<AnswersGiven> &answers, CredentialCallback ask);
    /// Gives what was kept, and asks nobody.
    static CredentialCallback repeating(const std::shared_ptr<AnswersGiven> &answers);

private:
    std::vector<std::pair<QStringList, QStringList>> m_answers; ///< prompts and what was said; one worker at a time
};

/// Worker. `stopped` is called once on the event loop's thread when the host no longer answers. Where no second
/// connection can be had, `first` gets keepalive of its own.
Result<HostPulse> feelPulse(const ConnectHandle &first, const QString &uri, const CredentialCallback &credentials,
                            std::function<void()> stopped);
