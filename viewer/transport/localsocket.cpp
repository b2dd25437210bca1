// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/transport/localsocket.h"

#include <QFile>

#include <algorithm>
#include <cerrno>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

std::variant<int, std::errc> localsocket::connectTo(const QString &path)
{
    const auto name = QFile::encodeName(path);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || name.size() >= qsizetype(sizeof address.sun_path))
        return std::errc::filename_too_long;
    std::copy(name.begin(), name.end(), address.sun_path);
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return std::errc(errno);
    if (::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
        return fd;
    const auto why = std::errc(errno);
    ::close(fd);
    return why;
}
