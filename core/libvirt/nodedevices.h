// SPDX-License-Identifier: GPL-3.0-or-later
// The devices of a host. Every function blocks: call it on a lane.
#pragma once

#include "core/base/result.h"
#include "core/libvirt/handle.h"

#include <QString>

#include <vector>

namespace nodedevices {
enum class Kind { NetworkCard, Storage };
/// The description of each, up to 512 of them (https://libvirt.org/formatnode.html). Unsupported with many drivers.
Result<std::vector<QString>> list(const ConnectHandle &connection, Kind kind);
} // namespace nodedevices
