// SPDX-License-Identifier: GPL-3.0-or-later
// Framebuffer updates that are encoded before anyone waits for them, to be sent round and round.
#pragma once

#include <QByteArray>
#include <QList>
#include <QSize>

#include <optional>

struct Workload {
    QList<QByteArray> updates;
    int again = 0; ///< after the last comes this one: zlib streams begin but once

    const QByteArray &update(qint64 number) const
    {
        const auto count = updates.size();
        return updates.at(number < count ? number : again + (number - count) % (count - again));
    }

    static QList<QByteArray> names();
    static std::optional<Workload> make(const QByteArray &name, QSize size);
};
