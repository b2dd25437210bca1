// SPDX-License-Identifier: GPL-3.0-or-later
// A failure in a small window of its own, which blocks nothing. GUI thread.
#pragma once

#include "ui/common/errortext.h"

class QWidget;

/// Opens beside `window` (its top-level window is the parent) and deletes itself when closed.
/// The same headline for the same window is raised instead of piled up.
void showError(QWidget *window, const ErrorText &text);
