// SPDX-License-Identifier: GPL-3.0-or-later
// A file or drive that is read at a few places and not trusted. Blocks on its disk; one thread at a time.
#pragma once

#include "core/base/bytes.h"
#include "core/base/filedescriptor.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QtEndian>

class ImageFile final {
public:
    /// NotFound, Refused, or InvalidInput (a folder, a pipe, an empty file).
    static Result<ImageFile> open(const QString &path);
    /// The beginning of one, held in memory.
    static ImageFile holding(QByteArray head);

    Bytes size() const { return Bytes(quint64(m_size)); }
    /// Exactly `count` bytes, or none where the file is shorter.
    QByteArray at(qint64 offset, qint64 count) const;

private:
    FileDescriptor m_fd;
    QByteArray m_head;
    qint64 m_size = 0;
};

/// A number of a header; `data` must reach that far.
template<class T>
T littleEndian(const QByteArray &data, qsizetype offset)
{
    return qFromLittleEndian<T>(data.constData() + offset);
}

template<class T>
T bigEndian(const QByteArray &data, qsizetype offset)
{
    return qFromBigEndian<T>(data.constData() + offset);
}
