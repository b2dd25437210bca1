// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archives/isoimage.h"

#include "core/base/systemerror.h"

#include <QFile>

#include <archive.h>
#include <archive_entry.h>

#include <cerrno>
#include <ctime>
#include <memory>

#include <fcntl.h>
#include <unistd.h>

namespace {

struct Closed {
    void operator()(archive *writer) const { archive_write_free(writer); }
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};
using Writer = std::unique_ptr<archive, Closed>;
using Entry = std::unique_ptr<archive_entry, Closed>;

Error errorOf(archive *writer, const QString &target)
{
    const int number = archive_errno(writer);
    return {number == ENOSPC || number == EDQUOT ? Error::Kind::NoSpace : Error::Kind::Internal,
            QString::fromUtf8(archive_error_string(writer)), target};
}

Result<void> writeAll(archive *writer, int fd, const QByteArray &label, const std::vector<IsoFile> &files, const QString &target)
{
    const bool isReady = archive_write_set_format_iso9660(writer) == ARCHIVE_OK
        && archive_write_set_format_option(writer, "iso9660", "volume-id", label.constData()) == ARCHIVE_OK
        && archive_write_set_format_option(writer, "iso9660", "pad", nullptr) == ARCHIVE_OK // for drives that read ahead
        && archive_write_open_fd(writer, fd) == ARCHIVE_OK;
    if (!isReady)
        return failure(errorOf(writer, target));
    for (const auto &[name, data] : files) {
        const Entry entry(archive_entry_new());
        archive_entry_set_pathname_utf8(entry.get(), name.toUtf8().constData());
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0444);
        archive_entry_set_size(entry.get(), data.size());
        archive_entry_set_mtime(entry.get(), std::time(nullptr), 0);
        if (archive_write_header(writer, entry.get()) != ARCHIVE_OK
            || archive_write_data(writer, data.constData(), size_t(data.size())) != data.size())
            return failure(errorOf(writer, target));
    }
    if (archive_write_close(writer) != ARCHIVE_OK)
        return failure(errorOf(writer, target));
    return {};
}

} // namespace

Result<void> writeIsoImage(const QString &target, const QByteArray &label, const std::vector<IsoFile> &files)
{
    const auto path = QFile::encodeName(target);
    // What is set up with it may be secret.
    const int fd = open(path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return failure(systemError(errno, target));
    const Writer writer(archive_write_new());
    auto outcome = writeAll(writer.get(), fd, label, files, target);
    if (close(fd) != 0 && outcome)
        outcome = failure(systemError(errno, target));
    if (!outcome)
        unlink(path.constData());
    return outcome;
}
