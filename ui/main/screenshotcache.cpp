// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/screenshotcache.h"

#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace {

constexpr int mostAtOnce = 2;
// Large enough for the overview at twice the pixels.
constexpr QSize largest{800, 600};
constexpr QSize smallest{160, 120};
constexpr qint64 mostBytes = 64LL << 20;
// Of all pictures together; beyond, those that were not asked for longest go.
constexpr qsizetype mostKept = 32LL << 20;
constexpr int mostPatience = 2; ///< doublings

struct Decoded {
    QImage image;
    QSize screen;
};

Result<Decoded> decode(const QByteArray &data, QSize wanted)
{
    auto image = QImage::fromData(data);
    if (image.isNull())
        return failure(Error::Kind::InvalidInput, QStringLiteral("the picture cannot be read"));
    const auto screen = image.size();
    if (screen.width() > wanted.width() || screen.height() > wanted.height())
        image = image.scaled(wanted, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    return Decoded{image.convertToFormat(QImage::Format_RGB32), screen};
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

bool ScreenshotCache::isFresh(const Picture &picture, std::chrono::milliseconds age, QSize wanted) const
{
    if (picture.impossible)
        return true;
    if (!picture.image.isNull() && picture.wanted.width() < wanted.width())
        return false;
    return nowMs() - picture.atMs < age.count() << std::min(picture.unchanged, mostPatience);
}

void ScreenshotCache::request(Machine *machine, std::chrono::milliseconds age, QSize wanted)
{
    wanted = wanted.expandedTo(smallest).boundedTo(largest);
    const auto known = m_pictures.constFind(machine);
    if (known != m_pictures.cend() && isFresh(*known, age, wanted))
        return;
    if (!isActive(machine->state()) || m_queued.contains(machine))
        return;
    m_queued.insert(machine, wanted);
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
    deliver(machine->screenshot(), this, [this, machine, guarded = QPointer(machine)](const Result<Screenshot> &shot) {
        if (!guarded) {
            finish(machine);
            return;
        }
        auto &picture = m_pictures[guarded];
        picture.atMs = nowMs();
        if (!shot || shot->data.size() > mostBytes) {
            picture.impossible = !shot && shot.error().kind == Error::Kind::Unsupported;
            finish(machine);
            return;
        }
        // Most screens stand still most of the time: then nothing is decoded.
        const auto fingerprint = qHashBits(shot->data.constData(), size_t(shot->data.size()));
        const bool same = !picture.image.isNull() && picture.fingerprint == fingerprint;
        picture.unchanged = same ? picture.unchanged + 1 : 0;
        picture.fingerprint = fingerprint;
        if (same && picture.wanted.width() >= m_queued.value(guarded).width())
            finish(machine);
        else
            decodeFor(guarded, shot->data);
    });
}

void ScreenshotCache::decodeFor(const QPointer<Machine> &machine, const QByteArray &data)
{
    const auto wanted = m_queued.value(machine, smallest);
    auto work = [data, wanted] { return decode(data, wanted); };
    deliver(m_lane.run(std::move(work)), this, [this, key = machine.data(), machine, wanted](const Result<Decoded> &decoded) {
        if (machine && decoded && isActive(machine->state())) {
            m_pictures[machine].wanted = wanted;
            store(machine, decoded->image, decoded->screen);
        }
        finish(key);
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
    forgetOldest();
    Q_EMIT updated(machine);
}

void ScreenshotCache::finish(const Machine *machine)
{
    m_queued.remove(machine);
    --m_underWay;
    next();
}

void ScreenshotCache::forgetOldest()
{
    qsizetype bytes = 0;
    for (const auto &picture : std::as_const(m_pictures))
        bytes += picture.image.sizeInBytes();
    while (bytes > mostKept && m_pictures.size() > 1) {
        const auto oldest = std::min_element(m_pictures.cbegin(), m_pictures.cend(),
                                             [](const Picture &a, const Picture &b) { return a.atMs < b.atMs; });
        bytes -= oldest->image.sizeInBytes();
        m_pictures.erase(oldest);
    }
}
