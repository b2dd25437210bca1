// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's state as a pill: mark and words. GUI thread.
#pragma once

#include "core/machines/machinestate.h"

#include <QWidget>

class StatePill final : public QWidget {
    Q_OBJECT
public:
    explicit StatePill(QWidget *parent = nullptr);

    void setState(MachineState state, const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MachineState m_state = MachineState::Unknown;
    QString m_text;
};
