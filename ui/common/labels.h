// SPDX-License-Identifier: GPL-3.0-or-later
// Words beside and on widgets: headings, hints, and names for screen readers, which are the visible words. GUI thread.
#pragma once

#include <QString>

class QLabel;
class QPushButton;
class QWidget;

namespace labels {
/// Of a whole page.
QLabel *title(const QString &text, QWidget *parent);
/// Of a part of one.
QLabel *section(const QString &text, QWidget *parent);
/// Said quietly, in as many lines as it takes.
QLabel *hint(const QString &text, QWidget *parent);
/// Gives a widget the name that a label shows: without the mark of its mnemonic.
void nameAfter(QWidget *widget, const QString &label);
/// One that Return does not press by habit.
QPushButton *button(const QString &text, QWidget *parent);
} // namespace labels
