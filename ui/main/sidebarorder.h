// SPDX-License-Identifier: GPL-3.0-or-later
// Which machines the sidebar shows, and in which order: the person's filter and choice of order over prepared
// names. GUI thread.
#pragma once

#include "ui/main/machinenames.h"

#include <vector>

class Host;
class Machine;

class SidebarOrder final {
public:
    enum class By { Name, State };

    /// Whether it differs from the one before. Capitals do not matter.
    bool setFilter(const QString &text);
    const QString &filter() const { return m_filter; }
    bool setBy(By by);

    /// Whether the host's own name is asked for, and with it all of its machines.
    bool names(const Host &host) const;
    /// One of the machines of a host that is not asked for by its own name.
    bool names(const Machine *machine);
    bool before(const Machine *a, const Machine *b);
    void sort(std::vector<Machine *> &machines);
    /// Where among sorted ones it belongs.
    std::vector<Machine *>::iterator placeIn(std::vector<Machine *> &machines, const Machine *machine);
    void forget(const Machine *machine) { m_names.forget(machine); }

private:
    MachineNames m_names;
    QString m_filter;
    By m_by = By::Name;
};
