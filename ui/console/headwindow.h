// SPDX-License-Identifier: GPL-3.0-or-later
// A further display of a guest in a window of its own, with what concerns its picture and its keys; the rest is the
// first display's. Remembers its place. GUI thread; closes itself when the guest takes that display away, and deletes
// itself when closed.
#pragma once

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class ConsoleChoices;
class ConsoleFrame;
class ConsoleLink;
class ConsoleSession;
class ConsoleTasks;
class ConsoleToolbar;
class ConsoleWidget;
class GuestResize;
class PannedDisplay;
class QToolButton;

class HeadWindow final : public QWidget {
    Q_OBJECT
public:
    /// `number` from 1 on. `first` shows the first display: how it lets go of the keyboard counts here too. `parent`
    /// decides the life; the window is one of its own. Link, choices and `first` outlive it.
    HeadWindow(const ConsoleLink &link, ConsoleChoices &choices, const ConsoleWidget &first, int number, const QString &title, QWidget *parent);
    ~HeadWindow() override;

    int number() const { return m_number; }
    /// Reads the choices again.
    void applyChoices();

private:
    void build(const QString &title);
    void buildTools();
    void follow();
    void hintAtRelease();

    const ConsoleLink &m_link;
    ConsoleChoices &m_choices;
    const ConsoleWidget &m_firstScreen;
    const int m_number;
    PannedDisplay *m_display;
    ConsoleWidget *m_screen;
    ConsoleToolbar *m_toolbar;
    ConsoleTasks *m_tasks;
    QToolButton *m_keys = nullptr;
    ConsoleFrame *m_frame;
    std::unique_ptr<GuestResize> m_resize;
    QTimer m_hint;
    QTimer m_gone; ///< the guest does not tell of this display any more
    QPointer<ConsoleSession> m_first;
};
