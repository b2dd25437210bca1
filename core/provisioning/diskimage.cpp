// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/diskimage.h"

#include "core/archives/archives.h"
#include "core/provisioning/imagefile.h"
#include "core/provisioning/installmedia.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace {

constexpr int deepest = 16;
constexpr quint32 longestName = 1023;          // by the qcow2 specification
constexpr qint64 longestDescription = 64 * 1024; // VMware's are some hundred bytes, of many extents a few thousand

Error bad(const char *why, const QString &file)
{
    return Error{Error::Kind::InvalidInput, QString::fromLatin1(why), file};
}

/// Another image that an image stands on.
struct Backing {
    QString name;
    QString format; ///< empty where the image does not say
};

/// Where a name in an image leads. Nothing where it is an address of something else than a file.
std::optional<QString> resolved(const QString &name, const QString &image)
{
    // QEMU takes all before a colon for a protocol, unless a slash comes first; "file:" is the only one that is a file.
    const auto plain = name.startsWith(u"file:") ? name.mid(5) : name;
    const auto colon = plain.indexOf(u':');
    const auto slash = plain.indexOf(u'/');
    if (plain.isEmpty() || plain.contains(QChar(u'\0')) || (colon >= 0 && (slash < 0 || colon < slash)))
        return {};
    return QFileInfo(QFileInfo(image).absoluteDir(), plain).absoluteFilePath();
}

Result<std::optional<Backing>> backingOfQcow2(const ImageFile &file, const QString &path)
{
    const auto head = file.at(0, 104);
    const auto start = head.isEmpty() ? file.at(0, 72) : head;
    if (start.isEmpty())
        return failure(bad("the header is cut short", path));
    const bool isVersion3 = bigEndian<quint32>(start, 4) >= 3 && !head.isEmpty();
    constexpr quint64 hasDataFile = 1U << 2;
    if (isVersion3 && (bigEndian<quint64>(head, 72) & hasDataFile) != 0)
        return failure(bad("its content is in another file", path));
    const auto offset = bigEndian<quint64>(start, 8);
    const auto length = bigEndian<quint32>(start, 16);
    if (offset == 0)
        return std::optional<Backing>();
    if (length == 0 || length > longestName || offset > file.size().count())
        return failure(bad("the name of its backing file is damaged", path));
    const auto name = file.at(qint64(offset), length);
    if (name.isEmpty())
        return failure(bad("the name of its backing file is damaged", path));
    Backing backing{QString::fromUtf8(name), {}};
    // Extensions follow the header: type, length, content filled up to eight bytes.
    constexpr quint32 formatExtension = 0xE2792ACA;
    qint64 at = isVersion3 ? qint64(bigEndian<quint32>(head, 100)) : 72;
    for (int count = 0; count < 64; ++count) {
        const auto extension = file.at(at, 8);
        const auto type = extension.isEmpty() ? 0 : bigEndian<quint32>(extension, 0);
        const auto size = extension.isEmpty() ? 0 : bigEndian<quint32>(extension, 4);
        if (type == 0 || size > longestDescription)
            break;
        if (type == formatExtension)
            backing.format = QString::fromLatin1(file.at(at + 8, size));
        at += 8 + (qint64(size) + 7) / 8 * 8;
    }
    return std::optional(backing);
}

Result<std::optional<Backing>> backingOfQcow(const ImageFile &file, const QString &path)
{
    const auto head = file.at(0, 20);
    if (head.isEmpty())
        return failure(bad("the header is cut short", path));
    const auto offset = bigEndian<quint64>(head, 8);
    const auto length = bigEndian<quint32>(head, 16);
    if (offset == 0)
        return std::optional<Backing>();
    const auto name = length > 0 && length <= longestName ? file.at(qint64(offset), length) : QByteArray();
    if (name.isEmpty())
        return failure(bad("the name of its backing file is damaged", path));
    return std::optional(Backing{QString::fromUtf8(name), {}}); // has no place for a format
}

/// The text that describes a VMDK; empty where it has none.
QByteArray vmdkDescription(const ImageFile &file)
{
    const auto head = file.at(0, 512);
    if (!head.startsWith("KDMV"))
        return file.at(0, std::min<qint64>(qint64(file.size().count()), longestDescription));
    const auto offset = littleEndian<quint64>(head, 28);
    const auto sectors = littleEndian<quint64>(head, 36);
    if (offset == 0 || offset > file.size().count() / 512)
        return {};
    const auto length = std::min<qint64>(qint64(std::min<quint64>(sectors, 4096)) * 512, longestDescription);
    auto text = file.at(qint64(offset) * 512, std::min(length, qint64(file.size().count() - offset * 512)));
    if (const auto end = text.indexOf('\0'); end >= 0)
        text.truncate(end);
    return text;
}

