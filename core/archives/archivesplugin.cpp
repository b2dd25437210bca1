// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archives/archives.h"
#include "core/archives/isoimage.h"
#include "core/archives/packedfile.h"

#include <QObject>

namespace {

/// The archive, read up to that entry.
Result<PackedFile> openAt(const QString &archive, const QString &entry)
{
    auto file = PackedFile::open(archive, PackedFile::As::Archive);
    if (!file)
        return file;
    for (;;) {
        const auto next = file->next();
        if (!next)
            return failure(next.error());
        if (!*next)
            return failure(Error::Kind::NotFound, QStringLiteral("not in the archive"), entry);
        if ((*next)->name != entry)
            continue;
        if ((*next)->kind != ArchiveEntry::Kind::File)
            return failure(Error::Kind::InvalidInput, QStringLiteral("not a plain file"), entry);
        return file;
    }
}

} // namespace

class ArchivesPlugin : public QObject, public Archives {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "org.vivarium.Archives/2")
    Q_INTERFACES(Archives)
public:
    Result<std::vector<ArchiveEntry>> list(const QString &archive, int most) const override
    {
        auto file = PackedFile::open(archive, PackedFile::As::Archive);
        if (!file)
            return failure(file.error());
        std::vector<ArchiveEntry> entries;
        for (;;) {
            auto next = file->next();
            if (!next)
                return failure(next.error());
            if (!*next)
                return entries;
            if (int(entries.size()) == most)
                return failure(Error::Kind::InvalidInput, QStringLiteral("too many entries"), archive);
            entries.push_back(std::move(**next));
        }
    }

    Result<QByteArray> read(const QString &archive, const QString &entry, Bytes limit) const override
    {
        auto file = openAt(archive, entry);
        if (!file)
            return failure(file.error());
        return file->readAll(limit);
    }

    Result<void> extract(const QString &archive, const QString &entry, const QString &target, Bytes limit,
                         const ArchiveWatch &watch) const override
    {
        auto file = openAt(archive, entry);
        if (!file)
            return failure(file.error());
        return file->writeTo(target, limit, watch);
    }

    Result<QByteArray> startOfCompressed(const QString &path, int count) const override
    {
        auto file = PackedFile::open(path, PackedFile::As::Compressed);
        if (!file)
            return failure(file.error());
        return file->readStart(count);
    }

    Result<void> decompress(const QString &path, const QString &target, Bytes limit, const ArchiveWatch &watch) const override
    {
        auto file = PackedFile::open(path, PackedFile::As::Compressed);
        if (!file)
            return failure(file.error());
        return file->writeTo(target, limit, watch);
    }

    Result<void> writeIso(const QString &target, const QByteArray &label, const std::vector<IsoFile> &files) const override
    {
        return writeIsoImage(target, label, files);
    }
};

#include "archivesplugin.moc"
