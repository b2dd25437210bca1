// SPDX-License-Identifier: GPL-3.0-or-later
// Hypervisor features of a machine. A section of a DomainConfig.
// https://libvirt.org/formatdomain.html#hypervisor-features
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

class Features final : public Element {
public:
    using Element::Element;
    explicit Features(const Element &domain) : Element(domain) {}

    static constexpr Flag   acpi{"features/acpi"};
    static constexpr Flag   apic{"features/apic"};
    static constexpr Flag   pae{"features/pae"};
    static constexpr OnOff  smm{"features/smm/@state"};
    static constexpr OnOff  vmPort{"features/vmport/@state"};
    static constexpr OnOff  kvmHidden{"features/kvm/hidden/@state"};
    static constexpr Text   ioapic{"features/ioapic/@driver"};
    static constexpr Text   hypervMode{"features/hyperv/@mode"};
    static constexpr OnOff  hypervRelaxed{"features/hyperv/relaxed/@state"};
    static constexpr OnOff  hypervVapic{"features/hyperv/vapic/@state"};
    static constexpr OnOff  hypervSpinlocks{"features/hyperv/spinlocks/@state"};
    static constexpr Number hypervSpinlockRetries{"features/hyperv/spinlocks/@retries"};
    static constexpr OnOff  hypervVpIndex{"features/hyperv/vpindex/@state"};
    static constexpr OnOff  hypervRuntime{"features/hyperv/runtime/@state"};
    static constexpr OnOff  hypervSynic{"features/hyperv/synic/@state"};
    static constexpr OnOff  hypervStimer{"features/hyperv/stimer/@state"};
    static constexpr OnOff  hypervReset{"features/hyperv/reset/@state"};
    static constexpr OnOff  hypervFrequencies{"features/hyperv/frequencies/@state"};
    static constexpr OnOff  hypervReenlightenment{"features/hyperv/reenlightenment/@state"};
    static constexpr OnOff  hypervTlbFlush{"features/hyperv/tlbflush/@state"};
    static constexpr OnOff  hypervIpi{"features/hyperv/ipi/@state"};
    static constexpr OnOff  hypervEvmcs{"features/hyperv/evmcs/@state"};
    static constexpr auto all = std::tuple{acpi, apic, pae, smm, vmPort, kvmHidden, ioapic, hypervMode, hypervRelaxed, hypervVapic,
                                           hypervSpinlocks, hypervSpinlockRetries, hypervVpIndex, hypervRuntime, hypervSynic, hypervStimer,
                                           hypervReset, hypervFrequencies, hypervReenlightenment, hypervTlbFlush, hypervIpi, hypervEvmcs};
};
