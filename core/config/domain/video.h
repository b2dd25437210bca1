// SPDX-License-Identifier: GPL-3.0-or-later
// A graphics card. https://libvirt.org/formatdomain.html#video-devices
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct VideoModelTag;
using VideoModel = Word<VideoModelTag>;
namespace videoModels {
inline VideoModel virtio() { return VideoModel(QStringLiteral("virtio")); }
inline VideoModel vga() { return VideoModel(QStringLiteral("vga")); }
inline VideoModel qxl() { return VideoModel(QStringLiteral("qxl")); }
inline VideoModel bochs() { return VideoModel(QStringLiteral("bochs")); }
inline VideoModel none() { return VideoModel(QStringLiteral("none")); }
} // namespace videoModels

class Video final : public Element {
public:
    static constexpr std::string_view tag = "video";
    using Element::Element;
    explicit Video(const Element &element) : Element(element) {}

    static constexpr Term<VideoModel> model{"model/@type"};
    static constexpr Number           heads{"model/@heads"};
    static constexpr Number           ram{"model/@ram"}; ///< KiB
    static constexpr Number           vram{"model/@vram"}; ///< KiB
    static constexpr Number           vgaMemory{"model/@vgamem"}; ///< KiB
    static constexpr YesNo            primary{"model/@primary"};
    static constexpr YesNo            acceleration3d{"model/acceleration/@accel3d"};
    static constexpr Number           width{"model/resolution/@x"};
    static constexpr Number           height{"model/resolution/@y"};
    static constexpr auto all = std::tuple{model, heads, ram, vram, vgaMemory, primary, acceleration3d, width, height};
};
