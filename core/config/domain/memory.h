// SPDX-License-Identifier: GPL-3.0-or-later
// How much memory, and what it is made of on the host. A section of a DomainConfig.
// https://libvirt.org/formatdomain.html#memory-allocation
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct MemorySourceTag;
using MemorySource = Word<MemorySourceTag>;
namespace memorySources {
inline MemorySource anonymous() { return MemorySource(QStringLiteral("anonymous")); }
inline MemorySource file() { return MemorySource(QStringLiteral("file")); }
inline MemorySource memfd() { return MemorySource(QStringLiteral("memfd")); }
} // namespace memorySources

struct MemoryAccessTag;
using MemoryAccess = Word<MemoryAccessTag>;
namespace memoryAccesses {
inline MemoryAccess isShared() { return MemoryAccess(QStringLiteral("shared")); }
inline MemoryAccess isPrivate() { return MemoryAccess(QStringLiteral("private")); }
} // namespace memoryAccesses

class Memory final : public Element {
public:
    using Element::Element;
    explicit Memory(const Element &domain) : Element(domain) {}

    static constexpr Size               maximum{"memory"};
    static constexpr Size               current{"currentMemory"}; ///< what the balloon leaves at boot
    static constexpr Size               hotplugLimit{"maxMemory"};
    static constexpr Number             hotplugSlots{"maxMemory/@slots"};
    static constexpr Flag               hugePages{"memoryBacking/hugepages"};
    static constexpr Flag               noSharePages{"memoryBacking/nosharepages"};
    static constexpr Flag               locked{"memoryBacking/locked"};
    static constexpr Flag               discard{"memoryBacking/discard"};
    static constexpr Term<MemorySource> source{"memoryBacking/source/@type"};
    static constexpr Term<MemoryAccess> access{"memoryBacking/access/@mode"};
    static constexpr Text               allocation{"memoryBacking/allocation/@mode"};
    static constexpr auto all = std::tuple{maximum, current, hotplugLimit, hotplugSlots, hugePages, noSharePages, locked, discard, source,
                                           access, allocation};
};
