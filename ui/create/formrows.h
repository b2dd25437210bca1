// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a form as the wizard's steps have them: a label that leads to its field, and below the field what is to be said of it. GUI thread.
#pragma once

#include <QString>

#include <initializer_list>

class QFormLayout;
class QWidget;

namespace formrows {
/// A form without margins, laid into `owner`.
QFormLayout *make(QWidget *owner);
/// `row` is shown, `field` in it is called and led to by the label; `below` may be null.
void add(QFormLayout *form, const QString &label, QWidget *row, QWidget *field, QWidget *below);
/// Their labels take the same room, as if they were one form.
void align(std::initializer_list<QWidget *> owners);
} // namespace formrows
