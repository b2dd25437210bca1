// SPDX-License-Identifier: GPL-3.0-or-later
// Select graphic rendition (ECMA-48 8.3.117, and the colours of ISO 8613-6 in both spellings). Pure.
#pragma once

#include "viewer/terminal/terminalcell.h"

/// -1 stands for an argument that was left out; `joined` for one that a colon ties to the one before it.
void applyStyling(TerminalStyle &style, const int *arguments, const bool *joined, int count);
