// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/machineexport.h"

#include "core/appliances/domainreader.h"
#include "core/appliances/manifest.h"
#include "core/appliances/ovfwriter.h"
#include "core/appliances/tarwriter.h"
#include "core/config/domain/disk.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/libvirt/domains.h"
#include "core/provisioning/diskimage.h"
#include "core/provisioning/hostfile.h"
#include "core/provisioning/machinename.h"
#include "core/provisioning/qemuimg.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

namespace {

struct Packed {
    QString name;
    ByteSource source;
};

class Exporting {
public:
    Exporting(const ConnectHandle &connection, const ExportOrder &order, const JobControl &control)
        : m_connection(connection), m_order(order), m_control(control), m_scratch(QFileInfo(order.target).absolutePath() + QStringLiteral("/.export-XXXXXX"))
    {
    }

    Result<void> run();

private:
    Result<void> readMachine();
    Result<void> packDisks();
    Result<void> packDisk(const ForeignDisk &disk, const QString &path);
    Result<void> packExtras();
    Result<void> write();
    QByteArray description();
    QString inScratch(const QString &name) const { return m_scratch.filePath(name); }
    bool isOva() const { return m_order.format == ExportFormat::Ova; }

    const ConnectHandle &m_connection;
    const ExportOrder &m_order;
    const JobControl &m_control;
    QTemporaryDir m_scratch;
    DomainConfig m_config;
    ForeignMachine m_machine;
    QString m_base; ///< what files are called after
    std::vector<PackagedDisk> m_disks;
    std::vector<Packed> m_files;
};

Result<void> Exporting::run()
{
    if (!m_scratch.isValid())
        return failure(Error::Kind::Refused, m_scratch.errorString(), QFileInfo(m_order.target).absolutePath());
    using Step = Result<void> (Exporting::*)();
    for (const Step step : {&Exporting::readMachine, &Exporting::packDisks, &Exporting::packExtras, &Exporting::write}) {
        if (m_control.isCancelled())
            return failure(Error::Kind::Cancelled, {});
        if (const auto outcome = (this->*step)(); !outcome)
            return outcome;
    }
    return {};
}

Result<void> Exporting::readMachine()
{
    const auto domain = domains::lookup(m_connection, m_order.machine);
    const auto record = domain ? domains::describe(*domain) : Result<DomainRecord>(failure(domain.error()));
    if (!record)
        return failure(record.error());
    if (isActive(record->state))
        return failure(Error::Kind::WrongState, {}, record->name);
    const auto xml = domains::xmlOf(*domain, domains::Xml::Inactive); // without passwords
    if (!xml)
        return failure(xml.error());
    auto config = DomainConfig::parse(*xml);
    auto machine = readDomain(xml->toUtf8());
    if (!config || !machine)
        return failure(config ? machine.error() : config.error());
    m_config = std::move(*config);
    m_machine = std::move(*machine);
    m_base = nameFrom(m_machine.name).left(60);
    if (m_base.isEmpty())
        m_base = QStringLiteral("machine");
    return {};
}

Result<void> Exporting::packDisks()
{
    size_t index = 0;
    for (auto device : m_config.devices<Disk>()) {
        const auto &disk = m_machine.disks.at(index++);
        if (disk.device != ForeignDisk::Device::Disk) {
            device.erase("source");
            continue;
        }
        const auto path = device.get(Disk::file).value_or(device.get(Disk::blockDevice).value_or(QString()));
        if (path.isEmpty())
            return failure(Error::Kind::Unsupported, QStringLiteral("a disk is no file of the host"), device.get(Disk::target).value_or(QString()));
        if (const auto packed = packDisk(disk, path); !packed)
            return packed;
        device.erase("source");
        device.erase("backingStore");
        device.set(Disk::type, diskTypes::file());
        device.set(Disk::file, m_disks.back().file);
        device.set(Disk::format, QStringLiteral("qcow2"));
    }
    return {};
}

Result<void> Exporting::packDisk(const ForeignDisk &disk, const QString &path)
{
    const auto number = m_disks.size() + 1;
    const auto source = reachHostFile(m_connection, m_order.isLocal, path, inScratch(QStringLiteral("source")), m_control);
    if (!source)
        return failure(source.error());
    const auto name = QStringLiteral("%1-disk%2.%3").arg(m_base).arg(number).arg(isOva() ? QStringLiteral("vmdk") : QStringLiteral("qcow2"));
    const auto target = inScratch(name);
    const auto format = disk.format.isEmpty() ? QStringLiteral("raw") : disk.format;
    const auto size = Bytes(quint64(QFileInfo(source->path).size()));
    m_control.report(JobStep::Converting, {}, size);
    const qemuimg::Watch watch{[this, size](double part) { m_control.report(JobStep::Converting, Bytes(quint64(double(size.count()) * part)), size); },
                               [this] { return m_control.isCancelled(); }};
    const auto done = isOva() ? qemuimg::convertStreamed(source->path, format, target, watch)
                              : qemuimg::convert(source->path, format, target, QStringLiteral("qcow2"), watch);
    if (source->isCopy)
        QFile::remove(source->path);
    if (!done)
        return done;
    const auto image = examineDisk(target);
    if (!image)
        return failure(image.error());
    m_disks.push_back({name, image->fileSize, image->virtualSize, disk.bus, disk.controllerModel});
    m_files.push_back({name, {target, 0, image->fileSize, true}});
    return {};
}

/// What a guest keeps outside of its disks. Where it cannot be read, the guest starts with the firmware's defaults, as it would without it.
Result<void> Exporting::packExtras()
{
    if (isOva())
        return {};
    const auto take = [this](const QString &path, const QString &name) {
        const auto file = reachHostFile(m_connection, m_order.isLocal, path, inScratch(name), m_control);
        const auto source = file ? wholeFile(file->path) : Result<ByteSource>(failure(file.error()));
        if (source)
            m_files.push_back({name, *source});
    };
    if (const auto nvram = m_config.as<Firmware>().get(Firmware::nvram).value_or(QString()); nvram.startsWith(u'/'))
        take(nvram, QStringLiteral("nvram.fd"));
    if (m_machine.tpm) {
        const auto home = m_order.isSession ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/libvirt/qemu/swtpm")
                                            : QStringLiteral("/var/lib/libvirt/swtpm");
        take(QStringLiteral("%1/%2/tpm2/tpm2-00.permall").arg(home, m_order.machine.toString(QUuid::WithoutBraces)), QStringLiteral("tpm2-00.permall"));
    }
    return m_control.isCancelled() ? failure(Error::Kind::Cancelled, {}) : Result<void>();
}

QByteArray Exporting::description()
{
    if (!isOva())
        return m_config.toXml().toUtf8();
    return writeOvf(m_machine, m_disks);
}

/// Description and manifest lead, so that a reader knows what comes.
Result<void> Exporting::write()
{
    const auto text = description();
    const auto name = isOva() ? m_base + QStringLiteral(".ovf") : QStringLiteral("machine.xml");
    std::vector<ManifestLine> lines{{name, QCryptographicHash::Sha256, QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex()}};
    Bytes total;
    for (const auto &file : m_files) {
        m_control.report(JobStep::CheckingDigests);
        const auto digest = digestOf(file.source, QCryptographicHash::Sha256, [this] { return m_control.isCancelled(); });
        if (!digest)
            return failure(digest.error());
        lines.push_back({file.name, QCryptographicHash::Sha256, *digest});
        total = total + file.source.size;
    }
    const auto unfinished = inScratch(QStringLiteral("archive"));
    TarWriter tar(unfinished);
    auto outcome = tar.open();
    if (outcome)
        outcome = tar.add(name, text);
    if (outcome)
        outcome = tar.add(name.left(name.lastIndexOf(u'.')) + QStringLiteral(".mf"), writeManifest(lines));
    Bytes before;
    for (const auto &file : m_files) {
        if (!outcome)
            return outcome;
        outcome = tar.add(file.name, file.source, [&](Bytes done) { m_control.report(JobStep::Packing, before + done, total); },
                          [this] { return m_control.isCancelled(); });
        before = before + file.source.size;
    }
    if (outcome)
        outcome = tar.finish();
    if (!outcome)
        return outcome;
    // Over what is there, at once: never a half.
    if (std::rename(QFile::encodeName(unfinished).constData(), QFile::encodeName(m_order.target).constData()) != 0)
        return failure(Error::Kind::Refused, QStringLiteral("the file cannot be written"), m_order.target);
    return {};
}

} // namespace

Result<void> writeExport(const ConnectHandle &connection, const ExportOrder &order, const JobControl &control)
{
    return Exporting(connection, order, control).run();
}
