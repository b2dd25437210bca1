// SPDX-License-Identifier: GPL-3.0-or-later
// What the SPICE library says of itself goes to the category viewer.spice. Why a connection failed it often tells there
// alone. GUI thread.
#pragma once

#include <QString>

namespace spicelog {

/// Once or more; the first call counts.
void catchMessages();

struct Complaints {
    QString certificate; ///< empty: nothing was said of one
    QString last;
};
/// Since the last call.
Complaints take();

} // namespace spicelog
