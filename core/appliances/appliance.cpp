// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/appliance.h"

#include "core/appliances/appliancefolder.h"
#include "core/appliances/domainreader.h"
#include "core/appliances/foreignxml.h"
#include "core/appliances/ovfreader.h"
#include "core/appliances/quickemureader.h"
#include "core/appliances/tarindex.h"
#include "core/appliances/vagrantreader.h"
#include "core/appliances/virtualboxmachine.h"
#include "core/appliances/vmdkdescription.h"
#include "core/appliances/vmxreader.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace {

constexpr Bytes longestText = Bytes::mib(4);

tl::unexpected<Error> bad(const char *why, const QString &what = {})
{
    return failure(Error::Kind::InvalidInput, QString::fromLatin1(why), what);
}

QStringList endingWith(const QStringList &names, const QString &suffix)
{
    QStringList found;
    std::copy_if(names.begin(), names.end(), std::back_inserter(found),
                 [&suffix](const QString &name) { return name.endsWith(suffix, Qt::CaseInsensitive); });
    return found;
}

/// Opens one appliance, whatever it lies in.
class Opening {
public:
    Opening(QString path, std::unique_ptr<ApplianceFolder> folder) : m_folder(std::move(folder)) { m_made.path = std::move(path); }

    Result<Appliance> description(const QString &name);
    Result<Appliance> box();
    Result<Appliance> bundle();
    Result<Appliance> hyperV();
    /// Whatever description it holds.
    Result<Appliance> any();

private:
    Result<ForeignMachine> readAs(ApplianceKind kind, const QByteArray &bytes) const;
    Result<void> locate();
    Result<ApplianceFile> locateChunks(const ForeignDisk &disk) const;
    Result<void> locateDisk(const ForeignDisk &disk);
    Result<void> readManifestOf(const QString &description, const QByteArray &bytes);
    void addDigests(const std::vector<ManifestLine> &lines, const QString &read);

    std::unique_ptr<ApplianceFolder> m_folder;
    Appliance m_made;
};

ApplianceKind kindOf(const QString &name, const QByteArray &bytes)
{
    const auto start = foreignxml::decoded(bytes.left(4096));
    if (name.endsWith(u".vmx", Qt::CaseInsensitive))
        return ApplianceKind::VMware;
    if (name.endsWith(u".conf", Qt::CaseInsensitive))
        return ApplianceKind::Quickemu;
    if (start.contains(u"Envelope"))
        return ApplianceKind::Ovf;
    if (start.contains(u"<VirtualBox"))
        return ApplianceKind::VirtualBox;
    return ApplianceKind::Domain;
}

Result<ForeignMachine> Opening::readAs(ApplianceKind kind, const QByteArray &bytes) const
{
    switch (kind) {
    case ApplianceKind::Ovf:
        return readOvf(bytes);
    case ApplianceKind::VirtualBox:
        return readVirtualBox(bytes);
    case ApplianceKind::VMware:
        return readVmx(bytes);
    case ApplianceKind::Quickemu:
        return readQuickemu(bytes);
    case ApplianceKind::Domain:
    case ApplianceKind::Bundle:
        return readDomain(bytes);
    case ApplianceKind::Vagrant:
    case ApplianceKind::HyperV:
        break;
    }
    return bad("not an appliance");
}

Result<Appliance> Opening::description(const QString &name)
{
    const auto bytes = m_folder->read(name, longestText);
    if (!bytes)
        return failure(bytes.error());
    if (m_made.kind != ApplianceKind::Vagrant && m_made.kind != ApplianceKind::Bundle)
        m_made.kind = kindOf(name, *bytes);
    auto read = readAs(m_made.kind == ApplianceKind::Vagrant ? kindOf(name, *bytes) : m_made.kind, *bytes);
    if (!read)
        return failure(read.error());
    m_made.machine = std::move(*read);
    if (const auto checked = readManifestOf(name, *bytes); !checked)
        return failure(checked.error());
    if (const auto located = locate(); !located)
        return failure(located.error());
    return std::move(m_made);
}

Result<Appliance> Opening::box()
{
    const auto metadata = m_folder->read(QStringLiteral("metadata.json"), longestText);
    const auto provider = metadata ? boxProvider(*metadata) : Result<BoxProvider>(failure(metadata.error()));
    if (!provider)
        return failure(provider.error());
    m_made.kind = ApplianceKind::Vagrant;
    const auto vagrantfile = m_folder->read(QStringLiteral("Vagrantfile"), longestText).value_or(QByteArray());
    if (*provider == BoxProvider::Libvirt) {
        auto read = readLibvirtBox(*metadata, vagrantfile);
        if (!read)
            return failure(read.error());
        m_made.machine = std::move(*read);
        if (const auto located = locate(); !located)
            return failure(located.error());
    } else {
        const auto found = endingWith(m_folder->names(), *provider == BoxProvider::VMware ? QStringLiteral(".vmx") : QStringLiteral(".ovf"));
        if (found.isEmpty())
            return bad("the box holds no description of its machine");
        auto made = description(found.first());
        if (!made)
            return made;
        m_made = std::move(*made);
        applyVagrantfile(vagrantfile, m_made.machine);
    }
    if (m_made.machine.name.isEmpty() || m_made.machine.name.startsWith(u"packer-"))
        m_made.machine.name = QFileInfo(m_made.path).completeBaseName();
    return std::move(m_made);
}

