// SPDX-License-Identifier: GPL-3.0-or-later
// The guest that vivarium-kvm runs: a few hundred bytes that do what every kernel does in its first milliseconds, and
// say after each step that they are past it. Position: physical address GuestLayout::code. x86-64 alone.
#pragma once

#include <cstdint>

/// Where things are in the guest's memory, in bytes.
namespace GuestLayout {
inline constexpr std::uint64_t memory = 4 * 1024 * 1024;
inline constexpr std::uint64_t pageMap = 0x1000;        ///< level 4
inline constexpr std::uint64_t pagePointers = 0x2000;   ///< level 3
inline constexpr std::uint64_t pagesLow = 0x3000;       ///< level 2, from 0
inline constexpr std::uint64_t pagesApic = 0x4000;      ///< level 2, from 3 GiB: the local APIC is at 0xFEE00000
inline constexpr std::uint64_t code = 0x8000;
inline constexpr std::uint64_t interruptTable = 0xA000;
inline constexpr std::uint64_t stack = 0xF000;          ///< its top
} // namespace GuestLayout

/// What the guest writes to `guestPort`, in this order.
namespace GuestStep {
inline constexpr unsigned char realMode = 'r';
inline constexpr unsigned char protectedMode = 'p';
inline constexpr unsigned char longMode = 'l';   ///< 64 bits, with paging
inline constexpr unsigned char pageFault = 'f';  ///< taken, mended by its handler, returned from
inline constexpr unsigned char vectors = 'v';    ///< SSE registers hold what was put there
inline constexpr unsigned char interrupt = 't';  ///< of the local APIC's timer, out of a halt
inline constexpr unsigned char wrong = '!';      ///< an instruction did something else than it must
} // namespace GuestStep

inline constexpr std::uint16_t guestPort = 0x3f8;

extern "C" {
extern const unsigned char guestCodeBegin[];
extern const unsigned char guestCodeEnd[];
extern const unsigned char guestOnPageFault[]; ///< handlers, between the two
extern const unsigned char guestOnTimer[];
}
