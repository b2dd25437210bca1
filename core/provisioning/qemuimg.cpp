// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/qemuimg.h"

#include "core/async/childprocess.h"

#include <QJsonDocument>
#include <QJsonObject>
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

/// What stands between the tool's options and the target.
Result<void> convertFrom(const QStringList &source, const QString &target, const QString &targetFormat, const qemuimg::Watch &watch)
{
    // "    (12.34/100%)", each behind a carriage return.
    static const QRegularExpression percent(QStringLiteral("\\((\\d+(?:\\.\\d+)?)/100%\\)"));
    ChildProcess child{program, {QStringLiteral("convert"), QStringLiteral("-p"), QStringLiteral("-O"), targetFormat}, {}, {}};
    if (targetFormat == u"qcow2") // the order of blocks matters little, and writing several at once is faster
        child.arguments += QStringLiteral("-W");
    child.arguments += source;
    child.arguments += named(target);
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

} // namespace

Result<void> qemuimg::convert(const QString &source, const QString &sourceFormat, const QString &target, const QString &targetFormat,
                              const Watch &watch)
{
    return convertFrom({QStringLiteral("-f"), sourceFormat, named(source)}, target, targetFormat, watch);
}

Result<void> qemuimg::convertStreamed(const QString &source, const QString &sourceFormat, const QString &target, const Watch &watch)
{
    return convertFrom({QStringLiteral("-o"), QStringLiteral("subformat=streamOptimized"), QStringLiteral("-f"), sourceFormat, named(source)}, target,
                       QStringLiteral("vmdk"), watch);
}

Result<void> qemuimg::convertPart(const Part &source, const QString &target, const QString &targetFormat, const Watch &watch)
{
    constexpr quint64 sector = 512; // of which the tool wants whole ones; in a tar they are filled up
    const QJsonObject file{{QStringLiteral("driver"), QStringLiteral("file")}, {QStringLiteral("filename"), source.file}};
    const QJsonObject part{{QStringLiteral("driver"), QStringLiteral("raw")}, {QStringLiteral("offset"), qint64(source.offset)},
                           {QStringLiteral("size"), qint64((source.length.count() + sector - 1) / sector * sector)}, {QStringLiteral("file"), file}};
    QJsonObject image{{QStringLiteral("driver"), source.format}, {QStringLiteral("file"), part}};
    if (source.format == u"vmdk" || source.format == u"qcow2")
        image.insert(QStringLiteral("backing"), QJsonValue::Null);
    const auto description = QString::fromUtf8(QJsonDocument(image).toJson(QJsonDocument::Compact));
    return convertFrom({QStringLiteral("json:") + description}, target, targetFormat, watch);
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
