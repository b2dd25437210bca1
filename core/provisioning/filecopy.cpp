// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/filecopy.h"

#include "core/base/filedescriptor.h"
#include "core/base/systemerror.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <unistd.h>

namespace {

constexpr off_t partSize = 8 << 20; // between looks at the watch

/// Reads and writes by hand where the kernel does not copy between the two file systems.
bool copyByHand(int from, int to, off_t offset, off_t count)
{
    static thread_local std::array<char, 1 << 20> buffer;
    while (count > 0) {
        const auto got = ::pread(from, buffer.data(), size_t(std::min<off_t>(count, buffer.size())), offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0)
            errno = EIO; // it got shorter
        if (got <= 0)
            return false;
        for (ssize_t put = 0; put < got;) {
            const auto done = ::pwrite(to, buffer.data() + put, size_t(got - put), offset + put);
            if (done < 0 && errno != EINTR)
                return false;
            put += std::max<ssize_t>(done, 0);
        }
        offset += got;
        count -= got;
    }
    return true;
}

bool copyPart(int from, int to, off_t offset, off_t count)
{
    while (count > 0) {
        off64_t in = offset, out = offset;
        const auto done = ::copy_file_range(from, &in, to, &out, size_t(count), 0);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return (done == 0 || errno == EXDEV || errno == EINVAL || errno == EOPNOTSUPP || errno == ENOSYS)
                   && copyByHand(from, to, offset, count);
        offset += done;
        count -= done;
    }
    return true;
}

class Copying {
public:
    Copying(int from, int to, off_t size, const CopyWatch &watch) : m_from(from), m_to(to), m_size(size), m_watch(watch) {}

    /// An error number; zero where all went well, ECANCELED where it was told to stop.
    int run()
    {
        if (::ioctl(m_to, FICLONE, m_from) == 0)
            return 0;
        for (off_t at = 0; at < m_size;) {
            auto data = ::lseek(m_from, at, SEEK_DATA);
            if (data < 0 && errno == ENXIO) // nothing but a hole is left
                break;
            if (data < 0)
                data = at; // a file system that knows no holes
            const auto hole = ::lseek(m_from, data, SEEK_HOLE);
            const auto end = std::min(hole < 0 ? m_size : hole, m_size);
            if (const int problem = copyRange(data, end))
                return problem;
            at = std::max(end, data + 1);
        }
        return ::ftruncate(m_to, m_size) == 0 && ::fsync(m_to) == 0 ? 0 : errno;
    }

private:
    int copyRange(off_t at, off_t end)
    {
        for (; at < end; at += partSize) {
            if (m_watch.isCancelled && m_watch.isCancelled())
                return ECANCELED;
            if (!copyPart(m_from, m_to, at, std::min(partSize, end - at)))
                return errno;
            if (m_watch.progress)
                m_watch.progress(Bytes(quint64(std::min(at + partSize, end))), Bytes(quint64(m_size)));
        }
        return 0;
    }

    int m_from;
    int m_to;
    off_t m_size;
    const CopyWatch &m_watch;
};

} // namespace

Result<void> copyFile(const QString &from, const QString &to, const CopyWatch &watch)
{
    const FileDescriptor source(::open(QFile::encodeName(from).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!source.isOpen())
        return failure(systemError(errno, from));
    const auto size = ::lseek(source.get(), 0, SEEK_END);
    const FileDescriptor target(::open(QFile::encodeName(to).constData(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644));
    if (!target.isOpen())
        return failure(systemError(errno, to));
    const int problem = size < 0 ? EINVAL : Copying(source.get(), target.get(), size, watch).run();
    if (problem == 0)
        return {};
    ::unlink(QFile::encodeName(to).constData());
    return problem == ECANCELED ? failure(Error::Kind::Cancelled, {}, from) : failure(systemError(problem, to));
}
