// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/seedplacing.h"

#include "core/provisioning/volumeplacing.h"

#include <QTemporaryDir>

Result<QString> placeSeed(Worksite &site, const QString &machine, const QString &pool, const QByteArray &label, const std::vector<IsoFile> &files)
{
    const auto module = archives();
    if (!module)
        return failure(module.error());
    // Written here first, for this account's eyes, and gone before the machine starts.
    QTemporaryDir scratch;
    if (!scratch.isValid())
        return failure(Error::Kind::Refused, scratch.errorString(), scratch.path());
    const auto file = scratch.filePath(QStringLiteral("seed.iso"));
    if (const auto written = (*module)->writeIso(file, label, files); !written)
        return failure(written.error());
    return uploadToPool(site, pool, file, machine + QStringLiteral("-seed.iso"), VolumeSight::Private);
}
