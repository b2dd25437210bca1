// SPDX-License-Identifier: GPL-3.0-or-later
// What an installer of Windows can install, by what its own install.wim or install.esd says of itself. A few bounded reads, some
// hundred KiB at most. Blocks on the image's disk.
// https://learn.microsoft.com/windows-hardware/manufacture/desktop/wim-file-format (the XML of a WIM is never compressed)
#pragma once

#include "core/provisioning/imagefile.h"
#include "core/provisioning/windows/windowsedition.h"

#include <vector>

/// None where the image is no installer of Windows.
std::vector<WindowsEdition> windowsEditionsOn(const ImageFile &image);
/// The XML of a WIM, in UTF-16. None where it is not what it should be.
std::vector<WindowsEdition> editionsFrom(const QByteArray &xml);
/// Which one most people want: Professional, of servers Standard with a desktop, else the first. Its place in the list, which is not
/// empty.
size_t usualEdition(const std::vector<WindowsEdition> &editions);
