// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/paletteentries.h"

#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "ui/common/icons.h"
#include "ui/common/statetext.h"
#include "ui/main/mainwindow.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

std::vector<CommandPalette::Entry> paletteEntries(Inventory &inventory, MainWindow *window, const QList<QAction *> &actions)
{
    std::vector<CommandPalette::Entry> entries;
    for (auto *action : actions) {
        if (!action->isEnabled() || action->isSeparator() || action->menu())
            continue;
        entries.push_back({action->text(), action->shortcut().toString(QKeySequence::NativeText), action->icon(),
                           [action = QPointer(action)] {
                               if (action)
                                   action->trigger();
                           },
                           10});
    }
    for (int row = 0; row < inventory.hosts().rowCount(); ++row) {
        auto *host = inventory.hosts().at(row);
        entries.push_back({host->label(), statetext::of(host->state()), icons::host(),
                           [window, host = QPointer(host)] {
                               if (host)
                                   window->showHost(host);
                           },
                           20});
    }
    const auto icon = icons::machine();
    const auto &machines = inventory.machines();
    entries.reserve(entries.size() + size_t(machines.rowCount()));
    for (int row = 0; row < machines.rowCount(); ++row) {
        auto *machine = machines.at(row);
        entries.push_back({machine->name(), MainWindow::tr("%1 · %2").arg(statetext::of(machine->state()), machine->host().label()), icon,
                           [window, machine = QPointer(machine)] {
                               if (machine)
                                   window->showMachine(machine);
                           },
                           30});
    }
    return entries;
}
