// SPDX-License-Identifier: GPL-3.0-or-later
// Floats over the machines when some are ticked: how many, and what can be done with all of them. GUI thread.
#pragma once

#include "ui/common/card.h"

class MachineActions;
class QLabel;

class BulkBar final : public Card {
    Q_OBJECT
public:
    /// Stays at the bottom of `over`, centred.
    BulkBar(MachineActions &actions, QWidget *over);

    void setCount(int count);

Q_SIGNALS:
    void clearRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QLabel *m_count;
};