Result<Appliance> Opening::bundle()
{
    m_made.kind = ApplianceKind::Bundle;
    if (const auto nvram = m_folder->find(QStringLiteral("nvram.fd")))
        m_made.nvram = *nvram;
    if (const auto state = m_folder->find(QStringLiteral("tpm2-00.permall")))
        m_made.tpmState = *state;
    return description(QStringLiteral("machine.xml"));
}

Result<Appliance> Opening::hyperV()
{
    m_made.kind = ApplianceKind::HyperV;
    auto disks = endingWith(m_folder->names(), QStringLiteral(".vhdx"));
    disks += endingWith(m_folder->names(), QStringLiteral(".vhd"));
    if (disks.isEmpty())
        return failure(Error::Kind::NotFound, QStringLiteral("no disk of the machine was found"), m_made.path);
    for (const auto &name : disks) {
        ForeignDisk disk;
        disk.file = name;
        disk.bus = ForeignBus::Sata;
        disk.slot = int(m_made.machine.disks.size());
        disk.format = name.endsWith(u".vhdx", Qt::CaseInsensitive) ? QStringLiteral("vhdx") : QStringLiteral("vpc");
        m_made.machine.disks.push_back(disk);
    }
    m_made.machine.name = QFileInfo(disks.first()).completeBaseName();
    m_made.machine.os.isWindows = true;
    m_made.machine.clockLocal = true;
    // Generation 2 has no other firmware and no other disks, generation 1 no disks of this kind by default.
    if (disks.first().endsWith(u".vhdx", Qt::CaseInsensitive))
        m_made.machine.firmware = ForeignFirmware::Uefi;
    m_made.machine.nics.emplace_back();
    m_made.machine.lose(ForeignLoss::Kind::HardwareUnknown);
    if (const auto located = locate(); !located)
        return failure(located.error());
    return std::move(m_made);
}

Result<Appliance> Opening::any()
{
    const auto names = m_folder->names();
    if (names.contains(QStringLiteral("metadata.json")))
        return box();
    if (names.contains(QStringLiteral("machine.xml")))
        return bundle();
    for (const auto *suffix : {u".ovf", u".vmx", u".vbox"}) {
        const auto found = endingWith(names, QString::fromUtf16(suffix));
        if (found.size() > 1)
            return bad("it holds more than one machine", found.join(u' '));
        if (!found.isEmpty())
            return description(found.first());
    }
    return bad("no description of a machine is in it", m_made.path);
}

Result<void> Opening::readManifestOf(const QString &description, const QByteArray &bytes)
{
    const auto base = description.left(description.lastIndexOf(u'.'));
    const auto name = base + QStringLiteral(".mf");
    if (!m_folder->names().contains(name))
        return {};
    const auto text = m_folder->read(name, longestText);
    const auto lines = text ? readManifest(*text) : Result<std::vector<ManifestLine>>(failure(text.error()));
    if (!lines)
        return failure(lines.error());
    for (const auto &line : *lines) {
        if (line.file == description && QCryptographicHash::hash(bytes, line.algorithm).toHex() != line.digest)
            return bad("a file is not what the manifest says: it was changed or damaged", line.file);
    }
    addDigests(*lines, description);
    return {};
}

void Opening::addDigests(const std::vector<ManifestLine> &lines, const QString &read)
{
    for (const auto &line : lines) {
        const auto found = line.file == read ? Result<ApplianceFile>(ApplianceFile()) : m_folder->find(line.file);
        if (found && found->pieces.size() == 1)
            m_made.digests.push_back({line, found->pieces.front()});
    }
}

Result<ApplianceFile> Opening::locateChunks(const ForeignDisk &disk) const
{
    if (disk.chunkSize.isZero())
        return m_folder->find(disk.file);
    ApplianceFile whole;
    whole.name = disk.file;
    for (int number = 0; number < 4096; ++number) {
        const auto piece = m_folder->find(QStringLiteral("%1.%2").arg(disk.file).arg(number, 9, 10, QChar(u'0')));
        if (!piece && piece.error().kind == Error::Kind::NotFound && number > 0)
            break;
        if (!piece)
            return piece;
        if (piece->pieces.size() != 1)
            return bad("a disk in pieces is inside of a compressed archive", disk.file);
        if (number == 0)
            whole.format = piece->format;
        whole.size = whole.size + piece->size;
        whole.pieces.push_back(piece->pieces.front());
    }
    return whole;
}

