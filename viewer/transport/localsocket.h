// SPDX-License-Identifier: GPL-3.0-or-later
// A socket of this computer, as a connected descriptor. Any thread; does not wait.
#pragma once

#include <QString>

#include <system_error>
#include <variant>

namespace localsocket {

/// The descriptor, which the caller closes, or why there is none; resource_unavailable_try_again where whoever listens
/// has no time for one more.
std::variant<int, std::errc> connectTo(const QString &path);

} // namespace localsocket
