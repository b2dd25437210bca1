// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archives/sparsefile.h"

#include "core/base/systemerror.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace {

constexpr qint64 holeSize = 64 * 1024; // what qcow2 and most file systems give out at once, or a multiple of it

bool isZero(const char *data, qint64 count)
{
    return count == 0 || (data[0] == 0 && std::memcmp(data, data + 1, size_t(count - 1)) == 0);
}

} // namespace

Result<SparseFile> SparseFile::create(const QString &path)
{
    SparseFile file;
    file.m_file.reset(::open(QFile::encodeName(path).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644));
    if (!file.m_file.isOpen())
        return failure(systemError(errno, path));
    file.m_path = path;
    return file;
}

SparseFile::~SparseFile()
{
    if (m_file.isOpen())
        ::unlink(QFile::encodeName(m_path).constData());
}

Result<void> SparseFile::write(const char *data, qint64 count, qint64 offset)
{
    while (count > 0) {
        const auto part = std::min(count, holeSize - offset % holeSize);
        if (!isZero(data, part)) {
            if (auto put = this->put(data, part, offset); !put)
                return put;
        }
        data += part;
        offset += part;
        count -= part;
    }
    return {};
}

Result<void> SparseFile::put(const char *data, qint64 count, qint64 offset)
{
    while (count > 0) {
        const auto done = ::pwrite(m_file.get(), data, size_t(count), offset);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return failure(systemError(done == 0 ? ENOSPC : errno, m_path));
        data += done;
        offset += done;
        count -= done;
    }
    return {};
}

Result<void> SparseFile::finish(qint64 length)
{
    // Some file systems tell only at the end that there was no room.
    if (::ftruncate(m_file.get(), length) != 0 || ::fsync(m_file.get()) != 0)
        return failure(systemError(errno, m_path));
    m_file.reset();
    return {};
}
