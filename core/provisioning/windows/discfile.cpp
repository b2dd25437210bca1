// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/windows/discfile.h"

#include <algorithm>

namespace {

constexpr qint64 sector = 2048;
constexpr qint64 firstDescriptor = 16;
constexpr qint64 maxDescriptors = 32;
constexpr qint64 largestFolder = 4 << 20;
constexpr int mostSections = 64; // of a file that is larger than a record can say

struct IsoRecord {
    qint64 start = 0; ///< a byte of the image
    qint64 length = 0;
    bool isFolder = false;
    bool continues = false; ///< another record has the rest
    QByteArray name;
    QByteArray linuxName; ///< by Rock Ridge, which keeps what the standard's few letters cannot; empty where there is none
};

/// The NM entries (IEEE P1282) in what a record has behind its name; a name that goes on elsewhere is not followed.
QByteArray rockRidgeName(const QByteArray &record, qsizetype place)
{
    constexpr int goesOn = 1;
    QByteArray name;
    while (place + 5 <= record.size()) {
        const auto length = quint8(record[place + 2]);
        if (length < 4 || place + length > record.size())
            break;
        if (record[place] == 'N' && record[place + 1] == 'M' && length > 5) {
            name += record.sliced(place + 5, length - 5);
            if ((quint8(record[place + 4]) & goesOn) == 0)
                break;
        }
        place += length;
    }
    return name;
}

std::optional<IsoRecord> recordAt(const QByteArray &folder, qsizetype place)
{
    const auto length = place < folder.size() ? quint8(folder[place]) : 0;
    if (length < 34 || place + length > folder.size())
        return std::nullopt;
    const auto nameLength = quint8(folder[place + 32]);
    if (33 + nameLength > length)
        return std::nullopt;
    IsoRecord record;
    record.start = qint64(littleEndian<quint32>(folder, place + 2)) * sector;
    record.length = littleEndian<quint32>(folder, place + 10);
    record.isFolder = (quint8(folder[place + 25]) & 2) != 0;
    record.continues = (quint8(folder[place + 25]) & 0x80) != 0;
    record.name = folder.sliced(place + 33, nameLength);
    if (const auto version = record.name.indexOf(';'); version > 0)
        record.name.truncate(version);
    if (record.name.size() > 1 && record.name.endsWith('.')) // of a name without an ending
        record.name.chop(1);
    record.linuxName = rockRidgeName(folder.sliced(place, length), 33 + nameLength + (nameLength % 2 == 0 ? 1 : 0));
    return record;
}

/// All records of that name, which are the sections of one file.
std::vector<IsoRecord> recordsNamed(const QByteArray &folder, const QByteArray &name)
{
    std::vector<IsoRecord> found;
    for (qsizetype place = 0; place < folder.size() && found.size() < mostSections;) {
        const auto length = quint8(folder[place]);
        if (length == 0) { // no record crosses from one sector to the next
            place = (place / sector + 1) * sector;
            continue;
        }
        const auto record = recordAt(folder, place);
        if (!record)
            return found;
        if (record->name.compare(name, Qt::CaseInsensitive) == 0 || record->linuxName.compare(name, Qt::CaseInsensitive) == 0) {
            found.push_back(*record);
            if (!record->continues)
                return found;
        }
        place += length;
    }
    return found;
}

std::optional<IsoRecord> isoRoot(const ImageFile &image)
{
    for (qint64 i = 0; i < maxDescriptors; ++i) {
        const auto descriptor = image.at((firstDescriptor + i) * sector, sector);
        if (descriptor.isEmpty() || descriptor.sliced(1, 5) != "CD001" || quint8(descriptor[0]) == 255)
            return std::nullopt;
        if (descriptor[0] == 1)
            return recordAt(descriptor.sliced(156, 34), 0);
    }
    return std::nullopt;
}

} // namespace

QByteArray DiscFile::at(const ImageFile &image, qint64 offset, qint64 count) const
{
    if (offset < 0 || count <= 0 || offset > m_size - count)
        return {};
    QByteArray data;
    qint64 begin = 0;
    for (const auto &extent : m_extents) {
        const auto end = begin + extent.length;
        const auto from = std::max(offset + data.size(), begin);
        const auto to = std::min(offset + count, end);
        if (from < to) {
            const auto piece = extent.isHole ? QByteArray(to - from, '\0') : image.at(extent.offset + (from - begin), to - from);
            if (piece.isEmpty())
                return {};
            data += piece;
        }
        begin = end;
    }
    return data.size() == count ? data : QByteArray();
}

std::optional<DiscFile> findOnIso(const ImageFile &image, const QByteArrayList &path)
{
    auto root = isoRoot(image);
    if (!root)
        return std::nullopt;
    std::vector<IsoRecord> here{*root};
    for (const auto &name : path) {
        if (!here.front().isFolder || here.front().length > largestFolder)
            return std::nullopt;
        here = recordsNamed(image.at(here.front().start, here.front().length), name);
        if (here.empty())
            return std::nullopt;
    }
    std::vector<DiscExtent> extents;
    qint64 size = 0;
    for (const auto &section : here) {
        extents.push_back({section.start, section.length});
        size += section.length;
    }
    return here.front().isFolder ? std::nullopt : std::optional(DiscFile(std::move(extents), size));
}
