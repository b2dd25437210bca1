// SPDX-License-Identifier: GPL-3.0-or-later
// A sound card. https://libvirt.org/formatdomain.html#sound-devices
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

class Sound final : public Element {
public:
    static constexpr std::string_view tag = "sound";
    using Element::Element;
    explicit Sound(const Element &element) : Element(element) {}

    static constexpr Text   model{"@model"};
    static constexpr Text   codec{"codec/@type"};
    static constexpr Number audioId{"audio/@id"};
    static constexpr auto all = std::tuple{model, codec, audioId};
};
