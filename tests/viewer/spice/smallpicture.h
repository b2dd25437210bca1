// SPDX-License-Identifier: GPL-3.0-or-later
// A PNG that a guest and the desktop can hand to each other.
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>

inline QByteArray smallPicture()
{
    QImage picture(5, 3, QImage::Format_RGB32);
    picture.fill(QColor(10, 200, 30));
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return png;
}
