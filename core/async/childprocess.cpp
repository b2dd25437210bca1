// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/async/childprocess.h"

#include <QProcess>

namespace {

constexpr int lookInterval = 100; // ms between looks at the cancellation
constexpr qsizetype mostKept = 1 << 20;

void keep(QByteArray &text, const QByteArray &part)
{
    text += part;
    if (text.size() > mostKept)
        text.remove(0, text.size() - mostKept);
}

Error failureOf(const ChildProcess &child, const QByteArray &complaint)
{
    const auto text = QString::fromUtf8(complaint).trimmed();
    const bool isFull = text.contains(u"No space left") || text.contains(u"Disk quota exceeded");
    return Error{isFull ? Error::Kind::NoSpace : Error::Kind::Internal, text, child.program};
}

} // namespace

Result<QByteArray> runChild(const ChildProcess &child)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C")); // its words are read
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(child.program, child.arguments, QIODevice::ReadOnly);
    QByteArray said;
    QByteArray complaint;
    const auto hear = [&] {
        if (const auto part = process.readAllStandardOutput(); !part.isEmpty()) {
            keep(said, part);
            if (child.heard)
                child.heard(part);
        }
        keep(complaint, process.readAllStandardError());
    };
    if (!process.waitForStarted(-1))
        return failure(Error::Kind::Unsupported, process.errorString(), child.program);
    while (process.state() != QProcess::NotRunning) {
        process.waitForReadyRead(lookInterval);
        hear();
        if (child.isCancelled && child.isCancelled()) {
            process.kill();
            process.waitForFinished(-1);
            return failure(Error::Kind::Cancelled, {}, child.program);
        }
    }
    hear();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failure(failureOf(child, complaint));
    return said;
}
