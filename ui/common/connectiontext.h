// SPDX-License-Identifier: GPL-3.0-or-later
// Words for connections that could not be made: errortext's second half, told apart by what libvirt and ssh
// said where their kind of error alone would leave a person guessing. GUI thread (it translates).
#pragma once

#include "ui/common/errortext.h"

namespace connectiontext {
/// `original` stays empty: errortext fills it.
ErrorText of(const Error &error, const HostUri &uri, const QString &hostLabel);
} // namespace connectiontext
