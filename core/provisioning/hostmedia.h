// SPDX-License-Identifier: GPL-3.0-or-later
// What on a host a machine can begin with: volumes of its pools, and its drives for discs.
#pragma once

#include "core/base/result.h"
#include "core/hosts/hostmedium.h"
#include "core/libvirt/handle.h"

#include <QFuture>

#include <vector>

class Host;
enum class MediaSource;

/// Drives first, then volumes by pool and name; what cannot be had is left out, an error is only where nothing can.
/// Blocks, for long where a pool is on a network: on a slow lane.
Result<std::vector<HostMedium>> listHostMedia(const ConnectHandle &connection);
/// The same, asked on the host's slow lane. GUI thread.
QFuture<Result<std::vector<HostMedium>>> askHostMedia(Host &host);
/// Those that such a machine can begin with: discs for an installer, disks for a machine that has its system already. Pure.
std::vector<HostMedium> mediaFor(MediaSource source, const std::vector<HostMedium> &media);
