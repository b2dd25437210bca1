// SPDX-License-Identifier: GPL-3.0-or-later
// A network card. https://libvirt.org/formatdomain.html#network-interfaces
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct NicTypeTag;
using NicType = Word<NicTypeTag>;
namespace nicTypes {
inline NicType network() { return NicType(QStringLiteral("network")); }
inline NicType bridge() { return NicType(QStringLiteral("bridge")); }
inline NicType user() { return NicType(QStringLiteral("user")); }
inline NicType direct() { return NicType(QStringLiteral("direct")); }
} // namespace nicTypes

struct NicModelTag;
using NicModel = Word<NicModelTag>;
namespace nicModels {
inline NicModel virtio() { return NicModel(QStringLiteral("virtio")); }
inline NicModel e1000e() { return NicModel(QStringLiteral("e1000e")); }
inline NicModel e1000() { return NicModel(QStringLiteral("e1000")); }
inline NicModel rtl8139() { return NicModel(QStringLiteral("rtl8139")); }
} // namespace nicModels

struct LinkStateTag;
using LinkState = Word<LinkStateTag>;
namespace linkStates {
inline LinkState up() { return LinkState(QStringLiteral("up")); }
inline LinkState down() { return LinkState(QStringLiteral("down")); }
} // namespace linkStates

class Nic final : public Element {
public:
    static constexpr std::string_view tag = "interface";
    using Element::Element;
    explicit Nic(const Element &element) : Element(element) {}

    static constexpr Term<NicType>   type{"@type"};
    static constexpr Text            mac{"mac/@address"};
    static constexpr Text            network{"source/@network"};
    static constexpr Text            bridge{"source/@bridge"};
    static constexpr Text            hostDevice{"source/@dev"}; ///< of macvtap
    static constexpr Text            directMode{"source/@mode"};
    static constexpr Text            portGroup{"source/@portgroup"};
    static constexpr Term<NicModel>  model{"model/@type"};
    static constexpr Text            target{"target/@dev"};
    static constexpr Term<LinkState> link{"link/@state"};
    static constexpr Number          mtu{"mtu/@size"};
    static constexpr Number          bootOrder{"boot/@order"};
    static constexpr Number          queues{"driver/@queues"};
    static constexpr Text            driver{"driver/@name"};
    static constexpr Text            filter{"filterref/@filter"};
    static constexpr Text            backend{"backend/@type"}; ///< of a user network: "passt"
    static constexpr Text            alias{"alias/@name"};
    static constexpr YesNo           isolated{"port/@isolated"};
    static constexpr YesNo           trustGuestRxFilters{"@trustGuestRxFilters"};
    static constexpr auto all = std::tuple{type, mac, network, bridge, hostDevice, directMode, portGroup, model, target, link, mtu, bootOrder,
                                           queues, driver, filter, backend, alias, isolated, trustGuestRxFilters};
};
