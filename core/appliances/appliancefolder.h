// SPDX-License-Identifier: GPL-3.0-or-later
// What an appliance's files lie in: a folder, a tar whose files can be read where they are, or a compressed archive. Blocks on the
// disk: call it on a worker.
#pragma once

#include "core/appliances/appliance.h"

#include <QStringList>

#include <memory>

class ApplianceFolder {
public:
    virtual ~ApplianceFolder() = default;

    /// Names of all plain files, with forward slashes, in order.
    virtual QStringList names() const = 0;
    /// NotFound; InvalidInput where the name would lead elsewhere.
    virtual Result<ApplianceFile> find(const QString &name) const = 0;
    virtual Result<QByteArray> read(const QString &name, Bytes limit) const = 0;
};

/// Descriptions name files relative to themselves; some programs write whole paths, which is accepted where `outside` says so.
enum class Outside { Refused, Accepted };
std::unique_ptr<ApplianceFolder> folderAt(const QString &path, Outside outside);
Result<std::unique_ptr<ApplianceFolder>> tarAt(const QString &path);
/// Through the module that knows compressions.
Result<std::unique_ptr<ApplianceFolder>> archiveAt(const QString &path);

/// The driver word of a disk by its first bytes, "raw" where they are nobody's.
QString diskFormatOf(const QByteArray &start);
/// InvalidInput, Unsupported: a disk inside of a tar must stand alone.
Result<void> checkStandsAlone(const QByteArray &start, const QString &format);
