// SPDX-License-Identifier: GPL-3.0-or-later
// What boots the machine: type, machine, firmware, loader, kernel. A section of a DomainConfig.
// https://libvirt.org/formatdomain.html#operating-system-booting
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct OsTypeTag;
using OsType = Word<OsTypeTag>;
namespace osTypes {
inline OsType hvm() { return OsType(QStringLiteral("hvm")); }
inline OsType exe() { return OsType(QStringLiteral("exe")); } ///< a container
} // namespace osTypes

struct FirmwareKindTag;
using FirmwareKind = Word<FirmwareKindTag>;
namespace firmwares {
inline FirmwareKind bios() { return FirmwareKind(QStringLiteral("bios")); }
inline FirmwareKind efi() { return FirmwareKind(QStringLiteral("efi")); }
} // namespace firmwares

struct LoaderTypeTag;
using LoaderType = Word<LoaderTypeTag>;
namespace loaderTypes {
inline LoaderType pflash() { return LoaderType(QStringLiteral("pflash")); }
inline LoaderType rom() { return LoaderType(QStringLiteral("rom")); }
} // namespace loaderTypes

class Firmware final : public Element {
public:
    using Element::Element;
    explicit Firmware(const Element &domain) : Element(domain) {}

    static constexpr Term<OsType>       type{"os/type"}; ///< "hvm", "xen", "exe" …
    static constexpr Text               architecture{"os/type/@arch"};
    static constexpr Text               machineType{"os/type/@machine"};
    static constexpr Term<FirmwareKind> firmware{"os/@firmware"};
    static constexpr YesNo              enrolledKeys{"os/firmware/feature[@name='enrolled-keys']/@enabled"};
    static constexpr YesNo              secureBoot{"os/firmware/feature[@name='secure-boot']/@enabled"};
    static constexpr Text               loader{"os/loader"};
    static constexpr Term<LoaderType>   loaderType{"os/loader/@type"};
    static constexpr YesNo              loaderReadOnly{"os/loader/@readonly"};
    static constexpr YesNo              loaderSecure{"os/loader/@secure"};
    static constexpr Text               nvram{"os/nvram"};
    static constexpr Text               nvramTemplate{"os/nvram/@template"};
    static constexpr YesNo              bootMenu{"os/bootmenu/@enable"};
    static constexpr Number             bootMenuTimeout{"os/bootmenu/@timeout"}; ///< milliseconds
    static constexpr Text               bootDevice{"os/boot/@dev"}; ///< the first; devices with their own order come without
    static constexpr Text               kernel{"os/kernel"};
    static constexpr Text               initrd{"os/initrd"};
    static constexpr Text               commandLine{"os/cmdline"};
    static constexpr Text               smbios{"os/smbios/@mode"};
    static constexpr auto all = std::tuple{type, architecture, machineType, firmware, enrolledKeys, secureBoot, loader, loaderType,
                                           loaderReadOnly, loaderSecure, nvram, nvramTemplate, bootMenu, bootMenuTimeout, bootDevice, kernel,
                                           initrd, commandLine, smbios};
};
