// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/qemuimg.h"

#include "core/async/childprocess.h"

#include <QRegularExpression>

namespace {

const auto program = QStringLiteral("qemu-img");

/// A path that the tool takes for one, whatever characters it has: a name with a colon would be an address.
QString named(const QString &path)
{
    return path.startsWith(u'/') ? path : QStringLiteral("./") + path;
}

Result<void> done(const Result<QByteArray> &outcome)
{
    if (outcome)
        return {};
    auto error = outcome.error();
    // Of an image that it does not like, not a fault of ours.
    if (error.kind == Error::Kind::Internal)
        error.kind = Error::Kind::InvalidInput;
    return failure(std::move(error));
}

} // namespace

Result<void> qemuimg::convert(const QString &source, const QString &sourceFormat, const QString &target, const QString &targetFormat,
                              const Watch &watch)
{
    // "    (12.34/100%)", each behind a carriage return.
    static const QRegularExpression percent(QStringLiteral("\\((\\d+(?:\\.\\d+)?)/100%\\)"));
    ChildProcess child{program, {QStringLiteral("convert"), QStringLiteral("-p"), QStringLiteral("-f"), sourceFormat, QStringLiteral("-O"), targetFormat}, {}, {}};
    if (targetFormat == u"qcow2") // the order of blocks matters little, and writing several at once is faster
        child.arguments += QStringLiteral("-W");
    child.arguments += {named(source), named(target)};
    child.heard = [&watch](const QByteArray &part) {
        QString last;
        for (auto all = percent.globalMatch(QString::fromLatin1(part)); all.hasNext();)
            last = all.next().captured(1);
        if (watch.progress && !last.isEmpty())
            watch.progress(last.toDouble() / 100);
    };
    child.isCancelled = watch.isCancelled;
    return done(runChild(child));
}

Result<void> qemuimg::createOverlay(const QString &base, const QString &baseFormat, const QString &target)
{
    return done(runChild({program, {QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"), QStringLiteral("qcow2"), QStringLiteral("-F"), baseFormat,
                                    QStringLiteral("-b"), named(base), named(target)}, {}, {}}));
}

Result<void> qemuimg::grow(const QString &image, const QString &format, Bytes size)
{
    return done(runChild({program, {QStringLiteral("resize"), QStringLiteral("-q"), QStringLiteral("-f"), format, named(image), QString::number(size.count())}, {}, {}}));
}
