// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbscreens.h"

#include "viewer/rfb/rfbprotocol.h"
#include "viewer/rfb/rfbwire.h"

std::optional<QList<RfbScreen>> rfbscreens::read(RfbWire &wire)
{
    uchar head[4];
    if (!wire.read(head, sizeof head))
        return {};
    QList<RfbScreen> screens;
    for (int i = 0; i < head[0]; ++i) {
        uchar bytes[16];
        if (!wire.read(bytes, sizeof bytes))
            return {};
        const auto at = [&bytes](int place) { return int(qFromBigEndian<quint16>(bytes + place)); };
        screens.append({qFromBigEndian<quint32>(bytes), QRect(at(4), at(6), at(8), at(10)), qFromBigEndian<quint32>(bytes + 12)});
    }
    return screens;
}

QList<RfbScreen> rfbscreens::fitted(const QList<RfbScreen> &screens, QSize from, QSize to)
{
    const QRect whole(QPoint(), to);
    if (screens.size() < 2)
        return {{screens.value(0).id, whole, screens.value(0).flags}};
    QList<RfbScreen> kept;
    for (RfbScreen each : screens) {
        if (each.area.x() + each.area.width() >= from.width())
            each.area.setRight(to.width() - 1);
        if (each.area.y() + each.area.height() >= from.height())
            each.area.setBottom(to.height() - 1);
        each.area &= whole;
        if (!each.area.isEmpty())
            kept.append(each);
    }
    if (kept.isEmpty())
        kept.append({screens.constFirst().id, whole, screens.constFirst().flags});
    return kept;
}

QByteArray rfbscreens::request(QSize size, const QList<RfbScreen> &screens)
{
    rfb::Message message(rfb::SetDesktopSize);
    message << quint8(0) << quint16(size.width()) << quint16(size.height()) << quint8(screens.size()) << quint8(0);
    for (const RfbScreen &each : screens) {
        message << each.id << quint16(each.area.x()) << quint16(each.area.y()) << quint16(each.area.width())
                << quint16(each.area.height()) << each.flags;
    }
    return message.bytes();
}
