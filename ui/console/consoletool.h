// SPDX-License-Identifier: GPL-3.0-or-later
// A button of a console's bars. GUI thread.
#pragma once

class QIcon;
class QString;
class QToolButton;
class QWidget;

/// Flat, with an icon beside the words, reached by Tab. It may get a menu.
QToolButton *consoleTool(QWidget *parent, const QIcon &icon, const QString &text);
