// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/vmxreader.h"

#include "core/appliances/foreignxml.h"
#include "core/appliances/guestnames.h"

#include <QHash>

#include <algorithm>
#include <array>

using foreignxml::isTrue;
using foreignxml::number;
using Loss = ForeignLoss::Kind;

namespace {

constexpr qsizetype mostBytes = 1 << 20;
constexpr qsizetype mostLines = 20000;
constexpr int mostControllers = 8;
constexpr int mostNics = 16;

/// Keys in lower case: VMware does not tell them apart.
using Dictionary = QHash<QString, QString>;

/// "|22" is a quote: VMware's escape, two hexadecimal digits behind a bar.
QString unescaped(const QString &value)
{
    QString plain;
    for (qsizetype i = 0; i < value.size(); ++i) {
        bool isCode = false;
        const auto code = value.at(i) == u'|' && i + 2 < value.size() ? value.mid(i + 1, 2).toUInt(&isCode, 16) : 0U;
        plain += isCode ? QChar(code) : value.at(i);
        i += isCode ? 2 : 0;
    }
    return plain;
}

QString decoded(const QByteArray &bytes)
{
    // Older ones say so themselves: .encoding = "windows-1252".
    const bool isUtf8 = !bytes.contains(".encoding") || bytes.contains("\"UTF-8\"") || bytes.contains("\"utf-8\"");
    return isUtf8 ? foreignxml::decoded(bytes) : QString::fromLatin1(bytes);
}

Dictionary parse(const QByteArray &bytes)
{
    Dictionary words;
    const auto lines = decoded(bytes).split(u'\n');
    for (qsizetype i = 0; i < std::min(lines.size(), mostLines); ++i) {
        const auto line = lines.at(i).trimmed();
        const auto equals = line.indexOf(u'=');
        if (equals <= 0 || line.startsWith(u'#'))
            continue;
        auto value = line.sliced(equals + 1).trimmed();
        if (value.size() >= 2 && value.startsWith(u'"') && value.endsWith(u'"'))
            value = value.sliced(1, value.size() - 2);
        words.insert(line.left(equals).trimmed().toLower(), unescaped(value));
    }
    return words;
}

class Reading {
public:
    Reading(const Dictionary &words, ForeignMachine &into) : m_words(words), m_into(into) {}

    void readBoard();
    void readStorage();
    void readNics();
    void readRest();

private:
    QString word(const QString &key) const { return m_words.value(key); }
    bool says(const QString &key) const { return isTrue(word(key)); }
    void readUnit(const QString &unit, ForeignDisk disk);
    ForeignDisk onController(const QString &bus, const QString &name);
    QString nicModel(const QString &device);

