// SPDX-License-Identifier: GPL-3.0-or-later
// From libvirt's errors to ours. https://libvirt.org/html/libvirt-virterror.html
#pragma once

#include "core/base/error.h"

/// Reads the error that libvirt keeps for this thread: call it right after the failed call, in the same thread.
Error lastLibvirtError(const char *call);

/// The mapping itself; pure. `code` and `domain` are virErrorNumber and virErrorDomain, `number` the errno
/// that libvirt passed along with VIR_ERR_SYSTEM_ERROR, or 0.
Error errorFromLibvirt(int code, int domain, int number, const QString &message, const char *call);

/// A failure to open `uri`. libvirt hands an address whose driver it lacks to its remote driver, which then
/// misses a certificate or a socket: told as Error::Kind::DriverMissing instead. Pure.
Error connectFailure(Error error, const QString &uri);

/// Keeps libvirt from printing each failure to standard error. Called by EventLoop::start().
void silenceLibvirt();
