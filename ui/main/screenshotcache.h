// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of running machines, taken in turns: few at a time, each machine seldom, only on request.
// Decoding and scaling happen away from the GUI thread. GUI thread.
#pragma once

#include "core/async/lane.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <deque>

class Inventory;
class Machine;

class ScreenshotCache final : public QObject {
    Q_OBJECT
public:
    explicit ScreenshotCache(Inventory &inventory, QObject *parent = nullptr);

    /// Null while there is none.
    QImage image(const Machine *machine) const;
    /// The guest's own size; empty while unknown.
    QSize screenSize(const Machine *machine) const;
    /// Asks for a new picture unless the present one is younger than `age`. updated() follows where it changed.
    void request(Machine *machine, std::chrono::milliseconds age);

Q_SIGNALS:
    void updated(Machine *machine);

private:
    struct Picture {
        QImage image;
        QSize screen;
        qint64 atMs = 0;
        bool impossible = false; ///< this hypervisor takes none
    };
    void next();
    void take(Machine *machine);
    void store(Machine *machine, const QImage &image, QSize screen);

    QHash<const Machine *, Picture> m_pictures;
    std::deque<QPointer<Machine>> m_waiting;
    QSet<const Machine *> m_queued; ///< waiting or under way
    int m_underWay = 0;
    Lane m_lane;
};
