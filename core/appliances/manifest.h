// SPDX-License-Identifier: GPL-3.0-or-later
// An OVF package's manifest: "SHA256(disk.vmdk)= …", one file a line (DSP0243, 6). Pure.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

#include <vector>

struct ManifestLine {
    QString file;
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    QByteArray digest; ///< lower-case hexadecimal digits
};

/// InvalidInput where a line is none, or names an algorithm that the standard does not.
Result<std::vector<ManifestLine>> readManifest(const QByteArray &bytes);
QByteArray writeManifest(const std::vector<ManifestLine> &lines);
