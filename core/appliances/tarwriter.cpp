// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/tarwriter.h"

#include <QtEndian>

#include <algorithm>

namespace {
constexpr qint64 block = 512;
constexpr qint64 pieceSize = 4 << 20;
constexpr quint64 mostOctal = 1ULL << 33; // eleven digits

QByteArray padding(quint64 size)
{
    return QByteArray((block - qint64(size % block)) % block, '\0');
}
} // namespace

TarWriter::TarWriter(const QString &path) : m_file(path) {}

Result<void> TarWriter::open()
{
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return {};
    return failure(Error::Kind::Refused, m_file.errorString(), m_file.fileName());
}

Result<void> TarWriter::write(const QByteArray &bytes)
{
    if (m_file.write(bytes) == bytes.size())
        return {};
    return failure(Error::Kind::NoSpace, m_file.errorString(), m_file.fileName());
}

Result<void> TarWriter::writeHeader(const QString &name, quint64 size)
{
    const auto encoded = name.toUtf8();
    if (encoded.isEmpty() || encoded.size() > 100)
        return failure(Error::Kind::InvalidInput, QStringLiteral("a name is too long for the archive"), name);
    QByteArray head(block, '\0');
    const auto put = [&head](qsizetype at, const QByteArray &text) { head.replace(at, text.size(), text); };
    const auto octal = [](quint64 value, int digits) { return QByteArray::number(value, 8).rightJustified(digits, '0'); };
    put(0, encoded);
    put(100, octal(0644, 7));
    put(108, octal(0, 7));
    put(116, octal(0, 7));
    if (size < mostOctal) {
        put(124, octal(size, 11));
    } else {
        head[124] = char(0x80);
        qToBigEndian(size, head.data() + 128);
    }
    put(136, octal(0, 11)); // the same content makes the same archive
    head[156] = '0';
    put(257, QByteArray("ustar\0" "00", 8));
    put(148, "        ");
    quint64 sum = 0;
    for (const char c : head)
        sum += static_cast<unsigned char>(c);
    put(148, octal(sum, 6) + QByteArray("\0 ", 2));
    return write(head);
}

Result<void> TarWriter::add(const QString &name, const QByteArray &content)
{
    if (auto head = writeHeader(name, quint64(content.size())); !head)
        return head;
    return write(content + padding(quint64(content.size())));
}

Result<void> TarWriter::add(const QString &name, const ByteSource &source, const Progress &progress, const std::function<bool()> &isCancelled)
{
    QFile from(source.path);
    if (!from.open(QIODevice::ReadOnly) || !from.seek(qint64(source.offset)))
        return failure(Error::Kind::Refused, from.errorString(), source.path);
    if (auto head = writeHeader(name, source.size.count()); !head)
        return head;
    for (quint64 done = 0; done < source.size.count();) {
        if (isCancelled && isCancelled())
            return failure(Error::Kind::Cancelled, {}, name);
        const auto bytes = from.read(std::min(qint64(source.size.count() - done), pieceSize));
        if (bytes.isEmpty())
            return failure(Error::Kind::InvalidInput, QStringLiteral("the file is cut short"), source.path);
        if (auto written = write(bytes); !written)
            return written;
        done += quint64(bytes.size());
        if (progress)
            progress(Bytes(done));
    }
    return write(padding(source.size.count()));
}

Result<void> TarWriter::finish()
{
    if (auto end = write(QByteArray(2 * block, '\0')); !end)
        return end;
    if (m_file.flush())
        return {};
    return failure(Error::Kind::NoSpace, m_file.errorString(), m_file.fileName());
}
