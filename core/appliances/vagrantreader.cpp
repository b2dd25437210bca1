// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/vagrantreader.h"

#include "core/appliances/foreignxml.h"
#include "core/appliances/virtualboxmachine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using Loss = ForeignLoss::Kind;

namespace {

constexpr qsizetype mostBytes = 1 << 20;
constexpr quint64 mostGibibytes = 1 << 20;

Result<QJsonObject> parse(const QByteArray &metadata)
{
    if (metadata.size() > mostBytes)
        return failure(Error::Kind::InvalidInput, QStringLiteral("metadata.json is larger than 1 MiB"));
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(metadata, &problem);
    if (!document.isObject())
        return failure(Error::Kind::InvalidInput, QStringLiteral("metadata.json is no JSON object"), problem.errorString());
    return document.object();
}

/// The last value that is set to a word ending in `key`: `libvirt.memory = 1024`, `v.disk_bus = 'sata'`, `:base_mac = "…"`.
QString setting(const QString &text, const QString &key)
{
    const QRegularExpression line(QStringLiteral("^[^#\\n]*[.]%1\\s*=\\s*(?:[\"']([^\"'#{}\\n]*)[\"']|(\\w+))\\s*(?:#.*)?$").arg(key),
                                  QRegularExpression::MultilineOption);
    QString value;
    for (auto found = line.globalMatch(text); found.hasNext();) {
        const auto match = found.next();
        value = match.hasCaptured(2) && !match.captured(2).isEmpty() ? match.captured(2) : match.captured(1);
    }
    return value;
}

ForeignBus busFrom(const QString &word)
{
    return word == u"sata"  ? ForeignBus::Sata
        : word == u"scsi"   ? ForeignBus::Scsi
        : word == u"ide"    ? ForeignBus::Ide
        : word == u"usb"    ? ForeignBus::Usb
                            : ForeignBus::Virtio;
}

} // namespace

Result<BoxProvider> boxProvider(const QByteArray &metadata)
{
    const auto object = parse(metadata);
    if (!object)
        return failure(object.error());
    const auto provider = object->value(u"provider").toString();
    if (provider == u"libvirt")
        return BoxProvider::Libvirt;
    if (provider == u"virtualbox")
        return BoxProvider::VirtualBox;
    if (provider.startsWith(u"vmware"))
        return BoxProvider::VMware;
    return failure(Error::Kind::Unsupported, QStringLiteral("the box is for a provider that is not supported"), provider.left(100));
}

Result<ForeignMachine> readLibvirtBox(const QByteArray &metadata, const QByteArray &vagrantfile)
{
    const auto object = parse(metadata);
    if (!object)
        return failure(object.error());
    ForeignMachine read;
    const auto gibibytes = [](const QJsonValue &value) {
        return Bytes::gib(quint64(std::clamp(value.toDouble(), 0.0, double(mostGibibytes))));
    };
    const auto add = [&read](const QString &file, const QString &format, Bytes capacity) {
        ForeignDisk disk;
        disk.file = file;
        disk.format = format;
        disk.capacity = capacity;
        disk.bus = ForeignBus::Virtio;
        disk.slot = int(read.disks.size());
        read.disks.push_back(disk);
    };
    const auto list = object->value(u"disks").toArray(); // the second version of the format
    for (qsizetype i = 0; i < std::min<qsizetype>(list.size(), 64); ++i) {
        const auto disk = list.at(i).toObject();
        add(disk.value(u"path").toString(), disk.value(u"format").toString(QStringLiteral("qcow2")), gibibytes(disk.value(u"virtual_size")));
    }
    if (read.disks.empty())
        add(QStringLiteral("box.img"), object->value(u"format").toString(QStringLiteral("qcow2")), gibibytes(object->value(u"virtual_size")));
    ForeignNic nic; // Vagrant's own way to the machine
    nic.model = QStringLiteral("virtio");
    read.nics.push_back(nic);
    read.architecture = object->value(u"architecture").toString() == u"arm64" ? QStringLiteral("aarch64") : QString();
    read.isPciExpress = true;
    read.os.isLinux = true; // what almost all are; the review can say otherwise
    applyVagrantfile(vagrantfile, read);
    return read;
}

void applyVagrantfile(const QByteArray &vagrantfile, ForeignMachine &into)
{
    const auto text = QString::fromUtf8(vagrantfile.left(mostBytes));
    if (const auto vcpus = foreignxml::number(setting(text, QStringLiteral("cpus")), 4096))
        into.vcpus = int(vcpus);
    if (const auto memory = foreignxml::number(setting(text, QStringLiteral("memory")), 64ULL << 20))
        into.memory = Bytes::mib(memory);
    if (const auto bus = setting(text, QStringLiteral("disk_bus")); !bus.isEmpty()) {
        for (auto &disk : into.disks)
            disk.bus = busFrom(bus);
    }
    if (const auto model = setting(text, QStringLiteral("nic_model_type")); !model.isEmpty()) {
        for (auto &nic : into.nics)
            nic.model = model;
    }
    const auto machine = setting(text, QStringLiteral("machine_type"));
    if (!machine.isEmpty())
        into.isPciExpress = machine.contains(u"q35");
    const auto loader = setting(text, QStringLiteral("loader"));
    if (loader.contains(u"OVMF", Qt::CaseInsensitive) || loader.contains(u"edk2", Qt::CaseInsensitive))
        into.firmware = ForeignFirmware::Uefi;
    auto mac = setting(text, QStringLiteral("base_mac"));
    if (mac = virtualbox::macFrom(mac.remove(u':')); !mac.isEmpty() && !into.nics.empty())
        into.nics.front().mac = mac;
    static const QRegularExpression provision(QStringLiteral("^[^#\\n]*[.]vm[.]provision\\b"), QRegularExpression::MultilineOption);
    if (provision.match(text).hasMatch())
        into.lose(Loss::Provisioning);
    static const QRegularExpression folder(QStringLiteral("^[^#\\n]*[.]vm[.]synced_folder\\s+[\"']([^\"'\\n]*)[\"'](?!.*disabled)"),
                                           QRegularExpression::MultilineOption);
    for (auto found = folder.globalMatch(text); found.hasNext();)
        into.lose(Loss::SharedFolder, found.next().captured(1).left(200));
}
