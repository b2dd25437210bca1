// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbencodings.h"

QString rfbencodings::nameOf(qint32 encoding)
{
    switch (encoding) {
    case 0:
        return QStringLiteral("Raw");
    case 1:
        return QStringLiteral("CopyRect");
    case 2:
        return QStringLiteral("RRE");
    case 4:
        return QStringLiteral("CoRRE");
    case 5:
        return QStringLiteral("Hextile");
    case 6:
        return QStringLiteral("Zlib");
    case 7:
        return QStringLiteral("Tight");
    case 8:
        return QStringLiteral("ZlibHex");
    case 15:
        return QStringLiteral("TRLE");
    case 16:
        return QStringLiteral("ZRLE");
    case 17:
        return QStringLiteral("ZYWRLE");
    default:
        return {};
    }
}
