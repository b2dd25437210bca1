// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/vmdkdescription.h"

#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>

namespace {

constexpr quint64 sector = 512;
constexpr quint64 mostSectors = 1ULL << 50;
constexpr qsizetype mostFiles = 4096;

template<class Number>
Number at(const QByteArray &bytes, qsizetype offset)
{
    return qFromLittleEndian<Number>(bytes.constData() + offset);
}

tl::unexpected<Error> bad(const char *why)
{
    return failure(Error::Kind::InvalidInput, QString::fromLatin1(why));
}

QString valueOf(const QString &text, const QString &key)
{
    const QRegularExpression line(QStringLiteral("^\\s*%1\\s*=\\s*\"?([^\"\\r\\n]*)\"?\\s*$").arg(QRegularExpression::escape(key)),
                                  QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
    return line.match(text).captured(1).trimmed();
}

/// `hasContent`: the file that the text stands in holds the content itself; what it names is its own, former name.
Result<void> readText(const QByteArray &bytes, bool hasContent, VmdkDescription &into)
{
    const auto text = QString::fromUtf8(bytes.left(bytes.indexOf('\0') < 0 ? bytes.size() : bytes.indexOf('\0')));
    into.adapter = valueOf(text, QStringLiteral("ddb.adapterType"));
    into.isStreamed = into.isStreamed || valueOf(text, QStringLiteral("createType")) == u"streamOptimized";
    // Wherever it stands: readers look for the word, not for the line.
    static const QRegularExpression parent(QStringLiteral("parentFileNameHint\\s*=?\\s*\"?([^\"\\r\\n]*)"));
    into.parent = parent.match(text).captured(1).trimmed();
    if (into.parent.isEmpty() && text.contains(u"parentFileNameHint"))
        return bad("the disk's description is not understood");
    static const QRegularExpression extent(QStringLiteral("^\\s*(RW|RDONLY|NOACCESS)\\s+(\\d+)\\s+(\\w+)(?:\\s+\"([^\"\\r\\n]*)\")?"),
                                           QRegularExpression::MultilineOption);
    quint64 sectors = 0;
    for (auto found = extent.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        sectors = std::min(mostSectors, sectors + std::min(mostSectors, match.captured(2).toULongLong()));
        if (match.captured(3) == u"ZERO")
            continue;
        if (match.captured(3).startsWith(u"VMFSRAW") || match.captured(3).startsWith(u"VMFSRDM"))
            return bad("the disk is a physical one, whose content is not in the file");
        if (into.files.size() >= mostFiles)
            return bad("the disk consists of more files than is accepted");
        if (!hasContent && !into.files.contains(match.captured(4)))
            into.files += match.captured(4);
    }
    if (into.capacity.isZero())
        into.capacity = Bytes(sectors * sector);
    if (!hasContent && into.files.isEmpty())
        return bad("the disk's description names no file with its content");
    return {};
}

} // namespace

Result<VmdkDescription> readVmdkStart(const QByteArray &start)
{
    VmdkDescription read;
    if (start.startsWith("KDMV")) {
        if (start.size() < qsizetype(sector))
            return bad("the disk is cut short");
        const auto capacity = at<quint64>(start, 12);
        const auto offset = at<quint64>(start, 28);
        const auto count = at<quint64>(start, 36);
        if (capacity == 0 || capacity > mostSectors)
            return bad("the disk's header makes no sense");
        read.capacity = Bytes(capacity * sector);
        read.isStreamed = at<quint16>(start, 77) == 1;
        if (offset == 0 || count == 0)
            return read; // one of several files, without a description
        if (offset > quint64(vmdkStart) / sector || count > quint64(vmdkStart) / sector)
            return bad("the disk's header makes no sense");
        const auto text = start.mid(qsizetype(offset * sector), qsizetype(count * sector));
        if (const auto outcome = readText(text, true, read); !outcome)
            return failure(outcome.error());
        return read;
    }
    if (start.startsWith("COWD")) {
        if (start.size() < qsizetype(sector))
            return bad("the disk is cut short");
        read.capacity = Bytes(quint64(at<quint32>(start, 12)) * sector);
        return read;
    }
    if (!start.startsWith("# Disk DescriptorFile"))
        return bad("not a VMDK");
    if (const auto outcome = readText(start, false, read); !outcome)
        return failure(outcome.error());
    return read;
}
