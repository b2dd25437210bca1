// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of running machines, taken in turns: few at a time, each machine seldom, only on request.
// Decoding and scaling happen away from the GUI thread. GUI thread.
#pragma once

#include "core/async/lane.h"

#include <QHash>
#include <QImage>
#include <QObject>
#include <QPointer>
#include <QSize>
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
    /// Asks for a new picture of about `wanted` device pixels unless the present one is younger than `age` and as
    /// large. A screen on which nothing happens is asked for less and less often, up to every fourth time.
    /// updated() follows where it changed.
    void request(Machine *machine, std::chrono::milliseconds age, QSize wanted);

Q_SIGNALS:
    void updated(Machine *machine);

private:
    struct Picture {
        QImage image;
        QSize screen;
        QSize wanted;
        size_t fingerprint = 0; ///< of what the hypervisor sent
        int unchanged = 0;      ///< how often in a row it was the same
        qint64 atMs = 0;
        bool impossible = false; ///< this hypervisor takes none
    };
    bool isFresh(const Picture &picture, std::chrono::milliseconds age, QSize wanted) const;
    void next();
    void take(Machine *machine);
    void decodeFor(const QPointer<Machine> &machine, const QByteArray &data);
    void store(Machine *machine, const QImage &image, QSize screen);
    void finish(const Machine *machine);
    void forgetOldest();

    QHash<const Machine *, Picture> m_pictures;
    std::deque<QPointer<Machine>> m_waiting;
    QHash<const Machine *, QSize> m_queued; ///< waiting or under way, and how large
    int m_underWay = 0;
    Lane m_lane;
};
