// SPDX-License-Identifier: GPL-3.0-or-later
// Where the files of an uncompressed tar lie (POSIX ustar and pax, GNU's long names and large sizes), so that a disk in an OVA can
// be read where it is. The tar is not trusted: nothing but plain files and folders with names that lead into a folder, nothing
// longer than the file. Blocks on the disk: call it on a worker.
#pragma once

#include "core/appliances/bytesource.h"

#include <vector>

struct TarEntry {
    QString name;
    quint64 offset = 0;
    Bytes size;
};

/// Whether it begins as a tar does.
bool isTar(const QByteArray &start);
/// The plain files, in order. InvalidInput with the reason.
Result<std::vector<TarEntry>> readTar(const QString &path);
/// Whether a name leads to a place below a folder: relative, no "..", no empty or control characters.
bool isInnerName(const QString &name);
