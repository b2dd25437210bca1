// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machinenames.h"

#include "core/machines/machine.h"

MachineNames::MachineNames()
{
    // Without a language there is no natural order to take; code points are nobody's.
    if (m_collator.locale().language() == QLocale::C)
        m_collator.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

const MachineNames::Key &MachineNames::of(const Machine *machine)
{
    auto &key = m_keys[machine];
    const auto &name = machine->name();
    if (!key.sort || key.name != name) {
        key.name = name;
        key.folded = name.toCaseFolded();
        key.sort = m_collator.sortKey(name);
    }
    return key;
}

bool MachineNames::less(const Machine *a, const Machine *b)
{
    // A second lookup may move the first key.
    of(a);
    const auto &right = of(b);
    const auto &left = m_keys.constFind(a).value();
    const int order = left.sort->compare(*right.sort);
    return order != 0 ? order < 0 : a->uuid() < b->uuid();
}
