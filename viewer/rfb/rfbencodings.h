// SPDX-License-Identifier: GPL-3.0-or-later
// What encodings of pixels are called. Pure functions.
#pragma once

#include <QString>

namespace rfbencodings {

/// As the protocol calls it; empty for what carries no pixels or is unknown.
QString nameOf(qint32 encoding);

} // namespace rfbencodings
