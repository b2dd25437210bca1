// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/appliances/appliancefolder.h"

#include "core/appliances/tarindex.h"
#include "core/appliances/vmdkdescription.h"
#include "core/archives/archives.h"

#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>

namespace {

constexpr int mostNames = 4096;
constexpr qint64 startSize = 4096;

tl::unexpected<Error> missing(const QString &name)
{
    return failure(Error::Kind::NotFound, QStringLiteral("a file that the description names is missing"), name.left(500));
}

tl::unexpected<Error> leadsOut(const QString &name)
{
    return failure(Error::Kind::InvalidInput, QStringLiteral("the description names a file outside of the appliance"), name.left(500));
}

/// "./box.img" is "box.img".
QString plainName(const QString &name)
{
    return name.startsWith(u"./") ? name.sliced(2) : name;
}

class Folder final : public ApplianceFolder {
public:
    Folder(const QString &path, Outside outside) : m_dir(path), m_outside(outside) {}

    QStringList names() const override
    {
        return m_dir.entryList(QDir::Files | QDir::NoSymLinks, QDir::Name).mid(0, mostNames);
    }
    Result<ApplianceFile> find(const QString &name) const override
    {
        const auto path = resolved(name);
        if (!path)
            return failure(path.error());
        const auto source = wholeFile(*path);
        if (!source)
            return source.error().kind == Error::Kind::NotFound ? missing(name) : failure(source.error());
        ApplianceFile file{name, {*source}, {}, {}, source->size, {}};
        if (const auto start = readStart(*source, startSize))
            file.format = diskFormatOf(*start);
        return file;
    }
    Result<QByteArray> read(const QString &name, Bytes limit) const override
    {
        const auto path = resolved(name);
        const auto source = path ? wholeFile(*path) : Result<ByteSource>(failure(path.error()));
        return source ? readSource(*source, limit) : failure(source.error());
    }

private:
    Result<QString> resolved(const QString &name) const
    {
        auto wanted = name;
        if (m_outside == Outside::Accepted) {
            wanted.replace(u'\\', u'/'); // as Windows writes paths
            // Its own place may be another computer's; then the file lies beside its description.
            const auto last = wanted.sliced(wanted.lastIndexOf(u'/') + 1);
            if (!last.isEmpty() && QFileInfo(m_dir, last).isFile() && !QFileInfo(m_dir, wanted).isFile())
                wanted = last;
            return QFileInfo(m_dir, wanted).absoluteFilePath();
        }
        if (!isInnerName(wanted))
            return leadsOut(name);
        const QFileInfo info(m_dir, wanted);
        // A link would lead out all the same.
        const auto inside = QFileInfo(m_dir.absolutePath()).canonicalFilePath() + u'/';
        if (info.exists() && !info.canonicalFilePath().startsWith(inside))
            return leadsOut(name);
        return info.absoluteFilePath();
    }

    QDir m_dir;
    Outside m_outside;
};

class Tar final : public ApplianceFolder {
public:
    Tar(QString path, std::vector<TarEntry> entries) : m_path(std::move(path)), m_entries(std::move(entries)) {}

    QStringList names() const override
    {
        QStringList names;
        for (const auto &entry : m_entries)
            names += plainName(entry.name);
        return names;
    }
    Result<ApplianceFile> find(const QString &name) const override
    {
        const auto source = place(name);
        if (!source)
            return failure(source.error());
        ApplianceFile file{name, {*source}, {}, {}, source->size, {}};
        const auto start = readStart(*source, startSize);
        if (!start)
            return failure(start.error());
        file.format = diskFormatOf(*start);
        return file;
    }
    Result<QByteArray> read(const QString &name, Bytes limit) const override
    {
        const auto source = place(name);
        return source ? readSource(*source, limit) : failure(source.error());
    }

private:
    Result<ByteSource> place(const QString &name) const
    {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [wanted = plainName(name)](const TarEntry &entry) {
            return plainName(entry.name) == wanted;
        });
        if (found == m_entries.end())
            return isInnerName(name) ? missing(name) : leadsOut(name);
        return ByteSource{m_path, found->offset, found->size, false};
    }

    QString m_path;
    std::vector<TarEntry> m_entries;
};

class Packed final : public ApplianceFolder {
public:
    Packed(QString path, const Archives &module, std::vector<ArchiveEntry> entries)
        : m_path(std::move(path)), m_module(module), m_entries(std::move(entries))
    {
    }

