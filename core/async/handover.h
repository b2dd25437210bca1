// SPDX-License-Identifier: GPL-3.0-or-later
// Tells ThreadSanitizer what it cannot see: Qt is not built for it, so the order that a future or an event queue
// makes between two threads is lost to it. given() stands behind the last write of the giving thread, taken() before
// the first look of the taking one. Nothing in other builds. Any thread.
#pragma once

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace handover {

#if defined(__SANITIZE_THREAD__)
inline char passage;
inline void given() { __tsan_release(&passage); }
inline void taken() { __tsan_acquire(&passage); }
#else
inline void given() {}
inline void taken() {}
#endif

} // namespace handover
