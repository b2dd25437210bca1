// SPDX-License-Identifier: GPL-3.0-or-later
// The way to a machine's display, as its host opens it. GUI thread.
#pragma once

#include "core/machines/machine.h"
#include "ui/console/displayroute.h"

#include <QPointer>

class MachineRoute final : public DisplayRoute {
public:
    /// `displayIndex` as libvirt counts them. The machine may go at any time.
    MachineRoute(Machine &machine, int displayIndex) : m_machine(&machine), m_display(displayIndex) {}

    void find(QObject *receiver, Found found) override;

private:
    QPointer<Machine> m_machine;
    int m_display;
};
