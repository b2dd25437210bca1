// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps a dialog as high as its words need: wrapped labels appear, grow and fold away while it is open. GUI thread.
#pragma once

class QDialog;

/// For dialogs with a layout of their own. The width is left alone; nothing is cut off, nothing yawns.
void fitHeight(QDialog &dialog);
