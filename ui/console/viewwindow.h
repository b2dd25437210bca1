// SPDX-License-Identifier: GPL-3.0-or-later
// A window around one console view: remembers its place, fills a monitor with a bar that hides itself. GUI thread;
// deletes itself when closed.
#pragma once

#include <QMainWindow>

class ConsoleFrame;
class ConsoleView;
class Settings;

class ViewWindow : public QMainWindow {
    Q_OBJECT
public:
    ~ViewWindow() override;

    void setFullScreen(bool on);
    /// Full screen on the monitor of that name; empty, or gone: on the one that the window is on.
    void fillScreen(const QString &monitor);

protected:
    /// Remembers its place in `settings`, which outlive it, under `key`.
    ViewWindow(Settings &settings, const QString &key);
    /// Once. `central` is the view, or holds it.
    void setView(ConsoleView *view, QWidget *central);
    void setNames(const QString &title, const QString &barTitle);
    /// The person came to this window: what is shown gets the keyboard.
    virtual void takeUp() = 0;
    /// Bars of all that the window holds; off in full screen.
    virtual void setBarsVisible(bool visible);
    /// The view's tool, or another way: fills the monitor, or leaves it where it fills that one.
    void toggleFullScreen(const QString &monitor);

private:
    void buildBar();

    ConsoleFrame *m_frame;
    ConsoleView *m_view = nullptr;
};
