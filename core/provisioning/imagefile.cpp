// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/imagefile.h"

#include "core/base/systemerror.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

Result<ImageFile> ImageFile::open(const QString &path)
{
    ImageFile source;
    // Without O_NONBLOCK, opening a pipe would wait for its other end.
    source.m_fd.reset(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!source.m_fd.isOpen())
        return failure(systemError(errno, path));
    struct stat status = {};
    if (::fstat(source.m_fd.get(), &status) != 0)
        return failure(systemError(errno, path));
    if (!S_ISREG(status.st_mode) && !S_ISBLK(status.st_mode))
        return failure(Error::Kind::InvalidInput, QStringLiteral("neither a file nor a drive"), path);
    source.m_size = ::lseek(source.m_fd.get(), 0, SEEK_END);
    if (source.m_size <= 0)
        return failure(Error::Kind::InvalidInput, QStringLiteral("the file is empty"), path);
    return source;
}

ImageFile ImageFile::holding(QByteArray head)
{
    ImageFile source;
    source.m_size = head.size();
    source.m_head = std::move(head);
    return source;
}

QByteArray ImageFile::at(qint64 offset, qint64 count) const
{
    if (offset < 0 || offset > m_size - count)
        return {};
    if (!m_fd.isOpen())
        return m_head.mid(offset, count);
    QByteArray data(count, Qt::Uninitialized);
    qint64 got = 0;
    while (got < count) {
        const auto n = ::pread(m_fd.get(), data.data() + got, size_t(count - got), offset + got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return {};
        got += n;
    }
    return data;
}
