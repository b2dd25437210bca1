// SPDX-License-Identifier: GPL-3.0-or-later
// Asks before something that cannot be taken back. Blocks nothing: the answer is a call. GUI thread.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

struct Confirmation {
    QString title;      ///< of the window
    QString question;   ///< a whole sentence
    QString consequence;///< what it means; a whole sentence
    QStringList names;  ///< what it concerns
    QString action;     ///< the button's text
};

/// `confirmed` is called once, and only for yes and while `window` lives.
void confirm(QWidget *window, const Confirmation &text, std::function<void()> confirmed);
