// SPDX-License-Identifier: GPL-3.0-or-later
// Names of machines prepared for searching and sorting, made once per name. GUI thread.
#pragma once

#include <QCollator>
#include <QHash>
#include <QString>

#include <optional>

class Machine;

class MachineNames final {
public:
    struct Key {
        QString name;
        QString folded; ///< for a search that does not mind capitals
        std::optional<QCollatorSortKey> sort;
    };

    MachineNames();
    /// Good until the next call of of() or forget().
    const Key &of(const Machine *machine);
    void forget(const Machine *machine) { m_keys.remove(machine); }
    /// Natural order in the person's language: web-2 before web-10. Equal names keep a fixed order.
    bool less(const Machine *a, const Machine *b);

private:
    QCollator m_collator;
    QHash<const Machine *, Key> m_keys;
};
