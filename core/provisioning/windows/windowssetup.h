// SPDX-License-Identifier: GPL-3.0-or-later
// What a person wants of a Windows that is to be installed. A value.
#pragma once

#include "core/provisioning/windows/windowsedition.h"

#include <optional>

struct WindowsSetup {
    std::optional<WindowsEdition> edition; ///< nothing: the medium did not say, and setup asks
    QString productKey;                    ///< empty: setup goes on without
    QString drivers;                       ///< disc with the drivers of virtio devices; empty: none
    QString driverFolder;                  ///< of the edition on that disc, below each device's: "w11/amd64"
};
