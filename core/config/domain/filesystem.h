// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of the host in a machine. https://libvirt.org/formatdomain.html#filesystems
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct FilesystemDriverTag;
using FilesystemDriver = Word<FilesystemDriverTag>;
namespace filesystemDrivers {
inline FilesystemDriver path() { return FilesystemDriver(QStringLiteral("path")); }
inline FilesystemDriver virtiofs() { return FilesystemDriver(QStringLiteral("virtiofs")); }
} // namespace filesystemDrivers

class Filesystem final : public Element {
public:
    static constexpr std::string_view tag = "filesystem";
    using Element::Element;
    explicit Filesystem(const Element &element) : Element(element) {}

    static constexpr Text                   type{"@type"};
    static constexpr Text                   accessMode{"@accessmode"}; ///< of 9p: whose files the guest's are
    static constexpr Text                   multiDevices{"@multidevs"}; ///< of 9p
    static constexpr Term<FilesystemDriver> driver{"driver/@type"};
    static constexpr Text                   folder{"source/@dir"};
    static constexpr Text                   target{"target/@dir"}; ///< a name, or of a container a folder
    static constexpr Flag                   readOnly{"readonly"};
    static constexpr auto all = std::tuple{type, accessMode, multiDevices, driver, folder, target, readOnly};
};
