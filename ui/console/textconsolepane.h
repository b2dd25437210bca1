// SPDX-License-Identifier: GPL-3.0-or-later
// One serial port or text console of a machine, with toolbar, search and status line: knows the machine and the
// terminal, and follows the machine through stops, restarts and lost hosts. What the guest writes is kept while it is
// not looked at. GUI thread.
#pragma once

#include "core/machines/machinefacts.h"

#include <QWidget>

#include <memory>

class Inventory;
class Machine;
class TerminalWidget;

class TextConsolePane final : public QWidget {
    Q_OBJECT
public:
    /// The port at `index` of those that the machine has; `label` is what its tab says.
    TextConsolePane(Inventory &inventory, Machine &machine, int index, const TextPortFacts &port, const QString &label, QWidget *parent = nullptr);
    ~TextConsolePane() override;

    /// The port may have got another name or place since the machine was started.
    void setPort(const TextPortFacts &port);
    /// The person looks at it now: connects, and takes the keyboard.
    void activate();
    void setInOwnWindow();
    void setBarsVisible(bool visible);
    TerminalWidget *terminal() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};
