// SPDX-License-Identifier: GPL-3.0-or-later
// A source of random numbers. https://libvirt.org/formatdomain.html#random-number-generator-device
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

class Rng final : public Element {
public:
    static constexpr std::string_view tag = "rng";
    using Element::Element;
    explicit Rng(const Element &element) : Element(element) {}

    static constexpr Text   model{"@model"};
    static constexpr Text   backend{"backend"};
    static constexpr Text   backendModel{"backend/@model"};
    static constexpr Number ratePeriod{"rate/@period"}; ///< milliseconds
    static constexpr Number rateBytes{"rate/@bytes"};
    static constexpr auto all = std::tuple{model, backend, backendModel, ratePeriod, rateBytes};
};
