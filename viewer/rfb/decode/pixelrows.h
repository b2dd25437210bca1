// SPDX-License-Identifier: GPL-3.0-or-later
// Whole rows from three bytes a pixel to four, as fast as the processor can.
#pragma once

#include <QtGlobal>

namespace rfb {

/// Tight's order.
void rowFromRedGreenBlue(quint32 *to, const uchar *from, qsizetype count);
/// ZRLE's order.
void rowFromBlueGreenRed(quint32 *to, const uchar *from, qsizetype count);

} // namespace rfb
