// SPDX-License-Identifier: GPL-3.0-or-later
// The large tile at the head of a page. GUI thread.
#pragma once

#include "ui/common/marks.h"

#include <QWidget>

class TileLabel final : public QWidget {
    Q_OBJECT
public:
    explicit TileLabel(QWidget *parent = nullptr);

    void setTile(const marks::Tile &tile);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    marks::Tile m_tile;
};
