// SPDX-License-Identifier: GPL-3.0-or-later
// The balloon by which the host takes memory back and hears how much is used.
// https://libvirt.org/formatdomain.html#memory-balloon-device
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

class MemBalloon final : public Element {
public:
    static constexpr std::string_view tag = "memballoon";
    using Element::Element;
    explicit MemBalloon(const Element &element) : Element(element) {}

    static constexpr Text   model{"@model"};
    static constexpr OnOff  autoDeflate{"@autodeflate"};
    static constexpr OnOff  freePageReporting{"@freePageReporting"};
    static constexpr Number statisticsPeriod{"stats/@period"}; ///< seconds
    static constexpr auto all = std::tuple{model, autoDeflate, freePageReporting, statisticsPeriod};
};
