// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/sidebarorder.h"

#include "core/hosts/host.h"
#include "core/machines/machine.h"
#include "ui/main/stategroup.h"

#include <algorithm>
#include <utility>

bool SidebarOrder::setFilter(const QString &text)
{
    const auto folded = text.trimmed().toCaseFolded();
    return std::exchange(m_filter, folded) != folded;
}

bool SidebarOrder::setBy(By by)
{
    return std::exchange(m_by, by) != by;
}

bool SidebarOrder::names(const Host &host) const
{
    return m_filter.isEmpty() || host.label().toCaseFolded().contains(m_filter);
}

bool SidebarOrder::names(const Machine *machine)
{
    return m_filter.isEmpty() || m_names.of(machine).folded.contains(m_filter);
}

bool SidebarOrder::before(const Machine *a, const Machine *b)
{
    if (m_by == By::State) {
        const int left = int(groupOf(a->state()));
        const int right = int(groupOf(b->state()));
        if (left != right)
            return left < right;
    }
    return m_names.less(a, b);
}

void SidebarOrder::sort(std::vector<Machine *> &machines)
{
    std::sort(machines.begin(), machines.end(), [this](const Machine *a, const Machine *b) { return before(a, b); });
}

std::vector<Machine *>::iterator SidebarOrder::placeIn(std::vector<Machine *> &machines, const Machine *machine)
{
    return std::lower_bound(machines.begin(), machines.end(), machine, [this](const Machine *a, const Machine *b) { return before(a, b); });
}
