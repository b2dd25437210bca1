// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/ovfenvelope.h"

#include "core/appliances/foreignxml.h"

#include <QRegularExpression>

#include <limits>

using namespace foreignxml;

namespace {

constexpr quint64 most = 1ULL << 60;

quint64 product(quint64 amount, quint64 factor)
{
    return factor != 0 && amount > most / factor ? most : amount * factor;
}

/// Bytes of a unit; zero for an unknown one.
quint64 factorOf(const QString &unit)
{
    const auto word = unit.trimmed().toLower();
    // DSP0004's programmatic units.
    static const QRegularExpression power(QStringLiteral("^byte\\s*\\*\\s*(2|10)\\s*\\^\\s*(\\d{1,2})$"));
    if (const auto match = power.match(word); match.hasMatch()) {
        quint64 factor = 1;
        const auto base = match.captured(1).toULongLong();
        for (int i = match.captured(2).toInt(); i > 0; --i)
            factor = product(factor, base);
        return factor;
    }
    static const std::map<QString, int> shifts = {
        {QStringLiteral("byte"), 0},       {QStringLiteral("bytes"), 0},      {QStringLiteral("kilobytes"), 10}, {QStringLiteral("kb"), 10},
        {QStringLiteral("kilobyte"), 10},  {QStringLiteral("megabytes"), 20}, {QStringLiteral("mb"), 20},        {QStringLiteral("megabyte"), 20},
        {QStringLiteral("gigabytes"), 30}, {QStringLiteral("gb"), 30},        {QStringLiteral("gigabyte"), 30},  {QStringLiteral("terabytes"), 40},
        {QStringLiteral("tb"), 40}};
    const auto found = shifts.find(word);
    return found == shifts.end() ? 0 : 1ULL << found->second;
}

QString driverWord(const Element &disk)
{
    const auto format = attribute(disk, u"format").toLower();
    if (format.contains(u"vmdk"))
        return QStringLiteral("vmdk");
    if (format.contains(u"qcow"))
        return QStringLiteral("qcow2");
    if (format.contains(u"vhdx"))
        return QStringLiteral("vhdx");
    if (format.contains(u"vhd") || format.contains(u"virtual-pc"))
        return QStringLiteral("vpc");
    if (format.contains(u"vdi"))
        return QStringLiteral("vdi");
    // oVirt says of every disk that it consists of bytes.
    const auto volume = attribute(disk, u"volume-format");
    return volume == u"COW" ? QStringLiteral("qcow2") : volume == u"RAW" ? QStringLiteral("raw") : QString();
}

OvfDisk readDisk(const Element &element)
{
    OvfDisk disk;
    disk.file = attribute(element, u"fileRef");
    disk.parent = attribute(element, u"parentRef");
    disk.format = driverWord(element);
    disk.bus = attribute(element, u"disk-interface").toLower();
    const auto capacity = attribute(element, u"capacity");
    if (!capacity.isEmpty())
        disk.capacity = ovfBytes(number(capacity, most), attribute(element, u"capacityAllocationUnits"), Bytes(1));
    else // oVirt: in gibibytes
        disk.capacity = Bytes(product(number(attribute(element, u"size"), most), 1ULL << 30));
    return disk;
}

} // namespace

Element ovfSection(const Element &parent, QStringView name)
{
    const auto found = ovfSections(parent, name);
    return found.empty() ? Element() : found.front();
}

std::vector<Element> ovfSections(const Element &parent, QStringView name)
{
    auto found = children(parent, name);
    for (const auto *old : {u"Section", u"Content"}) {
        for (const auto &section : children(parent, QStringView(old))) {
            auto type = attribute(section, u"type");
            type = type.sliced(type.indexOf(u':') + 1);
            if (type.endsWith(u"_Type"))
                type.chop(5);
            if (type == name)
                found.push_back(section);
        }
    }
    return found;
}

Bytes ovfBytes(quint64 amount, const QString &unit, Bytes usual)
{
    const auto factor = unit.isEmpty() ? 0 : factorOf(unit);
    return Bytes(product(amount, factor == 0 ? usual.count() : factor));
}

const OvfFile *OvfEnvelope::file(const QString &reference) const
{
    if (const auto found = files.find(reference); found != files.end())
        return &found->second;
    for (const auto &[id, candidate] : files) {
        if (candidate.name == reference)
            return &candidate;
    }
    return nullptr;
}

OvfEnvelope readEnvelope(const Element &root)
{
    OvfEnvelope envelope;
    for (const auto &element : children(child(root, u"References"), u"File")) {
        OvfFile file;
        file.name = attribute(element, u"href");
        file.size = Bytes(number(attribute(element, u"size"), most));
        file.chunkSize = Bytes(number(attribute(element, u"chunkSize"), most));
        file.isGzipped = attribute(element, u"compression") == u"gzip";
        envelope.files.try_emplace(attribute(element, u"id"), file);
    }
    for (const auto &element : children(ovfSection(root, u"DiskSection"), u"Disk"))
        envelope.disks.try_emplace(attribute(element, u"diskId"), readDisk(element));
    return envelope;
}
