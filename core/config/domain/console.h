// SPDX-License-Identifier: GPL-3.0-or-later
// A console of the guest; the first is the first serial port seen again, where that is its target type. https://libvirt.org/formatdomain.html#consoles-serial-parallel-channel-devices
#pragma once

#include "core/config/xml/property.h"
#include "core/config/domain/charbackend.h"

#include <tuple>

class Console final : public Element {
public:
    static constexpr std::string_view tag = "console";
    using Element::Element;
    explicit Console(const Element &element) : Element(element) {}

    static constexpr Term<CharBackend> type{"@type"};
    static constexpr Text              path{"source/@path"};
    static constexpr Text              sourceMode{"source/@mode"};
    static constexpr Text              host{"source/@host"};
    static constexpr Text              service{"source/@service"};
    static constexpr Text              protocol{"protocol/@type"};
    static constexpr Text              logFile{"log/@file"};
    static constexpr Text              targetType{"target/@type"};
    static constexpr Number            port{"target/@port"};
    static constexpr Text              alias{"alias/@name"}; ///< a running domain's, or a person's with "ua-" before it
    static constexpr auto all = std::tuple{type, path, sourceMode, host, service, protocol, logFile, targetType, port, alias};
};
