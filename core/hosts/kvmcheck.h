// SPDX-License-Identifier: GPL-3.0-or-later
// Does hardware acceleration on this computer work? A daemon only says that /dev/kvm opens. So a guest of a few instructions
// is run (app/kvm), in a process of its own with a limit of time, once for all hosts of this program; an answer that took
// long is remembered until the computer or the kernel's module starts anew. Nothing here blocks but waitForVerdict().
#pragma once

#include "core/async/lane.h"
#include "core/base/result.h"

#include <QFuture>
#include <QString>

#include <chrono>
#include <optional>

/// What the guest showed.
struct KvmVerdict {
    enum class Kind {
        Unknown, ///< it could not be put to the test: not permitted, in use by another hypervisor, another architecture …
        Works,
        Fails,   ///< the guest broke off at an instruction that every system uses
        Hangs,   ///< the guest did not get on within the limit
    };
    Kind kind = Kind::Unknown;
    QString detail; ///< as the test said it, in English; for the log
};

/// All that tells of one host's KVM.
struct KvmEvidence {
    KvmVerdict guest;                           ///< of this computer's own alone
    std::chrono::milliseconds slowestAnswer{0}; ///< of the daemon, for KVM or to a definition
};

enum class KvmDoubt { None, SlowAnswers, GuestFailed, GuestHung };

/// A daemon answers for KVM in well under a second, and from its memory after that. Longer than this, it is waiting
/// for an emulator that hangs: /dev/kvm opens and does not work.
constexpr std::chrono::seconds brokenKvmLimit{5};

/// A guest that ran outweighs every guess by time. Pure.
KvmDoubt doubtOf(const KvmEvidence &evidence);
/// Of one line of the test program; Unknown where it is none. Pure.
KvmVerdict readKvmVerdict(const QString &line);

/// GUI thread.
class KvmCheck final {
public:
    /// The program's own test, and the person's cache folder.
    KvmCheck();
    KvmCheck(QString program, QString memory);

    /// The first call starts the guest; every later one gives the same answer.
    QFuture<Result<KvmVerdict>> verdict();

private:
    const QString m_program;
    const QString m_memory; ///< a file
    std::optional<QFuture<Result<KvmVerdict>>> m_verdict;
    Lane m_lane{QStringLiteral("kvm")};
};

/// Blocks until it is there, so in a worker, or where it has finished; Unknown when it never came.
KvmVerdict waitForVerdict(QFuture<Result<KvmVerdict>> verdict);
