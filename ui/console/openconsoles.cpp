// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/openconsoles.h"

OpenConsoles &OpenConsoles::all()
{
    static OpenConsoles consoles;
    return consoles;
}

void OpenConsoles::opened(const Machine *machine, ConsoleWindow *window)
{
    m_windows.insert(machine, window);
    Q_EMIT changed(machine);
}

void OpenConsoles::closed(const ConsoleWindow *window)
{
    const Machine *machine = nullptr;
    for (auto it = m_windows.cbegin(); it != m_windows.cend(); ++it) {
        if (it.value() == window)
            machine = it.key();
    }
    if (machine) {
        m_windows.remove(machine);
        Q_EMIT changed(machine);
    }
}
