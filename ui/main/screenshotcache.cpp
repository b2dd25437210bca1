// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/screenshotcache.h"

#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QPair>

namespace {

constexpr int mostAtOnce = 2;
// Large enough for the overview at twice the pixels, small enough to keep many of them.
constexpr QSize largest{800, 600};
constexpr qint64 mostBytes = 64LL << 20;

using Decoded = QPair<QImage, QSize>;

Result<Decoded> decode(const QByteArray &data)
{
    auto image = QImage::fromData(data);
    if (image.isNull())
        return failure(Error::Kind::InvalidInput, QStringLiteral("the picture cannot be read"));
    const auto screen = image.size();
    if (screen.width() > largest.width() || screen.height() > largest.height())
        image = image.scaled(largest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return Decoded(image.convertToFormat(QImage::Format_RGB32), screen);
}

qint64 nowMs()
{
    static const QElapsedTimer clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    return clock.elapsed();
}

} // namespace

ScreenshotCache::ScreenshotCache(Inventory &inventory, QObject *parent) : QObject(parent), m_lane(QStringLiteral("pictures"))
{
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *gone) {
        m_pictures.remove(gone);
        if (m_queued.remove(gone))
            std::erase_if(m_waiting, [gone](const auto &machine) { return machine == gone; });
    });
    connect(&inventory, &Inventory::machineChanged, this, [this](Machine *changed) {
        // What was on the screen of a machine that is off now must not be taken for its present one.
        if (!isActive(changed->state()) && m_pictures.remove(changed))
            Q_EMIT updated(changed);
    });
}

QImage ScreenshotCache::image(const Machine *machine) const
{
    return m_pictures.value(machine).image;
}

QSize ScreenshotCache::screenSize(const Machine *machine) const
{
    return m_pictures.value(machine).screen;
}

void ScreenshotCache::request(Machine *machine, std::chrono::milliseconds age)
{
    const auto known = m_pictures.constFind(machine);
    if (known != m_pictures.cend() && (known->impossible || nowMs() - known->atMs < age.count()))
        return;
    if (!isActive(machine->state()) || m_queued.contains(machine))
        return;
    m_queued.insert(machine);
    m_waiting.emplace_back(machine);
    next();
}

void ScreenshotCache::next()
{
    while (m_underWay < mostAtOnce && !m_waiting.empty()) {
        const auto machine = m_waiting.front();
        m_waiting.pop_front();
        if (machine)
            take(machine);
    }
}

void ScreenshotCache::take(Machine *machine)
{
    ++m_underWay;
    const QPointer guarded(machine);
    const auto done = [this, machine] {
        m_queued.remove(machine);
        --m_underWay;
        next();
    };
    deliver(machine->screenshot(), this, [this, guarded, done](const Result<Screenshot> &shot) {
        if (!guarded || !shot || shot->data.size() > mostBytes) {
            if (guarded) {
                auto &picture = m_pictures[guarded];
                picture.atMs = nowMs();
                picture.impossible = !shot && shot.error().kind == Error::Kind::Unsupported;
            }
            done();
            return;
        }
        deliver(m_lane.run([data = shot->data] { return decode(data); }), this, [this, guarded, done](const Result<Decoded> &decoded) {
            if (guarded && decoded && isActive(guarded->state()))
                store(guarded, decoded->first, decoded->second);
            done();
        });
    });
}

void ScreenshotCache::store(Machine *machine, const QImage &image, QSize screen)
{
    auto &picture = m_pictures[machine];
    picture.atMs = nowMs();
    picture.screen = screen;
    if (picture.image == image)
        return;
    picture.image = image;
    Q_EMIT updated(machine);
}
