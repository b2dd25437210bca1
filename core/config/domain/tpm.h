// SPDX-License-Identifier: GPL-3.0-or-later
// A trusted platform module. https://libvirt.org/formatdomain.html#tpm-device
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

class Tpm final : public Element {
public:
    static constexpr std::string_view tag = "tpm";
    using Element::Element;
    explicit Tpm(const Element &element) : Element(element) {}

    static constexpr Text  model{"@model"};
    static constexpr Text  backend{"backend/@type"};
    static constexpr Text  version{"backend/@version"};
    static constexpr YesNo persistentState{"backend/@persistent_state"};
    static constexpr Text  device{"backend/device/@path"};
    static constexpr auto all = std::tuple{model, backend, version, persistentState, device};
};