Result<void> Opening::locateDisk(const ForeignDisk &disk)
{
    if (disk.file.isEmpty()) {
        m_made.files.emplace_back();
        return {};
    }
    auto found = locateChunks(disk);
    if (!found)
        return failure(found.error());
    if (!disk.fileSize.isZero() && !found->pieces.empty() && found->size != disk.fileSize)
        return bad("a file has another size than the description says: it was changed or cut short", disk.file);
    const bool isPlain = found->pieces.size() == 1 && !disk.isGzipped;
    if (isPlain && disk.device == ForeignDisk::Device::Disk) {
        // What calls itself a VMDK may be a growing VHD: the bytes decide. They never decide that something is raw, or that raw is not.
        if (found->format == u"raw" && !disk.format.isEmpty() && disk.format != u"raw" && disk.format != u"vpc")
            return bad("a disk is not in the format that the description says", disk.file);
        if (disk.format == u"raw" || (found->format == u"raw" && disk.format == u"vpc"))
            found->format = disk.format;
        const auto start = found->pieces.front().isWhole ? Result<QByteArray>(QByteArray()) : readStart(found->pieces.front(), vmdkStart);
        if (!start)
            return failure(start.error());
        if (!found->pieces.front().isWhole) { // a whole file is examined where it is used
            if (const auto checked = checkStandsAlone(*start, found->format); !checked)
                return failure(checked.error().kind, checked.error().message, disk.file);
        }
    }
    m_made.files.push_back(std::move(*found));
    return {};
}

Result<void> Opening::locate()
{
    m_made.files.clear();
    for (auto &disk : m_made.machine.disks) {
        if (disk.device == ForeignDisk::Device::Disk) {
            if (const auto located = locateDisk(disk); !located)
                return located;
            continue;
        }
        // An image of a drive need not have come along.
        const auto found = disk.file.isEmpty() ? Result<ApplianceFile>(ApplianceFile()) : m_folder->find(disk.file);
        if (!found) {
            m_made.machine.lose(ForeignLoss::Kind::CdromEmptied, disk.file.left(200));
            disk.file.clear();
        }
        m_made.files.push_back(found.value_or(ApplianceFile()));
    }
    return {};
}

Result<Appliance> openFile(const QString &path, const QByteArray &start)
{
    const QFileInfo info(path);
    if (isTar(start)) {
        auto tar = tarAt(path);
        return tar ? Opening(path, std::move(*tar)).any() : Result<Appliance>(failure(tar.error()));
    }
    for (const auto *magic : {"\x1f\x8b", "\xfd" "7zXZ", "\x28\xb5\x2f\xfd", "BZh", "PK\x03\x04"}) {
        if (start.startsWith(magic)) {
            auto packed = archiveAt(path);
            return packed ? Opening(path, std::move(*packed)).any() : Result<Appliance>(failure(packed.error()));
        }
    }
    if (info.suffix().compare(u"vmcx", Qt::CaseInsensitive) == 0)
        return openAppliance(info.absolutePath());
    // An OVF package is meant to be given away; the other descriptions are a program's own, which say where things are.
    const bool isPackage = foreignxml::decoded(start).contains(u"Envelope");
    return Opening(path, folderAt(info.absolutePath(), isPackage ? Outside::Refused : Outside::Accepted)).description(info.fileName());
}

} // namespace

Result<Appliance> openAppliance(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir()) {
        // Hyper-V's export has folders of its own for each kind of file.
        for (const auto *inner : {u"Virtual Hard Disks", u"../Virtual Hard Disks"}) {
            const QFileInfo disks(info.absoluteFilePath() + u'/' + QString::fromUtf16(inner));
            if (disks.isDir())
                return Opening(path, folderAt(disks.absoluteFilePath(), Outside::Refused)).hyperV();
        }
        const auto names = folderAt(path, Outside::Refused)->names();
        QStringList descriptions;
        for (const auto *suffix : {u".ovf", u".vmx", u".vbox"})
            descriptions += endingWith(names, QString::fromUtf16(suffix));
        if (descriptions.size() > 1)
            return bad("it holds more than one machine", descriptions.join(u' '));
        if (!descriptions.isEmpty())
            return openAppliance(info.absoluteFilePath() + u'/' + descriptions.first());
        return Opening(path, folderAt(path, Outside::Refused)).hyperV();
    }
    const auto source = wholeFile(path);
    const auto start = source ? readStart(*source, 4096) : Result<QByteArray>(failure(source.error()));
    if (!start)
        return failure(start.error());
    auto opened = openFile(info.absoluteFilePath(), *start);
    if (opened && opened->machine.name.isEmpty())
        opened->machine.name = info.completeBaseName();
    return opened;
}

bool looksLikeAppliance(const QString &path)
{
    static const QStringList endings = {QStringLiteral(".ova"), QStringLiteral(".ovf"),  QStringLiteral(".box"),  QStringLiteral(".vbox"),
                                        QStringLiteral(".vmx"), QStringLiteral(".vmcx"), QStringLiteral(".conf"), QStringLiteral(".xml"),
                                        QStringLiteral(".vivarium")};
    return std::any_of(endings.begin(), endings.end(),
                       [&path](const QString &ending) { return path.endsWith(ending, Qt::CaseInsensitive); });
}