    const Dictionary &m_words;
    ForeignMachine &m_into;
};

void Reading::readBoard()
{
    m_into.name = word(QStringLiteral("displayname"));
    m_into.description = word(QStringLiteral("annotation"));
    m_into.os = guestOsNamed(word(QStringLiteral("guestos")));
    m_into.vcpus = int(std::clamp<quint64>(number(word(QStringLiteral("numvcpus")), 4096), 1, 4096));
    m_into.coresPerSocket = int(number(word(QStringLiteral("cpuid.corespersocket")), 1024));
    m_into.memory = Bytes::mib(number(word(QStringLiteral("memsize")), 64ULL << 20));
    if (word(QStringLiteral("firmware")).compare(u"efi", Qt::CaseInsensitive) == 0)
        m_into.firmware = says(QStringLiteral("uefi.secureboot.enabled")) ? ForeignFirmware::SecureBoot : ForeignFirmware::Uefi;
    m_into.tpm = says(QStringLiteral("vtpm.present")) || !word(QStringLiteral("managedvm.autoaddvtpm")).isEmpty();
    m_into.isPciExpress = word(QStringLiteral("pcibridge4.virtualdev")) == u"pcieRootPort";
    m_into.clockLocal = m_into.os.isWindows;
}

ForeignDisk Reading::onController(const QString &bus, const QString &name)
{
    ForeignDisk disk;
    if (bus == u"ide") {
        disk.bus = ForeignBus::Ide;
    } else if (bus == u"sata") {
        disk.bus = ForeignBus::Sata;
    } else if (bus == u"nvme") {
        disk.bus = ForeignBus::Nvme;
        m_into.lose(Loss::ControllerReplaced, QStringLiteral("NVMe"));
    } else {
        disk.bus = ForeignBus::Scsi;
        const auto model = word(name + QStringLiteral(".virtualdev")).toLower();
        if (model == u"lsisas1068")
            disk.controllerModel = model;
        else if (model == u"pvscsi")
            disk.controllerModel = QStringLiteral("vmpvscsi");
        else
            m_into.lose(Loss::ControllerReplaced, model.isEmpty() ? QStringLiteral("buslogic") : model.left(100));
    }
    return disk;
}

void Reading::readUnit(const QString &unit, ForeignDisk disk)
{
    const auto file = word(unit + QStringLiteral(".filename"));
    const auto type = word(unit + QStringLiteral(".devicetype")).toLower();
    if (type.contains(u"cdrom")) {
        disk.device = ForeignDisk::Device::Cdrom;
        if (type == u"cdrom-image")
            disk.file = file;
        else
            m_into.lose(Loss::CdromEmptied);
    } else if (type == u"rawdisk" || file.isEmpty()) {
        m_into.lose(Loss::DiskNotFile, file.isEmpty() ? unit : file.left(200));
        return;
    } else {
        disk.file = file;
        disk.format = QStringLiteral("vmdk");
    }
    m_into.disks.push_back(disk);
}

void Reading::readStorage()
{
    struct Bus {
        QString name;
        int units;
    };
    const std::array buses = {Bus{QStringLiteral("scsi"), 64}, Bus{QStringLiteral("sata"), 30}, Bus{QStringLiteral("nvme"), 64}, Bus{QStringLiteral("ide"), 2}};
    for (const auto &[bus, units] : buses) {
        for (int number = 0; number < mostControllers; ++number) {
            const auto name = bus + QString::number(number);
            for (int unit = 0; unit < units; ++unit) {
                const auto device = QStringLiteral("%1:%2").arg(name).arg(unit);
                if (!says(device + QStringLiteral(".present")))
                    continue;
                auto disk = onController(bus, name);
                // IDE's two channels are VMware's two controllers.
                disk.controller = disk.bus == ForeignBus::Ide ? number / 2 : number;
                disk.slot = disk.bus == ForeignBus::Ide ? number % 2 * 2 + unit : unit;
                readUnit(device, disk);
            }
        }
    }
    std::stable_partition(m_into.disks.begin(), m_into.disks.end(),
                          [](const ForeignDisk &disk) { return disk.device == ForeignDisk::Device::Disk; });
}

QString Reading::nicModel(const QString &device)
{
    const auto model = word(device + QStringLiteral(".virtualdev")).toLower();
    if (model == u"e1000" || model == u"e1000e" || model == u"vmxnet3")
        return model;
    if (model.isEmpty() || model == u"vlance")
        return QStringLiteral("pcnet");
    m_into.lose(Loss::NicReplaced, model.left(100));
    return {};
}

void Reading::readNics()
{
    for (int i = 0; i < mostNics; ++i) {
        const auto device = QStringLiteral("ethernet%1").arg(i);
        if (!says(device + QStringLiteral(".present")))
            continue;
        ForeignNic nic;
        nic.model = nicModel(device);
        const bool isGiven = word(device + QStringLiteral(".addresstype")).compare(u"static", Qt::CaseInsensitive) == 0;
        const auto mac = word(device + (isGiven ? QStringLiteral(".address") : QStringLiteral(".generatedaddress")));
        nic.mac = mac.size() == 17 ? mac.toLower() : QString();
        const auto connected = word(device + QStringLiteral(".startconnected"));
        nic.connected = connected.isEmpty() || isTrue(connected);
        const auto kind = word(device + QStringLiteral(".connectiontype")).toLower();
        nic.network = word(device + QStringLiteral(".networkname"));
        if (nic.network.isEmpty())
            nic.network = word(device + QStringLiteral(".vnet"));
        nic.kind = kind == u"nat"                ? ForeignNic::Network::Nat
            : kind == u"hostonly"                ? ForeignNic::Network::HostOnly
            : kind == u"custom"                  ? ForeignNic::Network::Named
            : !nic.network.isEmpty()             ? ForeignNic::Network::Named
                                                 : ForeignNic::Network::Bridged;
        m_into.nics.push_back(nic);
    }
}

void Reading::readRest()
{
    if (says(QStringLiteral("sound.present"))) {
        const auto model = word(QStringLiteral("sound.virtualdev")).toLower();
        m_into.sound = model == u"hdaudio" ? QStringLiteral("ich6") : model == u"sb16" ? QStringLiteral("sb16") : QStringLiteral("es1370");
    }
    m_into.hasUsb = says(QStringLiteral("usb.present")) || says(QStringLiteral("ehci.present")) || says(QStringLiteral("usb_xhci.present"));
    const auto loseWhere = [this](const QString &key, Loss loss) {
        if (says(key))
            m_into.lose(loss);
    };
    loseWhere(QStringLiteral("floppy0.present"), Loss::FloppyDropped);
    loseWhere(QStringLiteral("parallel0.present"), Loss::ParallelPort);
    loseWhere(QStringLiteral("pcipassthru0.present"), Loss::PciDevice);
    loseWhere(QStringLiteral("mks.enable3d"), Loss::Acceleration3d);
    loseWhere(QStringLiteral("remotedisplay.vnc.enabled"), Loss::RemoteDisplay);
    if (says(QStringLiteral("serial0.present")) && word(QStringLiteral("serial0.filetype")) != u"thinprint")
        m_into.lose(Loss::SerialPort);
    for (int i = 0; i < mostNics; ++i) {
        const auto folder = QStringLiteral("sharedfolder%1").arg(i);
        if (says(folder + QStringLiteral(".present")))
            m_into.lose(Loss::SharedFolder, word(folder + QStringLiteral(".guestname")));
    }
    if (!word(QStringLiteral("checkpoint.vmstate")).isEmpty())
        m_into.lose(Loss::SavedState);
}

} // namespace

Result<ForeignMachine> readVmx(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the description is larger than 1 MiB"));
    const auto words = parse(bytes);
    if (!words.contains(QStringLiteral("config.version")) && !words.contains(QStringLiteral("virtualhw.version")))
        return failure(Error::Kind::InvalidInput, QStringLiteral("not a description of a machine by VMware"));
    if (words.contains(QStringLiteral("encryption.data")))
        return failure(Error::Kind::Unsupported, QStringLiteral("the machine is encrypted by VMware"));
    ForeignMachine read;
    Reading reading(words, read);
    reading.readBoard();
    reading.readStorage();
    reading.readNics();
    reading.readRest();
    return read;
}
