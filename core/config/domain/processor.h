// SPDX-License-Identifier: GPL-3.0-or-later
// Virtual processors: how many, which model, which topology. A section of a DomainConfig.
// https://libvirt.org/formatdomain.html#cpu-model-and-topology
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct CpuModeTag;
using CpuMode = Word<CpuModeTag>;
namespace cpuModes {
inline CpuMode hostPassthrough() { return CpuMode(QStringLiteral("host-passthrough")); }
inline CpuMode hostModel() { return CpuMode(QStringLiteral("host-model")); }
inline CpuMode custom() { return CpuMode(QStringLiteral("custom")); }
inline CpuMode maximum() { return CpuMode(QStringLiteral("maximum")); }
} // namespace cpuModes

class Processor final : public Element {
public:
    using Element::Element;
    explicit Processor(const Element &domain) : Element(domain) {}

    static constexpr Number        vcpus{"vcpu"}; ///< the most that it can have
    static constexpr Number        present{"vcpu/@current"}; ///< those plugged at boot; all where absent
    static constexpr Number        ioThreads{"iothreads"}; ///< threads that disks can be served on
    static constexpr Text          placement{"vcpu/@placement"};
    static constexpr Text          cpuSet{"vcpu/@cpuset"};
    static constexpr Term<CpuMode> mode{"cpu/@mode"};
    static constexpr Text          match{"cpu/@match"};
    static constexpr Text          check{"cpu/@check"};
    static constexpr OnOff         migratable{"cpu/@migratable"};
    static constexpr Text          model{"cpu/model"};
    static constexpr Text          modelFallback{"cpu/model/@fallback"};
    static constexpr Text          vendor{"cpu/vendor"};
    static constexpr Number        sockets{"cpu/topology/@sockets"};
    static constexpr Number        dies{"cpu/topology/@dies"};
    static constexpr Number        cores{"cpu/topology/@cores"};
    static constexpr Number        threads{"cpu/topology/@threads"};
    static constexpr Text          cacheMode{"cpu/cache/@mode"};
    static constexpr auto all = std::tuple{vcpus, present, ioThreads, placement, cpuSet, mode, match, check, migratable, model, modelFallback, vendor,
                                           sockets, dies, cores, threads, cacheMode};
};
