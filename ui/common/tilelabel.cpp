// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tilelabel.h"

#include <QPainter>

TileLabel::TileLabel(QWidget *parent) : QWidget(parent)
{
    setFixedSize(44, 44);
}

void TileLabel::setTile(const marks::Tile &tile)
{
    if (tile.letter == m_tile.letter && tile.colour == m_tile.colour)
        return;
    m_tile = tile;
    update();
}

void TileLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    marks::drawTile(painter, rect(), m_tile);
}