Result<QStringList> extentsOfVmdk(const ImageFile &file, const QString &path)
{
    static const QRegularExpression extent(
        QStringLiteral("^\\s*(?:RW|RDONLY|NOACCESS)\\s+\\d+\\s+(\\w+)(?:\\s+\"([^\"]*)\")?"), QRegularExpression::MultilineOption);
    static const QRegularExpression parent(QStringLiteral("^\\s*parentFileNameHint\\s*="), QRegularExpression::MultilineOption);
    const auto text = QString::fromUtf8(vmdkDescription(file));
    if (parent.match(text).hasMatch())
        return failure(bad("it is a difference to another disk", path));
    QStringList extents;
    const auto own = QFileInfo(path).absoluteFilePath();
    for (auto matches = extent.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const auto name = match.captured(2);
        if (match.captured(1) == u"ZERO")
            continue;
        // A sparse file describes itself, often under the name that it was made with.
        if (match.captured(1) == u"SPARSE" || match.captured(1) == u"COWD") {
            if (file.at(0, 4) == "KDMV")
                continue;
        }
        if (name.isEmpty() || name.contains(u'/') || name.contains(u'\\') || name.contains(u':') || name.startsWith(u'.'))
            return failure(bad("its content is in a file of another folder", path));
        extents += QFileInfo(QFileInfo(own).absoluteDir(), name).absoluteFilePath();
    }
    return extents;
}

Result<std::optional<Backing>> backingOf(const QString &format, const QString &path)
{
    if (format != u"qcow2" && format != u"qcow")
        return std::optional<Backing>();
    const auto file = ImageFile::open(path);
    if (!file)
        return failure(file.error());
    return format == u"qcow2" ? backingOfQcow2(*file, path) : backingOfQcow(*file, path);
}

Result<QStringList> chainOf(QString format, const QString &image)
{
    QStringList chain;
    auto path = QFileInfo(image).absoluteFilePath();
    const auto first = path;
    for (;;) {
        const auto backing = backingOf(format, path);
        if (!backing)
            return failure(backing.error());
        if (!*backing)
            return chain;
        const auto next = resolved((*backing)->name, path);
        if (!next)
            return failure(bad("it stands on something that is no file", path));
        // QEMU would look for itself, and take what a guest wrote to a raw disk for a header.
        if ((*backing)->format.isEmpty())
            return failure(bad("it does not say the format of the file that it stands on", path));
        if (chain.contains(*next) || *next == first || chain.size() == deepest)
            return failure(bad("its chain of backing files has no end", path));
        if (!QFileInfo(*next).isFile())
            return failure(Error::Kind::NotFound, QStringLiteral("a file that it stands on is missing"), *next);
        chain += *next;
        format = (*backing)->format;
        path = *next;
    }
}

/// What is in a compressed file, by its first bytes.
Result<void> lookInside(DiskImage &image, const QString &path)
{
    const auto module = archives();
    if (!module)
        return failure(module.error());
    const auto head = (*module)->startOfCompressed(path, 64 * 1024);
    if (!head)
        return failure(head.error());
    const auto inside = probeHead(*head);
    image.format = inside.diskFormat;
    image.isIso = inside.isIso;
    image.virtualSize = inside.diskFormat == u"raw" ? Bytes() : inside.virtualSize;
    return {};
}

} // namespace

Result<DiskImage> examineDisk(const QString &path)
{
    const auto probe = probeImage(path);
    if (!probe)
        return failure(probe.error());
    DiskImage image;
    image.format = probe->diskFormat;
    image.packing = probe->packing;
    image.fileSize = probe->fileSize;
    image.virtualSize = probe->virtualSize;
    image.isIso = probe->isIso && probe->diskFormat == u"raw";
    if (!image.packing.isEmpty()) {
        if (const auto looked = lookInside(image, path); !looked)
            return failure(looked.error());
        return image;
    }
    if (image.format == u"vmdk") {
        const auto file = ImageFile::open(path);
        const auto extents = file ? extentsOfVmdk(*file, path) : Result<QStringList>(failure(file.error()));
        if (!extents)
            return failure(extents.error());
        for (const auto &extent : *extents) {
            if (!QFileInfo(extent).isFile())
                return failure(Error::Kind::NotFound, QStringLiteral("a file that holds its content is missing"), extent);
        }
        image.extents = *extents;
    }
    const auto chain = chainOf(image.format, path);
    if (!chain)
        return failure(chain.error());
    image.chain = *chain;
    return image;
}
