// SPDX-License-Identifier: GPL-3.0-or-later
// A quiet rounded surface in the palette's Base colour. GUI thread.
#pragma once

#include <QFrame>

class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};
