// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/bytesource.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <memory>

namespace {

constexpr qint64 pieceSize = 1 << 20;

Result<std::unique_ptr<QFile>> opened(const ByteSource &source)
{
    auto file = std::make_unique<QFile>(source.path);
    if (!file->open(QIODevice::ReadOnly) || !file->seek(qint64(source.offset))) {
        const auto kind = file->error() == QFileDevice::OpenError && !QFileInfo::exists(source.path) ? Error::Kind::NotFound : Error::Kind::Refused;
        return failure(kind, file->errorString(), source.path);
    }
    return file;
}

} // namespace

Result<ByteSource> wholeFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound, QStringLiteral("No such file"), path);
    if (!info.isFile())
        return failure(Error::Kind::InvalidInput, QStringLiteral("not a plain file"), path);
    if (!info.isReadable())
        return failure(Error::Kind::Refused, QStringLiteral("Permission denied"), path);
    return ByteSource{info.absoluteFilePath(), 0, Bytes(quint64(info.size())), true};
}

Result<QByteArray> readSource(const ByteSource &source, Bytes limit)
{
    if (source.size > limit)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the file is larger than %1 MiB").arg(limit.inMib()), source.path);
    const auto bytes = readStart(source, qint64(source.size.count()));
    if (bytes && quint64(bytes->size()) != source.size.count())
        return failure(Error::Kind::InvalidInput, QStringLiteral("the file is cut short"), source.path);
    return bytes;
}

Result<QByteArray> readStart(const ByteSource &source, qint64 count)
{
    const auto file = opened(source);
    if (!file)
        return failure(file.error());
    return (*file)->read(std::min(count, qint64(source.size.count())));
}

Result<QByteArray> digestOf(const ByteSource &source, QCryptographicHash::Algorithm algorithm, const std::function<bool()> &isCancelled)
{
    const auto file = opened(source);
    if (!file)
        return failure(file.error());
    QCryptographicHash hash(algorithm);
    auto left = qint64(source.size.count());
    QByteArray piece(pieceSize, Qt::Uninitialized);
    while (left > 0) {
        if (isCancelled && isCancelled())
            return failure(Error::Kind::Cancelled, {});
        const auto count = (*file)->read(piece.data(), std::min(left, pieceSize));
        if (count <= 0)
            return failure(Error::Kind::InvalidInput, QStringLiteral("the file is cut short"), source.path);
        hash.addData(QByteArrayView(piece.constData(), count));
        left -= count;
    }
    return hash.result().toHex();
}
