// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/quickemureader.h"

#include "core/appliances/foreignxml.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using Loss = ForeignLoss::Kind;

namespace {

constexpr qsizetype mostBytes = 1 << 18;

QHash<QString, QString> assignments(const QString &text)
{
    static const QRegularExpression line(QStringLiteral("^\\s*([a-z_]+)=(?:\"([^\"\\n]*)\"|'([^'\\n]*)'|([^\\s#]*))\\s*(?:#.*)?$"),
                                         QRegularExpression::MultilineOption);
    QHash<QString, QString> words;
    for (auto found = line.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        words.insert(match.captured(1), match.captured(2) + match.captured(3) + match.captured(4));
    }
    return words;
}

/// "4G", "4096M"; the program's own unit is the gibibyte.
Bytes amount(const QString &word)
{
    if (word.isEmpty())
        return {};
    const auto last = word.back().toUpper();
    const auto digits = last.isDigit() ? word : word.chopped(1);
    const auto value = foreignxml::number(digits, 1 << 20);
    return last == u'M' ? Bytes::mib(value) : Bytes::gib(value);
}

} // namespace

Result<ForeignMachine> readQuickemu(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the description is larger than 256 KiB"));
    const auto text = QString::fromUtf8(bytes);
    const auto words = assignments(text);
    const auto word = [&words](const char16_t *key) { return words.value(QString::fromUtf16(key)); };
    ForeignMachine read;
    ForeignDisk disk;
    disk.file = word(u"disk_img");
    if (disk.file.isEmpty())
        return failure(Error::Kind::InvalidInput, QStringLiteral("not a description of a machine by quickemu: it names no disk"));
    const auto guest = word(u"guest_os").isEmpty() ? QStringLiteral("linux") : word(u"guest_os");
    read.os.told = guest.left(100);
    read.os.isWindows = guest.startsWith(u"windows");
    read.os.isLinux = guest == u"linux";
    const bool isMac = guest == u"macos";
    read.vcpus = int(std::clamp<quint64>(foreignxml::number(word(u"cpu_cores"), 1024), 1, 1024));
    if (word(u"cpu_cores").isEmpty())
        read.vcpus = 2;
    read.memory = amount(word(u"ram"));
    read.firmware = word(u"boot") == u"legacy"   ? ForeignFirmware::Bios
        : foreignxml::isTrue(word(u"secureboot")) ? ForeignFirmware::SecureBoot
                                                  : ForeignFirmware::Uefi;
    read.tpm = foreignxml::isTrue(word(u"tpm"));
    read.isPciExpress = true;
    read.clockLocal = read.os.isWindows;
    read.hasUsb = true;
    read.sound = QStringLiteral("ich6");
    disk.format = disk.file.endsWith(u".raw") ? QStringLiteral("raw") : QString();
    disk.capacity = amount(word(u"disk_size"));
    disk.bus = isMac ? ForeignBus::Sata : ForeignBus::Virtio;
    read.disks.push_back(disk);
    ForeignDisk drive;
    drive.device = ForeignDisk::Device::Cdrom;
    drive.bus = ForeignBus::Sata;
    drive.file = word(u"fixed_iso");
    if (!drive.file.isEmpty())
        read.disks.push_back(drive);
    if (word(u"network") != u"none") {
        ForeignNic nic;
        nic.model = isMac ? QStringLiteral("vmxnet3") : QStringLiteral("virtio");
        const auto mac = word(u"macaddr").toLower();
        nic.mac = mac.size() == 17 ? mac : QString();
        const auto bridge = word(u"network");
        if (!bridge.isEmpty() && bridge != u"restrict") {
            nic.kind = ForeignNic::Network::Bridged;
            nic.network = bridge;
        }
        read.nics.push_back(nic);
    }
    if (!word(u"floppy").isEmpty())
        read.lose(Loss::FloppyDropped);
    static const QRegularExpression devices(QStringLiteral("^\\s*usb_devices=\\(\\s*[^)\\s]"), QRegularExpression::MultilineOption);
    if (devices.match(text).hasMatch())
        read.lose(Loss::UsbDevice);
    if (!word(u"extra_args").isEmpty())
        read.lose(Loss::UnknownDevice, word(u"extra_args").left(200));
    return read;
}
