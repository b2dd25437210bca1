// SPDX-License-Identifier: GPL-3.0-or-later
// Which machines have a console window of their own, so that a pane elsewhere steps back. GUI thread; empty at
// start, and emptied by the windows as they close.
#pragma once

#include <QHash>
#include <QObject>

class ConsoleWindow;
class Machine;

class OpenConsoles final : public QObject {
    Q_OBJECT
public:
    static OpenConsoles &all();

    ConsoleWindow *windowOf(const Machine *machine) const { return m_windows.value(machine); }
    void opened(const Machine *machine, ConsoleWindow *window);
    void closed(const ConsoleWindow *window);

Q_SIGNALS:
    void changed(const Machine *machine);

private:
    QHash<const Machine *, ConsoleWindow *> m_windows;
};
