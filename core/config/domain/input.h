// SPDX-License-Identifier: GPL-3.0-or-later
// A keyboard, mouse or tablet. https://libvirt.org/formatdomain.html#input-devices
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct InputTypeTag;
using InputType = Word<InputTypeTag>;
namespace inputTypes {
inline InputType tablet() { return InputType(QStringLiteral("tablet")); }
inline InputType mouse() { return InputType(QStringLiteral("mouse")); }
inline InputType keyboard() { return InputType(QStringLiteral("keyboard")); }
} // namespace inputTypes

struct InputBusTag;
using InputBus = Word<InputBusTag>;
namespace inputBuses {
inline InputBus usb() { return InputBus(QStringLiteral("usb")); }
inline InputBus virtio() { return InputBus(QStringLiteral("virtio")); }
inline InputBus ps2() { return InputBus(QStringLiteral("ps2")); }
} // namespace inputBuses

class Input final : public Element {
public:
    static constexpr std::string_view tag = "input";
    using Element::Element;
    explicit Input(const Element &element) : Element(element) {}

    static constexpr Term<InputType> type{"@type"};
    static constexpr Term<InputBus>  bus{"@bus"};
    static constexpr Text            model{"@model"};
    static constexpr Text            device{"source/@evdev"};
    static constexpr Text            deviceFile{"source/@dev"};
    static constexpr auto all = std::tuple{type, bus, model, device, deviceFile};
};
