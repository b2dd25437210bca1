// SPDX-License-Identifier: GPL-3.0-or-later
// The hardware clock and the timers. A section of a DomainConfig.
// https://libvirt.org/formatdomain.html#time-keeping
#pragma once

#include "core/config/xml/property.h"

#include <tuple>

struct ClockOffsetTag;
using ClockOffset = Word<ClockOffsetTag>;
namespace clockOffsets {
inline ClockOffset utc() { return ClockOffset(QStringLiteral("utc")); }
inline ClockOffset localTime() { return ClockOffset(QStringLiteral("localtime")); }
} // namespace clockOffsets

class Clock final : public Element {
public:
    using Element::Element;
    explicit Clock(const Element &domain) : Element(domain) {}

    static constexpr Term<ClockOffset> offset{"clock/@offset"};
    static constexpr Text              timeZone{"clock/@timezone"};
    static constexpr Text              adjustment{"clock/@adjustment"};
    static constexpr Text              rtcTickPolicy{"clock/timer[@name='rtc']/@tickpolicy"};
    static constexpr Text              pitTickPolicy{"clock/timer[@name='pit']/@tickpolicy"};
    static constexpr YesNo             hpet{"clock/timer[@name='hpet']/@present"};
    static constexpr YesNo             hypervClock{"clock/timer[@name='hypervclock']/@present"};
    static constexpr YesNo             kvmClock{"clock/timer[@name='kvmclock']/@present"};
    static constexpr Text              tscMode{"clock/timer[@name='tsc']/@mode"};
    static constexpr auto all = std::tuple{offset, timeZone, adjustment, rtcTickPolicy, pitTickPolicy, hpet, hypervClock, kvmClock, tscMode};
};
