// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/applianceimport.h"

#include "core/appliances/appliance.h"
#include "core/appliances/appliancefolder.h"
#include "core/appliances/vmdkdescription.h"
#include "core/archives/archives.h"
#include "core/async/lane.h"
#include "core/provisioning/diskimport.h"
#include "core/provisioning/foreignhardware.h"
#include "core/provisioning/scratch.h"
#include "core/provisioning/volumeplacing.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <atomic>
#include <memory>

namespace {

constexpr auto pieceSize = qint64(4) << 20;
/// What a packed disk may come to where its description does not say: a bound, not a wish.
constexpr auto mostUnpacked = Bytes::gib(16 * 1024);

/// The size that the guest sees, of a disk inside of a tar, by its own header.
Bytes virtualSizeOf(const ByteSource &source, const QString &format, Bytes told)
{
    const auto start = readStart(source, vmdkStart);
    if (!start)
        return told;
    if (format == u"vmdk") {
        const auto read = readVmdkStart(*start);
        return read ? read->capacity : told;
    }
    if (format == u"qcow2" && start->size() >= 32)
        return Bytes(qFromBigEndian<quint64>(start->constData() + 24));
    return format == u"raw" ? source.size : told;
}

class Importing {
public:
    Importing(Worksite &site, const MachineRecipe &recipe) : m_site(site), m_recipe(recipe), m_appliance(*recipe.imported.appliance) {}

    Result<PlacedMedia> run();

private:
    Result<void> place(size_t index);
    Result<void> placeDisk(const ForeignDisk &disk, const ApplianceFile &file);
    Result<void> placeDisc(const ApplianceFile &file);
    Result<void> placeVariables();
    Result<DiskOrder> orderFor(const ForeignDisk &disk, const ApplianceFile &file);
    Result<QString> fetched(const ForeignDisk &disk, const ApplianceFile &file);
    Result<void> join(const std::vector<ByteSource> &pieces, const QString &target);
    QString nextName() const;
    QString pool() const { return m_recipe.pool.isEmpty() ? m_site.survey.uploadPool : m_recipe.pool; }
    ArchiveWatch watch() const;

