// SPDX-License-Identifier: GPL-3.0-or-later
// Archives and compressed files, read and written by a module that is loaded when the first one is wanted: its libraries would
// make every start larger. What it reads is hostile until proven otherwise: names are checked, amounts are bounded.
// Every function blocks on disks: call it on a lane. Thread-safe.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QtPlugin>

#include <functional>
#include <utility>
#include <vector>

struct ArchiveEntry {
    enum class Kind { File, Folder, Link, Other };
    QString name;   ///< as the archive says it, in UTF-8
    Kind kind = Kind::File;
    Bytes size;     ///< unpacked, as the archive says; zero where it does not
    bool isSafe = true; ///< false where the name would lead out of a folder that it is unpacked to
};

/// How far a long piece of work is and whether it is to go on. Both are called in the working thread, every few MiB.
struct ArchiveWatch {
    std::function<void(Bytes read, Bytes total)> progress = {}; ///< of the packed file
    std::function<bool()> isCancelled = {};
};

/// Name and content of a file in an ISO image.
using IsoFile = std::pair<QString, QByteArray>;

class Archives {
public:
    virtual ~Archives() = default;

    /// What a tar (also a compressed one), zip, 7z, cpio or ISO 9660 image holds, in its order. InvalidInput where it is none of
    /// them, is cut short, or has more than `most` entries.
    virtual Result<std::vector<ArchiveEntry>> list(const QString &archive, int most) const = 0;
    /// One file of it. NotFound; InvalidInput where it is larger than `limit`.
    virtual Result<QByteArray> read(const QString &archive, const QString &entry, Bytes limit) const = 0;
    /// One file of it, to a new file with holes where it has zeros. AlreadyExists; NoSpace; InvalidInput where it is no plain file, is
    /// cut short or longer than `limit`; Cancelled. What was written before a failure is removed again.
    virtual Result<void> extract(const QString &archive, const QString &entry, const QString &target, Bytes limit,
                                 const ArchiveWatch &watch) const = 0;

    /// The first bytes of what an .xz, .gz, .zst, .bz2 or .lz4 file holds; at most `count`. InvalidInput where it is not compressed.
    virtual Result<QByteArray> startOfCompressed(const QString &file, int count) const = 0;
    /// What such a file holds, as extract() does it.
    virtual Result<void> decompress(const QString &file, const QString &target, Bytes limit, const ArchiveWatch &watch) const = 0;

    /// A new ISO 9660 image with these files at its top and that volume label, for its owner's eyes alone. AlreadyExists, NoSpace,
    /// Refused; a failure leaves no file.
    virtual Result<void> writeIso(const QString &target, const QByteArray &label, const std::vector<IsoFile> &files) const = 0;
};
Q_DECLARE_INTERFACE(Archives, "org.vivarium.Archives/2")

/// Unsupported where the module is not installed. The first call takes some tens of milliseconds.
Result<Archives *> archives();
