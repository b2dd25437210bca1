// SPDX-License-Identifier: GPL-3.0-or-later
// Images that a person added to the catalogue, as the settings keep them (JSON). Pure; any thread.
#pragma once

#include "core/base/result.h"
#include "core/provisioning/osimage.h"

#include <QByteArray>

#include <vector>

namespace ownimages {

/// What is not understood is left out.
std::vector<OsImage> fromJson(const QByteArray &json);
QByteArray toJson(const std::vector<OsImage> &images);

/// An image from what was typed. InvalidInput, with the part that is wrong in `detail`: "name", "url" or "checksum"; the last
/// may be empty.
Result<OsImage> fromText(const QString &name, const QString &address, const QString &checksum);

} // namespace ownimages
