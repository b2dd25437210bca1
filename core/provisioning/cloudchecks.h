// SPDX-License-Identifier: GPL-3.0-or-later
// Whether cloud-init could do what it is asked to. Pure, but for YAML, which a module reads: see guestsetup.
#pragma once

#include "core/guestsetup/guestsetup.h"
#include "core/provisioning/machinerecipe.h"

#include <QStringView>

#include <optional>
#include <vector>

/// By its first line, as cloud-init tells them apart.
enum class UserDataKind { Unknown, CloudConfig, Script, Boothook, Include, Archive, Template, PartHandler, Multipart };
UserDataKind kindOfUserData(QStringView text);
/// A finding on the person's own user-data; nothing where it will do. `verdict` is of the same text, and matters for cloud-config.
std::optional<RecipeFinding> userDataFinding(const QString &text, const YamlVerdict &verdict);
/// Every other finding on the set-up.
std::vector<RecipeFinding> checkCloudSetup(const CloudSetup &setup);
/// Words of a line or several: names of packages.
QStringList packagesFrom(const QString &text);
