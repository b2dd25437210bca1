// SPDX-License-Identifier: GPL-3.0-or-later
// A watchdog timer. https://libvirt.org/formatdomain.html#watchdog-device
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

class Watchdog final : public Element {
public:
    static constexpr std::string_view tag = "watchdog";
    using Element::Element;
    explicit Watchdog(const Element &element) : Element(element) {}

    static constexpr Text model{"@model"};
    static constexpr Text action{"@action"};
    static constexpr auto all = std::tuple{model, action};
};
