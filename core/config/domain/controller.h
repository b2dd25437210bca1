// SPDX-License-Identifier: GPL-3.0-or-later
// A bus controller. https://libvirt.org/formatdomain.html#controllers
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct ControllerTypeTag;
using ControllerType = Word<ControllerTypeTag>;
namespace controllerTypes {
inline ControllerType usb() { return ControllerType(QStringLiteral("usb")); }
inline ControllerType scsi() { return ControllerType(QStringLiteral("scsi")); }
inline ControllerType pci() { return ControllerType(QStringLiteral("pci")); }
inline ControllerType sata() { return ControllerType(QStringLiteral("sata")); }
inline ControllerType virtioSerial() { return ControllerType(QStringLiteral("virtio-serial")); }
} // namespace controllerTypes

class Controller final : public Element {
public:
    static constexpr std::string_view tag = "controller";
    using Element::Element;
    explicit Controller(const Element &element) : Element(element) {}

    static constexpr Term<ControllerType> type{"@type"};
    static constexpr Number               index{"@index"};
    static constexpr Text                 model{"@model"};
    static constexpr Number               ports{"@ports"};
    static constexpr Number               masterPort{"master/@startport"}; ///< of a USB companion: its first port of the fast controller
    static constexpr Number               queues{"driver/@queues"};
    static constexpr Text                 ioThread{"driver/@iothread"};
    static constexpr auto all = std::tuple{type, index, model, ports, masterPort, queues, ioThread};
};
