// SPDX-License-Identifier: GPL-3.0-or-later
// A failure in a small window of its own, which blocks nothing. GUI thread.
#pragma once

#include "ui/common/errortext.h"

class QWidget;

/// Opens beside `window` (its top-level window is the parent) and deletes itself when closed.
/// More failures of the same window join the open one as a list: there is never more than one.
void showError(QWidget *window, const ErrorText &text);