    QStringList names() const override
    {
        QStringList names;
        for (const auto &entry : m_entries)
            if (entry.kind == ArchiveEntry::Kind::File)
                names += plainName(entry.name);
        return names;
    }
    Result<ApplianceFile> find(const QString &name) const override
    {
        const auto *entry = place(name);
        if (!entry)
            return isInnerName(name) ? missing(name) : leadsOut(name);
        return ApplianceFile{name, {}, m_path, entry->name, entry->size, {}};
    }
    Result<QByteArray> read(const QString &name, Bytes limit) const override
    {
        const auto *entry = place(name);
        return entry ? m_module.read(m_path, entry->name, limit) : Result<QByteArray>(missing(name));
    }

private:
    const ArchiveEntry *place(const QString &name) const
    {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [wanted = plainName(name)](const ArchiveEntry &entry) {
            return entry.kind == ArchiveEntry::Kind::File && plainName(entry.name) == wanted;
        });
        return found == m_entries.end() ? nullptr : &*found;
    }

    QString m_path;
    const Archives &m_module;
    std::vector<ArchiveEntry> m_entries;
};

} // namespace

std::unique_ptr<ApplianceFolder> folderAt(const QString &path, Outside outside)
{
    return std::make_unique<Folder>(path, outside);
}

Result<std::unique_ptr<ApplianceFolder>> tarAt(const QString &path)
{
    auto entries = readTar(path);
    if (!entries)
        return failure(entries.error());
    return std::make_unique<Tar>(path, std::move(*entries));
}

Result<std::unique_ptr<ApplianceFolder>> archiveAt(const QString &path)
{
    const auto module = archives();
    if (!module)
        return failure(module.error());
    auto entries = (*module)->list(path, mostNames);
    if (!entries)
        return failure(entries.error());
    for (const auto &entry : *entries) {
        if (!entry.isSafe)
            return failure(Error::Kind::InvalidInput, QStringLiteral("a name in the archive leads out of it"), entry.name.left(500));
        if (entry.kind == ArchiveEntry::Kind::Link || entry.kind == ArchiveEntry::Kind::Other)
            return failure(Error::Kind::InvalidInput, QStringLiteral("the archive holds a link or a special file"), entry.name.left(500));
    }
    return std::make_unique<Packed>(path, **module, std::move(*entries));
}

QString diskFormatOf(const QByteArray &start)
{
    if (start.startsWith("QFI\xfb"))
        return QStringLiteral("qcow2");
    if (start.startsWith("KDMV") || start.startsWith("COWD") || start.startsWith("# Disk DescriptorFile"))
        return QStringLiteral("vmdk");
    if (start.startsWith("vhdxfile"))
        return QStringLiteral("vhdx");
    if (start.startsWith("conectix")) // of one that grows; a fixed one says it at its end
        return QStringLiteral("vpc");
    if (start.size() >= 0x44 && qFromLittleEndian<quint32>(start.constData() + 0x40) == 0xBEDA107F)
        return QStringLiteral("vdi");
    if (start.startsWith("\x1f\x8b"))
        return QString();
    return QStringLiteral("raw");
}

Result<void> checkStandsAlone(const QByteArray &start, const QString &format)
{
    if (format == u"vmdk") {
        const auto read = readVmdkStart(start);
        if (!read)
            return failure(read.error());
        if (!read->parent.isEmpty() || !read->files.isEmpty())
            return failure(Error::Kind::InvalidInput, QStringLiteral("a disk in the archive has its content in another file"));
    }
    if (format == u"qcow2") {
        constexpr quint64 externalData = 1U << 2;
        if (start.size() < 104)
            return failure(Error::Kind::InvalidInput, QStringLiteral("the disk is cut short"));
        const bool isNew = qFromBigEndian<quint32>(start.constData() + 4) >= 3;
        if (qFromBigEndian<quint64>(start.constData() + 8) != 0 || (isNew && (qFromBigEndian<quint64>(start.constData() + 72) & externalData)))
            return failure(Error::Kind::InvalidInput, QStringLiteral("a disk in the archive has its content in another file"));
        if (qFromBigEndian<quint32>(start.constData() + 32) != 0)
            return failure(Error::Kind::Unsupported, QStringLiteral("the disk is encrypted"));
    }
    return {};
}