    Worksite &m_site;
    const MachineRecipe &m_recipe;
    const Appliance &m_appliance;
    PlacedMedia m_media;
    Scratch m_scratch;
};

Result<void> compareDigests(const std::vector<ApplianceDigest> &digests, const std::function<bool()> &isCancelled)
{
    for (const auto &digest : digests) {
        const auto found = digestOf(digest.file, digest.line.algorithm, isCancelled);
        if (!found)
            return failure(found.error());
        if (*found != digest.line.digest)
            return failure(Error::Kind::InvalidInput, QStringLiteral("a file is not what the manifest says: it was changed or damaged"), digest.line.file);
    }
    return {};
}

Result<PlacedMedia> Importing::run()
{
    // Beside the conversion, which reads the same bytes: they come from memory the second time.
    Lane lane(QStringLiteral("digests"));
    const auto isOver = std::make_shared<std::atomic<bool>>(false);
    auto checking = lane.run([digests = m_appliance.digests, control = m_site.control, isOver] {
        return compareDigests(digests, [&] { return *isOver || control.isCancelled(); });
    });
    for (size_t index = 0; index < m_appliance.machine.disks.size() && index < m_appliance.files.size(); ++index) {
        const auto placed = m_site.control.isCancelled() ? failure(Error::Kind::Cancelled, {}) : place(index);
        if (!placed) {
            *isOver = true;
            return failure(placed.error());
        }
    }
    if (const auto placed = placeVariables(); !placed) {
        *isOver = true;
        return failure(placed.error());
    }
    if (!m_appliance.digests.empty())
        m_site.control.report(JobStep::CheckingDigests);
    const auto checked = checking.result();
    if (!checked)
        return failure(checked.error());
    return std::move(m_media);
}

Result<void> Importing::place(size_t index)
{
    const auto &disk = m_appliance.machine.disks[index];
    const auto &file = m_appliance.files[index];
    if (disk.device == ForeignDisk::Device::Floppy)
        return {};
    if (disk.device == ForeignDisk::Device::Cdrom)
        return file.isEmpty() || !m_appliance.machine.domainXml.isEmpty() ? Result<void>() : placeDisc(file);
    if (!file.isEmpty())
        return placeDisk(disk, file);
    if (disk.capacity.isZero() || !m_appliance.machine.domainXml.isEmpty())
        return {}; // it is not to be had
    auto blank = makeBlankDisk(m_site, nextName(), m_recipe.pool, disk.capacity);
    if (!blank)
        return failure(blank.error());
    const auto where = placeOf(disk, m_appliance.machine, m_recipe.imported);
    blank->bus = where.bus;
    blank->scsiModel = where.scsiModel;
    m_media.disks.push_back(std::move(*blank));
    return {};
}

QString Importing::nextName() const
{
    return m_media.disks.empty() ? m_recipe.name : QStringLiteral("%1-disk%2").arg(m_recipe.name).arg(m_media.disks.size() + 1);
}

Result<void> Importing::placeDisk(const ForeignDisk &disk, const ApplianceFile &file)
{
    const auto order = orderFor(disk, file);
    if (!order)
        return failure(order.error());
    auto placed = importDisk(m_site, *order);
    if (!placed)
        return failure(placed.error());
    const auto where = placeOf(disk, m_appliance.machine, m_recipe.imported);
    placed->bus = where.bus;
    placed->scsiModel = where.scsiModel;
    m_media.disks.push_back(std::move(*placed));
    if (m_scratch.holds(order->file))
        QFile::remove(order->file); // there may be more, and no room for all of them at once
    return {};
}

Result<DiskOrder> Importing::orderFor(const ForeignDisk &disk, const ApplianceFile &file)
{
    DiskOrder order;
    order.name = nextName();
    order.pool = pool();
    order.use = DiskUse::Convert;
    const bool isInPlace = file.pieces.size() == 1 && !disk.isGzipped;
    if (isInPlace && !file.pieces.front().isWhole) {
        const auto &part = file.pieces.front();
        order.file = part.path;
        order.offset = part.offset;
        order.length = part.size;
        order.image.format = file.format;
        order.image.fileSize = part.size;
        order.image.virtualSize = virtualSizeOf(part, file.format, disk.capacity);
        return order;
    }
    const auto path = isInPlace ? Result<QString>(file.pieces.front().path) : fetched(disk, file);
    if (!path)
        return failure(path.error());
    const auto image = examineDisk(*path);
    if (!image)
        return failure(image.error());
    order.file = *path;
    order.image = *image;
    // A fixed VHD begins with its content: it says what it is at its end, or its description does. Raw stays raw, whatever a guest wrote there.
    if (file.format == u"raw" || disk.format == u"raw") {
        order.image.format = QStringLiteral("raw");
        order.image.virtualSize = image->fileSize;
        order.image.chain.clear();
        order.image.extents.clear();
        return order;
    }
    if (file.format == u"vpc")
        order.image.format = file.format;
    const bool isOurs = !isInPlace; // what was unpacked has nothing beside it
    if (isOurs && !image->standsAlone())
        return failure(Error::Kind::InvalidInput, QStringLiteral("a disk in the archive has its content in another file"), disk.file);
    const bool isOwn = m_appliance.kind != ApplianceKind::Ovf && m_appliance.kind != ApplianceKind::Bundle && m_appliance.kind != ApplianceKind::Vagrant;
    if (!isOwn && !image->chain.isEmpty())
        return failure(Error::Kind::InvalidInput, QStringLiteral("a disk of the appliance has its content in another file"), disk.file);
    return order;
}

ArchiveWatch Importing::watch() const
{
    return {[this](Bytes read, Bytes total) { m_site.control.report(JobStep::Unpacking, read, total); },
            [this] { return m_site.control.isCancelled(); }};
}

/// A packed disk, or one in pieces, as a file of its own.
Result<QString> Importing::fetched(const ForeignDisk &disk, const ApplianceFile &file)
{
    const auto module = archives();
    const auto folder = m_scratch.folder();
    if (!module || !folder)
        return failure(module ? folder.error() : module.error());
    // A disk takes hardly more room than it has sectors; what unpacks to much more is no disk.
    const auto limit = disk.capacity.isZero() ? mostUnpacked : Bytes(disk.capacity.count() + disk.capacity.count() / 8) + Bytes::mib(64);
    const auto number = QString::number(m_media.disks.size());
    auto path = *folder + QStringLiteral("/disk") + number;
    m_site.control.report(JobStep::Unpacking, {}, file.size);
    if (!file.archive.isEmpty()) {
        if (const auto done = (*module)->extract(file.archive, file.member, path, limit, watch()); !done)
            return failure(done.error());
    } else if (file.pieces.size() == 1 && file.pieces.front().isWhole) {
        path = file.pieces.front().path;
    } else if (const auto done = join(file.pieces, path); !done) {
        return failure(done.error());
    }
    if (!disk.isGzipped)
        return path;
    const auto plain = *folder + QStringLiteral("/plain") + number;
    const auto done = (*module)->decompress(path, plain, limit, watch());
    if (m_scratch.holds(path))
        QFile::remove(path);
    return done ? Result<QString>(plain) : failure(done.error());
}

Result<void> Importing::join(const std::vector<ByteSource> &pieces, const QString &target)
{
    QFile whole(target);
    if (!whole.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(Error::Kind::Refused, whole.errorString(), target);
    for (const auto &piece : pieces) {
        QFile part(piece.path);
        if (!part.open(QIODevice::ReadOnly) || !part.seek(qint64(piece.offset)))
            return failure(Error::Kind::Refused, part.errorString(), piece.path);
        for (auto left = qint64(piece.size.count()); left > 0;) {
            if (m_site.control.isCancelled())
                return failure(Error::Kind::Cancelled, {});
            const auto bytes = part.read(std::min(left, pieceSize));
            if (bytes.isEmpty())
                return failure(Error::Kind::InvalidInput, QStringLiteral("the file is cut short"), piece.path);
            if (whole.write(bytes) != bytes.size())
                return failure(Error::Kind::NoSpace, whole.errorString(), target);
            left -= bytes.size();
        }
    }
    return whole.flush() ? Result<void>() : failure(Error::Kind::NoSpace, whole.errorString(), target);
}

Result<void> Importing::placeDisc(const ApplianceFile &file)
{
    const bool isHere = file.pieces.size() == 1 && file.pieces.front().isWhole;
    if (isHere && m_site.survey.isLocal) {
        m_media.cdroms += file.pieces.front().path;
        return {};
    }
    auto path = isHere ? Result<QString>(file.pieces.front().path) : fetched({}, file);
    const auto placed = path ? uploadToPool(m_site, pool(), *path, QFileInfo(file.name).fileName()) : Result<QString>(failure(path.error()));
    if (!placed)
        return failure(placed.error());
    m_media.cdroms += *placed;
    return {};
}

/// What the firmware keeps: boot entries, enrolled keys. It goes into the pool, since nothing else of the host can be written to.
Result<void> Importing::placeVariables()
{
    constexpr auto most = Bytes::mib(16);
    if (m_appliance.nvram.pieces.size() != 1 || m_recipe.imported.firmware == ForeignFirmware::Bios)
        return {};
    const auto bytes = readSource(m_appliance.nvram.pieces.front(), most);
    const auto folder = bytes ? m_scratch.folder() : Result<QString>(failure(bytes.error()));
    if (!folder)
        return failure(folder.error());
    QFile file(*folder + QStringLiteral("/nvram"));
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.flush())
        return failure(Error::Kind::NoSpace, file.errorString(), file.fileName());
    const auto placed = uploadToPool(m_site, pool(), file.fileName(), m_recipe.name + QStringLiteral("-nvram.fd"));
    if (!placed)
        return failure(placed.error());
    m_media.nvram = *placed;
    return {};
}

} // namespace

Result<PlacedMedia> importAppliance(Worksite &site, const MachineRecipe &recipe)
{
    if (!recipe.imported.appliance)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the appliance was not opened"), recipe.mediaPath);
    return Importing(site, recipe).run();
}
