// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archives/packedfile.h"

#include "core/archives/sparsefile.h"

#include <QFile>
#include <QFileInfo>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace {

constexpr size_t readSize = 256 * 1024;
constexpr qint64 watchInterval = 4 * 1024 * 1024; // of what is written, between looks at the watch

/// Tells a name that stays where it is put: relative, without steps upwards.
bool isSafeName(const QString &name)
{
    if (name.isEmpty() || name.contains(QChar(u'\0')) || name.startsWith(u'/') || name.startsWith(u'\\'))
        return false;
    if (name.size() > 1 && name[1] == u':') // a drive of Windows
        return false;
    auto steps = name;
    steps.replace(u'\\', u'/');
    return !steps.split(u'/').contains(QStringLiteral(".."));
}

ArchiveEntry::Kind kindOf(archive_entry *entry)
{
    if (archive_entry_hardlink(entry))
        return ArchiveEntry::Kind::Link;
    switch (archive_entry_filetype(entry)) {
    case 0: // a compressed file, or an archive that does not say
    case AE_IFREG: return ArchiveEntry::Kind::File;
    case AE_IFDIR: return ArchiveEntry::Kind::Folder;
    case AE_IFLNK: return ArchiveEntry::Kind::Link;
    default: return ArchiveEntry::Kind::Other;
    }
}

QString nameOf(archive_entry *entry)
{
    // The UTF-8 form is null where the bytes are none.
    if (const auto *name = archive_entry_pathname_utf8(entry))
        return QString::fromUtf8(name);
    return QString::fromUtf8(archive_entry_pathname(entry));
}

void allow(archive *reader, PackedFile::As as)
{
    // Not all that libarchive knows: some formats are rare and badly kept, and some filters start programs.
    archive_read_support_filter_gzip(reader);
    archive_read_support_filter_xz(reader);
    archive_read_support_filter_zstd(reader);
    archive_read_support_filter_bzip2(reader);
    archive_read_support_filter_lz4(reader);
    if (as == PackedFile::As::Compressed) {
        archive_read_support_format_raw(reader);
        return;
    }
    archive_read_support_format_tar(reader);
    archive_read_support_format_zip(reader);
    archive_read_support_format_7zip(reader);
    archive_read_support_format_cpio(reader);
    archive_read_support_format_iso9660(reader);
}

} // namespace

void PackedFile::Close::operator()(archive *reader) const
{
    archive_read_free(reader);
}

PackedFile::PackedFile(QString path) : m_reader(archive_read_new()), m_path(std::move(path)) {}

Result<PackedFile> PackedFile::open(const QString &path, As as)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Error::Kind::NotFound, QStringLiteral("No such file"), path);
    if (!info.isFile()) // a pipe would never end
        return failure(Error::Kind::InvalidInput, QStringLiteral("not a file"), path);
    if (!info.isReadable())
        return failure(Error::Kind::Refused, QStringLiteral("Permission denied"), path);
    PackedFile file(path);
    file.m_size = Bytes(quint64(info.size()));
    allow(file.m_reader.get(), as);
    if (archive_read_open_filename(file.m_reader.get(), QFile::encodeName(path).constData(), readSize) != ARCHIVE_OK)
        return failure(file.problem());
    if (as == As::Compressed) {
        // Every file is some raw one; it has to have been packed by something.
        const auto first = file.next();
        if (!first)
            return failure(first.error());
        if (!*first || archive_filter_count(file.m_reader.get()) < 2)
            return failure(Error::Kind::InvalidInput, QStringLiteral("not compressed in a known way"), path);
    }
    return file;
}

Error PackedFile::problem() const
{
    const int number = archive_errno(m_reader.get());
    const auto kind = number == EACCES ? Error::Kind::Refused : number == EIO ? Error::Kind::Internal : Error::Kind::InvalidInput;
    return Error{kind, QString::fromUtf8(archive_error_string(m_reader.get())), m_path};
}

Error PackedFile::tooLong() const
{
    return Error{Error::Kind::InvalidInput, QStringLiteral("unpacks to more than is allowed"), m_path};
}

Result<std::optional<ArchiveEntry>> PackedFile::next()
{
    archive_entry *entry = nullptr;
    const int status = archive_read_next_header(m_reader.get(), &entry);
    if (status == ARCHIVE_EOF)
        return std::optional<ArchiveEntry>();
    if (status < ARCHIVE_WARN)
        return failure(problem());
    ArchiveEntry found;
    found.name = nameOf(entry);
    found.kind = kindOf(entry);
    found.size = archive_entry_size_is_set(entry) ? Bytes(quint64(std::max<la_int64_t>(archive_entry_size(entry), 0))) : Bytes();
    found.isSafe = isSafeName(found.name);
    return std::optional(found);
}

Result<QByteArray> PackedFile::readAll(Bytes limit)
{
    auto text = readStart(int(std::min<quint64>(limit.count(), 1U << 30)) + 1);
    if (text && Bytes(quint64(text->size())) > limit)
        return failure(tooLong());
    return text;
}

Result<QByteArray> PackedFile::readStart(int count)
{
    QByteArray text;
    while (text.size() < count) {
        // Grown as it comes: what an entry says of its size is not believed.
        const auto part = std::min<qsizetype>(count - text.size(), qsizetype(readSize));
        const auto had = text.size();
        text.resize(had + part);
        const auto got = archive_read_data(m_reader.get(), text.data() + had, size_t(part));
        if (got < 0)
            return failure(problem());
        text.resize(had + qsizetype(got));
        if (got == 0)
            break;
    }
    return text;
}

Result<void> PackedFile::writeTo(const QString &target, Bytes limit, const ArchiveWatch &watch)
{
    auto file = SparseFile::create(target);
    if (!file)
        return failure(file.error());
    qint64 end = 0;
    qint64 looked = 0;
    for (;;) {
        const void *data = nullptr;
        size_t count = 0;
        la_int64_t offset = 0;
        const int status = archive_read_data_block(m_reader.get(), &data, &count, &offset);
        if (status == ARCHIVE_EOF) {
            end = std::max<qint64>(end, offset); // a tar may end in a hole
            break;
        }
        if (status < ARCHIVE_OK)
            return failure(problem());
        end = std::max<qint64>(end, offset + qint64(count));
        if (offset < 0 || Bytes(quint64(end)) > limit)
            return failure(tooLong());
        if (auto written = file->write(static_cast<const char *>(data), qint64(count), offset); !written)
            return written;
        if (end - looked < watchInterval)
            continue;
        looked = end;
        if (watch.isCancelled && watch.isCancelled())
            return failure(Error::Kind::Cancelled, {}, m_path);
        if (watch.progress)
            watch.progress(Bytes(quint64(archive_filter_bytes(m_reader.get(), -1))), m_size);
    }
    if (watch.isCancelled && watch.isCancelled())
        return failure(Error::Kind::Cancelled, {}, m_path);
    return file->finish(end);
}
