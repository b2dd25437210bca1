// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/diskimport.h"

#include "core/archives/archives.h"
#include "core/libvirt/volumes.h"
#include "core/provisioning/filecopy.h"
#include "core/provisioning/qemuimg.h"
#include "core/provisioning/scratch.h"
#include "core/provisioning/volumeplacing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace {

const auto raw = QStringLiteral("raw");
const auto qcow2 = QStringLiteral("qcow2");
constexpr auto mostUnpacked = Bytes::gib(16 * 1024); // a bound, not a wish: what is full stops it before

/// The endings that people expect.
QString endingOf(const QString &format)
{
    return format == raw ? QStringLiteral(".img") : format == u"vpc" ? QStringLiteral(".vhd") : QStringLiteral(".") + format;
}

class Import {
public:
    Import(Worksite &site, const DiskOrder &order) : m_site(site), m_order(order) {}

    Result<PlacedDisk> run()
    {
        const auto pool = poolFor(m_site, m_order.pool);
        if (!pool)
            return failure(pool.error());
        m_format = !holdsFiles(pool->kind)                              ? raw
            : m_order.use == DiskUse::Convert || isPart()               ? qcow2
                                                                        : m_order.image.format;
        // Where this account may write to the pool's folder, nothing is moved twice.
        const bool isDirect = holdsFiles(pool->kind) && m_site.survey.isLocal && QFileInfo(pool->targetPath).isWritable();
        return isDirect ? placeDirectly(*pool) : placeByUpload(*pool);
    }

private:
    Result<PlacedDisk> placeDirectly(const PoolRecord &pool);
    Result<PlacedDisk> placeByUpload(const PoolRecord &pool);
    Result<QString> unpacked();
    Result<void> make(const QString &source, const QString &target);
    Result<void> write(const QString &source, const QString &target);
    Result<void> grow(const QString &disk);
    bool isPart() const { return !m_order.length.isZero(); }
    bool isAsItShouldBe() const { return !isPart() && m_format == m_order.image.format && m_order.size <= m_order.image.virtualSize; }
    void report(JobStep step, Bytes done, Bytes total) const { m_site.control.report(step, done, total); }

    Worksite &m_site;
    const DiskOrder &m_order;
    QString m_format;
    Scratch m_scratch;
};

/// The image as a file that is not packed; the order's own where it is none.
Result<QString> Import::unpacked()
{
    if (m_order.image.packing.isEmpty())
        return m_order.file;
    const auto module = archives();
    const auto folder = m_scratch.folder();
    if (!module)
        return failure(module.error());
    if (!folder)
        return failure(folder.error());
    const auto target = *folder + QStringLiteral("/unpacked");
    report(JobStep::Unpacking, {}, m_order.image.fileSize);
    const ArchiveWatch watch{[this](Bytes read, Bytes total) { report(JobStep::Unpacking, read, total); },
                             [this] { return m_site.control.isCancelled(); }};
    if (const auto done = (*module)->decompress(m_order.file, target, mostUnpacked, watch); !done)
        return failure(done.error());
    // Now that it can be looked into as a whole, what was inside may name files of this computer.
    const auto inside = examineDisk(target);
    if (!inside)
        return failure(inside.error());
    if (!inside->standsAlone() || inside->format != m_order.image.format)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the packed image needs other files"), m_order.file);
    return target;
}

/// Writes the disk to a new file, in the wanted format and size. Of what fails nothing is left.
Result<void> Import::make(const QString &source, const QString &target)
{
    if (auto written = write(source, target); !written)
        return written;
    auto grown = grow(target);
    if (!grown)
        QFile::remove(target);
    return grown;
}

Result<void> Import::write(const QString &source, const QString &target)
{
    const auto cancelled = [this] { return m_site.control.isCancelled(); };
    const auto &image = m_order.image;
    if (m_format == image.format && image.standsAlone() && !isPart()) {
        report(JobStep::Converting, {}, image.fileSize);
        return copyFile(source, target, {[this](Bytes done, Bytes total) { report(JobStep::Converting, done, total); }, cancelled});
    }
    const auto size = std::max(image.virtualSize, Bytes(1));
    report(JobStep::Converting, {}, size);
    const auto told = [this, size](double part) { report(JobStep::Converting, Bytes(quint64(double(size.count()) * part)), size); };
    auto done = isPart() ? qemuimg::convertPart({source, m_order.offset, m_order.length, image.format}, target, m_format, {told, cancelled})
                         : qemuimg::convert(source, image.format, target, m_format, {told, cancelled});
    if (!done)
        QFile::remove(target);
    return done;
}

Result<void> Import::grow(const QString &disk)
{
    if (m_order.size.isZero())
        return {};
    const auto made = examineDisk(disk);
    if (!made)
        return failure(made.error());
    return m_order.size <= made->virtualSize ? Result<void>() : qemuimg::grow(disk, m_format, m_order.size);
}

Result<PlacedDisk> Import::placeDirectly(const PoolRecord &pool)
{
    const auto source = unpacked();
    if (!source)
        return failure(source.error());
    auto name = m_order.name + endingOf(m_format);
    const QDir folder(pool.targetPath);
    for (int number = 2; folder.exists(name) || volumes::lookup(pool.pool, name); ++number)
        name = numberedFile(m_order.name + endingOf(m_format), number);
    const auto target = folder.absoluteFilePath(name);
    const bool isOurs = *source != m_order.file;
    if (isOurs && isAsItShouldBe() && QFile::rename(*source, target)) {
        // unpacked on the same file system: it only moves
    } else if (const auto made = make(*source, target); !made) {
        return failure(made.error());
    }
    m_site.undo.add(name, [target, handle = pool.pool]() -> Result<void> {
        const bool isGone = QFile::remove(target) || !QFile::exists(target);
        pools::refresh(handle); // which would list it still
        return isGone ? Result<void>() : failure(Error::Kind::Refused, {}, target);
    });
    pools::refresh(pool.pool); // a pool that another job uses at this moment is refreshed by libvirt later
    return PlacedDisk{target, m_format};
}

Result<PlacedDisk> Import::placeByUpload(const PoolRecord &pool)
{
    auto source = unpacked();
    if (!source)
        return failure(source.error());
    if (!isAsItShouldBe() || !m_order.image.standsAlone()) {
        const auto folder = m_scratch.folder();
        if (!folder)
            return failure(folder.error());
        const auto converted = *folder + QStringLiteral("/converted");
        if (const auto made = make(*source, converted); !made)
            return failure(made.error());
        source = converted;
    }
    const auto name = m_order.name + (holdsFiles(pool.kind) ? endingOf(m_format) : QString());
    const auto path = uploadFile(m_site, pool.pool, *source, name);
    if (!path)
        return failure(path.error());
    return PlacedDisk{*path, m_format};
}

} // namespace

Result<PlacedDisk> importDisk(Worksite &site, const DiskOrder &order)
{
    return Import(site, order).run();
}
