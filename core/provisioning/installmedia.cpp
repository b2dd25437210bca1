// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/installmedia.h"

#include "core/provisioning/imagefile.h"

#include <algorithm>

namespace {

constexpr qint64 sector = 2048;
constexpr qint64 firstDescriptor = 16;
// The standard sets no end to the descriptors; real images have fewer than eight.
constexpr qint64 maxDescriptors = 32;

QString labelFrom(QByteArray field)
{
    for (char &c : field) {
        if (c < ' ' && c >= 0)
            c = ' ';
    }
    return QString::fromUtf8(field).trimmed();
}

/// The catalogue that an El Torito boot record names holds an entry marked bootable.
bool hasBootEntry(const ImageFile &source, quint32 catalogueSector)
{
    const auto catalogue = source.at(qint64(catalogueSector) * sector, sector);
    if (catalogue.isEmpty() || catalogue[0] != 1 || quint8(catalogue[30]) != 0x55 || quint8(catalogue[31]) != 0xAA)
        return false;
    for (qsizetype entry = 32; entry < catalogue.size(); entry += 32) {
        if (quint8(catalogue[entry]) == 0x88)
            return true;
    }
    return false;
}

void readIso(const ImageFile &source, ImageProbe &probe)
{
    for (qint64 i = 0; i < maxDescriptors; ++i) {
        const auto descriptor = source.at((firstDescriptor + i) * sector, sector);
        if (descriptor.isEmpty() || descriptor.sliced(1, 5) != "CD001")
            return;
        const auto kind = quint8(descriptor[0]);
        if (kind == 255)
            return;
        if (kind == 1) {
            probe.isIso = true;
            probe.systemId = labelFrom(descriptor.sliced(8, 32));
            probe.volumeLabel = labelFrom(descriptor.sliced(40, 32));
            probe.publisherId = labelFrom(descriptor.sliced(318, 128));
            probe.applicationId = labelFrom(descriptor.sliced(574, 128));
            probe.volumeSize = Bytes(quint64(littleEndian<quint32>(descriptor, 80)) * littleEndian<quint16>(descriptor, 128));
        } else if (kind == 0 && descriptor.sliced(7, 23) == "EL TORITO SPECIFICATION") {
            probe.isBootable = hasBootEntry(source, littleEndian<quint32>(descriptor, 71));
        }
    }
}

/// Of a file compressed as a whole.
QString packingOf(const QByteArray &head)
{
    return head.startsWith(QByteArray::fromRawData("\xfd" "7zXZ\0", 6))   ? QStringLiteral("xz")
        : head.startsWith("\x1f\x8b")                                     ? QStringLiteral("gz")
        : head.startsWith(QByteArray::fromRawData("\x28\xb5\x2f\xfd", 4)) ? QStringLiteral("zst")
        : head.startsWith("BZh")                                          ? QStringLiteral("bz2")
        : head.startsWith(QByteArray::fromRawData("\x04\x22\x4d\x18", 4)) ? QStringLiteral("lz4")
                                                                          : QString();
}

void readDisk(const ImageFile &source, ImageProbe &probe)
{
    probe.diskFormat = QStringLiteral("raw");
    probe.virtualSize = probe.fileSize;
    auto head = source.at(0, std::min<qint64>(512, qint64(source.size().count())));
    head.append(512 - head.size(), '\0'); // a description of a VMDK may be shorter than a sector
    probe.packing = packingOf(head);
    if (head.startsWith("QFI\xfb")) {
        probe.diskFormat = bigEndian<quint32>(head, 4) >= 2 ? QStringLiteral("qcow2") : QStringLiteral("qcow");
        probe.hasBackingFile = bigEndian<quint64>(head, 8) != 0;
        probe.virtualSize = Bytes(bigEndian<quint64>(head, 24));
    } else if (head.startsWith("KDMV") || head.startsWith("# Disk DescriptorFile")) {
        probe.diskFormat = QStringLiteral("vmdk");
        if (head[0] == 'K')
            probe.virtualSize = Bytes(littleEndian<quint64>(head, 12) * 512);
    } else if (littleEndian<quint32>(head, 0x40) == 0xBEDA107FU) {
        probe.diskFormat = QStringLiteral("vdi");
        probe.virtualSize = Bytes(littleEndian<quint64>(head, 0x170));
    } else if (head.startsWith("vhdxfile")) {
        probe.diskFormat = QStringLiteral("vhdx");
    } else if (head.startsWith("conectix")) {
        probe.diskFormat = QStringLiteral("vpc");
        probe.virtualSize = Bytes(bigEndian<quint64>(head, 48));
    } else {
        probe.isBootable = probe.isBootable || (quint8(head[510]) == 0x55 && quint8(head[511]) == 0xAA);
    }
}

ImageProbe probed(const ImageFile &source)
{
    ImageProbe probe;
    probe.fileSize = source.size();
    readIso(source, probe);
    const bool bootableIso = probe.isBootable;
    readDisk(source, probe);
    if (probe.isIso)
        probe.isBootable = bootableIso; // a hybrid's boot record says nothing of a drive
    return probe;
}

} // namespace

Result<ImageProbe> probeImage(const QString &path)
{
    const auto source = ImageFile::open(path);
    if (!source)
        return failure(source.error());
    return probed(*source);
}

ImageProbe probeHead(const QByteArray &head)
{
    return probed(ImageFile::holding(head));
}
