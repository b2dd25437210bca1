// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel said of a file, as an Error. Any thread. See errno(3).
#pragma once

#include "core/base/error.h"

#include <QString>

#include <cerrno>
#include <cstring>

/// `number` is an errno; `path` names the file for the detail.
inline Error systemError(int number, const QString &path)
{
    const auto kind = [number] {
        switch (number) {
        case EEXIST: return Error::Kind::AlreadyExists;
        case ENOSPC:
        case EDQUOT:
        case EFBIG: return Error::Kind::NoSpace;
        case EACCES:
        case EPERM:
        case EROFS: return Error::Kind::Refused;
        case ENOENT:
        case ENOTDIR: return Error::Kind::NotFound;
        default: return Error::Kind::Internal;
        }
    }();
    return Error{kind, QString::fromLocal8Bit(std::strerror(number)), path};
}
