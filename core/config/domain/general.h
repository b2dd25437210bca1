// SPDX-License-Identifier: GPL-3.0-or-later
// Name, identity, and what happens when the guest stops: a section of a DomainConfig.
// https://libvirt.org/formatdomain.html#general-metadata
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct AcceleratorTag;
using Accelerator = Word<AcceleratorTag>;
namespace accelerators {
inline Accelerator kvm() { return Accelerator(QStringLiteral("kvm")); }
inline Accelerator emulation() { return Accelerator(QStringLiteral("qemu")); }
} // namespace accelerators

struct LifecycleActionTag;
using LifecycleAction = Word<LifecycleActionTag>;
namespace lifecycle {
inline LifecycleAction destroy() { return LifecycleAction(QStringLiteral("destroy")); }
inline LifecycleAction restart() { return LifecycleAction(QStringLiteral("restart")); }
} // namespace lifecycle

class General final : public Element {
public:
    using Element::Element;
    explicit General(const Element &domain) : Element(domain) {}

    static constexpr Term<Accelerator>     accelerator{"@type"};
    static constexpr Text                  name{"name"};
    static constexpr Text                  uuid{"uuid"};
    static constexpr Text                  title{"title"};
    static constexpr Text                  description{"description"};
    static constexpr Term<LifecycleAction> onPoweroff{"on_poweroff"};
    static constexpr Term<LifecycleAction> onReboot{"on_reboot"};
    static constexpr Term<LifecycleAction> onCrash{"on_crash"};
    static constexpr YesNo                 suspendToMemory{"pm/suspend-to-mem/@enabled"};
    static constexpr YesNo                 suspendToDisk{"pm/suspend-to-disk/@enabled"};
    static constexpr auto all = std::tuple{accelerator, name, uuid, title, description, onPoweroff, onReboot, onCrash, suspendToMemory,
                                           suspendToDisk};
};
