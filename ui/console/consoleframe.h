// SPDX-License-Identifier: GPL-3.0-or-later
// What every window around a console has: the place that it remembers, F11, and full screen with a bar that hides
// itself. GUI thread.
#pragma once

#include "ui/console/consolechoices.h"

#include <QObject>

class FullScreenBar;
class QIcon;
class QToolButton;

class ConsoleFrame final : public QObject {
    Q_OBJECT
public:
    /// A child of `window`, which gets the place where it was the last time, or `size`. `head` is the number of the
    /// display that it shows.
    ConsoleFrame(QWidget &window, const ConsoleChoices &choices, int head, QSize size);

    /// What the bar says.
    void setTitle(const QString &title);
    /// A further tool of the bar, without words.
    QToolButton *addTool(const QIcon &icon, const QString &text);
    /// Adds the tool that every bar has after those of its window.
    void addMinimise();

    /// The first display on the monitor where it was the last time.
    void setFullScreen(bool on);
    /// On the monitor of that name; empty, or gone: on the one that the window is on.
    void fill(const QString &monitor);

Q_SIGNALS:
    /// Also where the desktop did it by itself.
    void fullScreenChanged(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remember();

    QWidget &m_window;
    ConsoleChoices m_choices;
    const int m_head;
    FullScreenBar *m_bar;
    bool m_full = false;
};
