// SPDX-License-Identifier: GPL-3.0-or-later
// Types this desktop's clipboard into a guest as keys: asks which keyboard the guest has, names what that cannot
// type, and shows how far it is. GUI thread.
#pragma once

#include "viewer/input/keytyper.h"

#include <QObject>
#include <QPointer>

class ConsoleChoices;
class ConsoleLink;
class ConsoleTask;
class ConsoleTasks;
class QWidget;

class ClipboardTyping final : public QObject {
    Q_OBJECT
public:
    /// Longest text that is typed, in characters: beyond it a file is the better way.
    static constexpr int most = 20000;

    /// All outlive this; the question is asked over `window`.
    ClipboardTyping(ConsoleChoices &choices, ConsoleLink &link, ConsoleTasks &tasks, QWidget &window);

    void ask();
    /// What has not been typed yet is not.
    void stop() { m_typer.stop(); }

Q_SIGNALS:
    /// Typing begins: the guest wants to have the keyboard.
    void started();

private:
    void type(const QString &text);

    ConsoleChoices &m_choices;
    ConsoleLink &m_link;
    ConsoleTasks &m_tasks;
    QWidget &m_window;
    KeyTyper m_typer;
    QPointer<ConsoleTask> m_task;
};
