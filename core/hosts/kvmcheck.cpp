// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/kvmcheck.h"

#include "core/base/filedescriptor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStringList>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace std::chrono_literals;
using Kind = KvmVerdict::Kind;

namespace {

Q_LOGGING_CATEGORY(logKvm, "core.kvm")

/// A working guest needs a few milliseconds; a computer may be busy for long.
constexpr auto guestLimit = 10s;
/// The test ends itself at its limit; this is for one that cannot.
constexpr auto processLimit = guestLimit + 2s;
constexpr qint64 longestAnswer = 256;

QString findProgram()
{
    if (const auto given = qEnvironmentVariable("VIVARIUM_KVM_HELPER"); !given.isEmpty())
        return given;
    const QDir here(QCoreApplication::applicationDirPath());
    for (const auto &candidate : {QStringLiteral("vivarium-kvm"), QStringLiteral("../libexec/vivarium/vivarium-kvm")}) {
        if (const QFileInfo file(here.filePath(candidate)); file.isExecutable())
            return file.absoluteFilePath();
    }
    return {};
}

/// Changes when the computer starts anew, and when the module that makes the device does.
QString presentDevice()
{
    QFile boot(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    struct stat device{};
    if (!boot.open(QIODevice::ReadOnly) || stat("/dev/kvm", &device) != 0)
        return {};
    return QStringLiteral("%1 %2 %3.%4").arg(QString::fromLatin1(boot.readAll().trimmed())).arg(device.st_ino)
        .arg(device.st_ctim.tv_sec).arg(device.st_ctim.tv_nsec);
}

/// First line: which device; second: what the test said of it.
std::optional<KvmVerdict> remembered(const QString &memory, const QString &device)
{
    QFile file(memory);
    if (device.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const auto lines = QString::fromUtf8(file.read(2 * longestAnswer)).split(u'\n');
    if (lines.size() < 2 || lines[0] != device)
        return {};
    return readKvmVerdict(lines[1]);
}

void remember(const QString &memory, const QString &device, const QString &line)
{
    if (device.isEmpty())
        return;
    QDir().mkpath(QFileInfo(memory).path());
    QSaveFile file(memory);
    if (file.open(QIODevice::WriteOnly)) {
        file.write((device + u'\n' + line + u'\n').toUtf8());
        file.commit();
    }
}

struct Said {
    QString line;
    bool isEnded = true;
};

/// Up to `limit` of whatever comes through the pipe, until its other end is closed.
Said hear(int pipe, std::chrono::milliseconds limit)
{
    QByteArray text;
    const auto end = std::chrono::steady_clock::now() + limit;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd waiting{pipe, POLLIN, 0};
        const int ready = left > 0ms ? poll(&waiting, 1, int(left.count())) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return {{}, false};
        char room[longestAnswer];
        const auto got = read(pipe, room, sizeof room);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        if (text.size() < longestAnswer)
            text.append(room, got);
    }
    return {QString::fromUtf8(text.left(longestAnswer)).section(u'\n', 0, 0).trimmed(), true};
}

/// Not QProcess: it waits for what it started, and this one may be stuck in the kernel for ever.
Said run(const QString &program)
{
    int ends[2];
    if (program.isEmpty() || pipe2(ends, O_CLOEXEC) != 0)
        return {};
    const FileDescriptor here(ends[0]);
    FileDescriptor there(ends[1]);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, there.get(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    auto path = QFile::encodeName(program);
    auto seconds = QByteArray::number(qint64(guestLimit.count()));
    char *arguments[] = {path.data(), seconds.data(), nullptr};
    pid_t child = 0;
    const bool isStarted = posix_spawn(&child, path.constData(), &files, nullptr, arguments, environ) == 0;
    posix_spawn_file_actions_destroy(&files);
    there.reset();
    if (!isStarted)
        return {};
    auto said = hear(here.get(), processLimit);
    if (!said.isEnded)
        kill(child, SIGKILL);
    // One that the signal does not end is left to the system, as is the memory of its end.
    waitpid(child, nullptr, said.isEnded ? 0 : WNOHANG);
    return said;
}

Result<KvmVerdict> putToTheTest(const QString &program, const QString &memory)
{
    const auto device = presentDevice();
    if (const auto known = remembered(memory, device))
        return *known;
    const auto said = run(program);
    const auto verdict = said.isEnded ? readKvmVerdict(said.line) : KvmVerdict{Kind::Hangs, QStringLiteral("hangs and cannot be ended")};
    qCDebug(logKvm) << "the test guest:" << verdict.detail;
    // What works answers at once whenever it is asked; what hangs must not cost the next start its time.
    if (verdict.kind == Kind::Hangs)
        remember(memory, device, verdict.detail);
    return verdict;
}

} // namespace

KvmVerdict readKvmVerdict(const QString &line)
{
    const auto word = line.section(u' ', 0, 0);
    const auto kind = word == u"works" ? Kind::Works : word == u"fails" ? Kind::Fails : word == u"hangs" ? Kind::Hangs : Kind::Unknown;
    return {kind, line};
}

KvmDoubt doubtOf(const KvmEvidence &evidence)
{
    switch (evidence.guest.kind) {
    case Kind::Works: return KvmDoubt::None;
    case Kind::Fails: return KvmDoubt::GuestFailed;
    case Kind::Hangs: return KvmDoubt::GuestHung;
    case Kind::Unknown: break;
    }
    return evidence.slowestAnswer > brokenKvmLimit ? KvmDoubt::SlowAnswers : KvmDoubt::None;
}

KvmCheck::KvmCheck()
    : KvmCheck(findProgram(), QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/vivarium/kvm"))
{
}

KvmCheck::KvmCheck(QString program, QString memory) : m_program(std::move(program)), m_memory(std::move(memory)) {}

QFuture<Result<KvmVerdict>> KvmCheck::verdict()
{
    if (!m_verdict)
        m_verdict = m_lane.run([program = m_program, memory = m_memory] { return putToTheTest(program, memory); });
    return *m_verdict;
}

KvmVerdict waitForVerdict(QFuture<Result<KvmVerdict>> verdict)
{
    const auto told = verdict.results(); // once it has ended; none where it was given up
    return !told.isEmpty() && told.first() ? *told.first() : KvmVerdict{};
}
