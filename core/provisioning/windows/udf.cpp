// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/discfile.h"

#include <QString>

#include <algorithm>

namespace {

constexpr qint64 block = 2048; // of every optical disc
constexpr qint64 anchorBlock = 256;
constexpr qint64 longestSequence = 64;    // descriptors; real images have six
constexpr quint64 largestFolder = 4 << 20;
constexpr quint64 largestFile = 1ULL << 40;
constexpr size_t mostExtents = 4096;

// ECMA-167 3/7.2.1, 4/7.2.1
enum Tag : quint16 { Anchor = 2, Partition = 5, LogicalVolume = 6, Terminator = 8, FileSet = 256, FileIdentifier = 257, File = 261, ExtendedFile = 266 };

struct Place {
    quint32 length = 0;
    quint32 where = 0; ///< block of the partition
};

Place longAllocation(const QByteArray &data, qsizetype at)
{
    return {littleEndian<quint32>(data, at) & 0x3FFFFFFF, littleEndian<quint32>(data, at + 4)};
}

class UdfVolume {
public:
    explicit UdfVolume(const ImageFile &image) : m_image(image) {}

    std::optional<DiscFile> find(const QByteArrayList &path)
    {
        auto entry = root();
        for (const auto &name : path) {
            const auto inside = entry ? entryOf(*entry) : std::nullopt;
            entry = inside && inside->isFolder ? lookUp(inside->file, QString::fromUtf8(name)) : std::nullopt;
        }
        const auto found = entry ? entryOf(*entry) : std::nullopt;
        return found && !found->isFolder ? std::optional(found->file) : std::nullopt;
    }

private:
    struct Entry {
        bool isFolder;
        DiscFile file;
    };

    QByteArray blockAt(qint64 number, std::initializer_list<Tag> tags) const
    {
        auto data = m_image.at(number * block, block);
        const bool fits = !data.isEmpty() && std::find(tags.begin(), tags.end(), littleEndian<quint16>(data, 0)) != tags.end();
        return fits ? data : QByteArray();
    }

    /// Place of the root folder's entry.
    std::optional<Place> root()
    {
        const auto anchor = blockAt(anchorBlock, {Tag::Anchor});
        if (anchor.isEmpty())
            return std::nullopt;
        std::optional<Place> fileSet;
        const qint64 count = std::min<qint64>(littleEndian<quint32>(anchor, 16) / block, longestSequence);
        const qint64 first = littleEndian<quint32>(anchor, 20);
        for (qint64 i = 0; i < count; ++i) {
            const auto descriptor = blockAt(first + i, {Tag::Partition, Tag::LogicalVolume, Tag::Terminator, Tag(1), Tag(4), Tag(7)});
            const auto tag = descriptor.isEmpty() ? quint16(Tag::Terminator) : littleEndian<quint16>(descriptor, 0);
            if (tag == Tag::Terminator)
                break;
            if (tag == Tag::Partition)
                m_partition = littleEndian<quint32>(descriptor, 188);
            // Maps of the second type lead through tables that no pressed disc has.
            else if (tag == Tag::LogicalVolume && littleEndian<quint32>(descriptor, 212) == block && descriptor[440] == 1)
                fileSet = longAllocation(descriptor, 248);
        }
        if (!fileSet || m_partition == 0)
            return std::nullopt;
        const auto set = blockAt(m_partition + fileSet->where, {Tag::FileSet});
        return set.isEmpty() ? std::nullopt : std::optional(longAllocation(set, 400));
    }

    std::optional<Entry> entryOf(const Place &place) const
    {
        const auto data = blockAt(m_partition + place.where, {Tag::File, Tag::ExtendedFile});
        if (data.isEmpty())
            return std::nullopt;
        const auto fixed = littleEndian<quint16>(data, 0) == Tag::File ? 176 : 216;
        const auto size = littleEndian<quint64>(data, 56);
        const qint64 attributes = littleEndian<quint32>(data, fixed - 8);
        const qint64 length = littleEndian<quint32>(data, fixed - 4);
        const bool isFolder = data[27] == 4;
        if (size > (isFolder ? largestFolder : largestFile) || fixed + attributes + length > block)
            return std::nullopt;
        const auto begin = fixed + attributes;
        const auto kind = littleEndian<quint16>(data, 34) & 7;
        if (kind == 3) // so small that it is kept in its own entry
            return qint64(size) <= length ? std::optional(Entry{isFolder, DiscFile({{(m_partition + place.where) * block + begin, length}}, qint64(size))})
                                          : std::nullopt;
        if (kind > 1)
            return std::nullopt;
        std::vector<DiscExtent> extents;
        if (!collect(data.sliced(begin, length), kind == 0 ? 8 : 16, extents))
            return std::nullopt;
        return Entry{isFolder, DiscFile(std::move(extents), qint64(size))};
    }

    bool collect(QByteArray list, int width, std::vector<DiscExtent> &extents) const
    {
        for (int hops = 0; hops < 64; ++hops) {
            std::optional<Place> next;
            for (qsizetype at = 0; at + width <= list.size() && !next; at += width) {
                const auto place = longAllocation(list, at);
                const auto kind = littleEndian<quint32>(list, at) >> 30;
                if (place.length == 0)
                    return true;
                if (kind == 3)
                    next = place;
                else if (extents.size() == mostExtents)
                    return false;
                else
                    extents.push_back({(m_partition + place.where) * block, place.length, kind != 0});
            }
            if (!next)
                return true;
            const auto data = m_image.at((m_partition + next->where) * block, block); // ECMA-167 4/14.5: a head of 24 bytes
            if (data.isEmpty())
                return false;
            list = data.sliced(24, std::min<qint64>(littleEndian<quint32>(data, 20), block - 24));
        }
        return false;
    }

    std::optional<Place> lookUp(const DiscFile &folder, const QString &wanted) const
    {
        const auto data = folder.size() > 0 ? folder.at(m_image, 0, folder.size()) : QByteArray();
        for (qsizetype at = 0; at + 38 <= data.size();) {
            if (littleEndian<quint16>(data, at) != Tag::FileIdentifier)
                return std::nullopt;
            const qsizetype nameLength = quint8(data[at + 19]);
            const qsizetype nameAt = at + 38 + littleEndian<quint16>(data, at + 36);
            if (nameAt + nameLength > data.size())
                return std::nullopt;
            const bool isThere = (quint8(data[at + 18]) & 0x0C) == 0; // neither deleted nor the way up
            if (isThere && nameFrom(data.sliced(nameAt, nameLength)).compare(wanted, Qt::CaseInsensitive) == 0)
                return longAllocation(data, at + 20);
            at = (nameAt + nameLength + 3) / 4 * 4;
        }
        return std::nullopt;
    }

    /// OSTA compressed Unicode: the first byte says how many bits a character has.
    static QString nameFrom(const QByteArray &text)
    {
        if (text.isEmpty())
            return {};
        if (text[0] == 8)
            return QString::fromLatin1(text.sliced(1));
        QString name;
        for (qsizetype at = 1; at + 2 <= text.size(); at += 2)
            name += QChar(bigEndian<quint16>(text, at));
        return name;
    }

    const ImageFile &m_image;
    qint64 m_partition = 0; ///< its first block
};

} // namespace

std::optional<DiscFile> findOnUdf(const ImageFile &image, const QByteArrayList &path)
{
    return UdfVolume(image).find(path);
}
