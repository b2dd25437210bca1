// SPDX-License-Identifier: GPL-3.0-or-later
// A socket for USB devices of the computer that shows the console. https://libvirt.org/formatdomain.html#redirected-devices
#pragma once

#include "core/config/domain/charbackend.h"
#include "core/config/xml/property.h"

#include <tuple>

class RedirDev final : public Element {
public:
    static constexpr std::string_view tag = "redirdev";
    using Element::Element;
    explicit RedirDev(const Element &element) : Element(element) {}

    static constexpr Text              bus{"@bus"}; ///< "usb"
    static constexpr Term<CharBackend> type{"@type"};
    static constexpr auto all = std::tuple{bus, type};
};
