// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/widget/consolewidget.h"

#include "viewer/widget/consolewidget_p.h"
#include "viewer/widget/overlay.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScreen>

#include <utility>

ConsoleWidget::Private::Private(ConsoleWidget &widget)
    : w(widget)
{
    fetch.setSingleShot(true);
    fetch.setTimerType(Qt::PreciseTimer);
    connect(&fetch, &QTimer::timeout, &w, [this] { takeDamage(); });
    // Longer than a release and a press of one moment are ever apart, and shorter than a person notices.
    late.setInterval(15);
    late.setSingleShot(true);
    connect(&late, &QTimer::timeout, &w, [this] { releaseLate(); });
    panning.setInterval(16);
    connect(&panning, &QTimer::timeout, &w, [this] { pan(); });
}

ConsoleWidget::ConsoleWidget(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this))
{
    setAccessibleName(QStringLiteral("Console"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button is the guest's
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 120);
}

ConsoleWidget::~ConsoleWidget()
{
    d->letGo(false);
}

void ConsoleWidget::setSession(ConsoleSession *session)
{
    if (d->session == session)
        return;
    d->releaseHeldKeys();
    if (d->session)
        d->ended();
    for (const auto &each : std::exchange(d->connections, {}))
        disconnect(each);
    d->session = session;
    if (session)
        d->watch(*session);
    else
        d->letGo(false);
    d->updateCursor();
    update();
}

ConsoleSession *ConsoleWidget::session() const
{
    return d->session;
}

void ConsoleWidget::Private::watch(ConsoleSession &source)
{
    connections = {
        connect(&source, &ConsoleSession::damaged, &w, [this] { damageArrived(); }),
        connect(&source, &ConsoleSession::closed, &w, [this] { ended(); }),
        connect(&source, &QObject::destroyed, &w, [this] { ended(); }),
        connect(&source, &ConsoleSession::pointerModeChanged, &w,
                [this] {
                    holdDevices(grabbed);
                    updateCursor();
                }),
        connect(&source, &ConsoleSession::cursorChanged, &w,
                [this](const RemoteCursor &changed) {
                    const auto place = pointerPlace;
                    pointerMoved({}); // the former shape goes
                    cursor = changed;
                    pointerMoved(place);
                    updateCursor();
                }),
        connect(&source, &ConsoleSession::cursorMoved, &w, [this](QPoint place) { pointerMoved(place); }),
        connect(&source, &ConsoleSession::stateChanged, &w,
                [this](ConsoleSession::State state) {
                    if (state == ConsoleSession::State::Connected && comesBack && w.hasFocus())
                        grab();
                    updateCursor();
                }),
    };
    // It may have been connected for a while.
    if (!source.framebuffer().size().isEmpty())
        showPictureOf(source);
}

void ConsoleWidget::Private::ended()
{
    held.releaseAll();
    cursor = {};
    pointerPlace.reset();
    if (grabbed)
        letGo(true);
    setLive(false);
    updateCursor();
}

bool ConsoleWidget::Private::isConnected() const
{
    return session && session->state() == ConsoleSession::State::Connected;
}

void ConsoleWidget::Private::setLive(bool on)
{
    if (std::exchange(live, on) == on)
        return;
    w.update();
    Q_EMIT w.liveChanged(on);
}

qreal ConsoleWidget::Private::refreshRate() const
{
    return w.screen() ? qBound(24.0, w.screen()->refreshRate(), 240.0) : 60.0;
}

// Damage is fetched as often as the display can show it; until then the session stays silent.
void ConsoleWidget::Private::damageArrived()
{
    if (fetch.isActive())
        return;
    const auto interval = qint64(1000 / refreshRate());
    const qint64 passed = sinceFetch.isValid() ? sinceFetch.elapsed() : interval;
    if (passed >= interval)
        takeDamage();
    else
        fetch.start(int(interval - passed));
}

void ConsoleWidget::Private::takeDamage()
{
    if (!session)
        return;
    sinceFetch.start();
    if (!live || shown != session->sharedFramebuffer() || shown->size() != remoteSize) {
        showPictureOf(*session);
        return;
    }
    QRegion damage;
    shown->read([&damage](const QImage &, const QRegion &fresh) { damage = fresh; });
    if (damage.isEmpty()) {
        sinceFetch.invalidate(); // the update that is being decoded will be shown as soon as it is whole
        return;
    }
    unreduced += damage;
    // At once: what is painted later may be of a later update, around which pixels are those of this one.
    w.repaint(map().toWidget(damage));
}

void ConsoleWidget::Private::showPictureOf(ConsoleSession &source)
{
    shown = source.sharedFramebuffer();
    shown->setPace(std::chrono::microseconds(qint64(1'000'000 / refreshRate())));
    QSize size;
    shown->read([&size](const QImage &image, const QRegion &) { size = image.size(); });
    reduced.clear();
    unreduced = QRect({}, size);
    const bool ready = source.state() != ConsoleSession::State::Closed;
    setLive(ready);
    if (std::exchange(remoteSize, size) != size) {
        w.updateGeometry();
        Q_EMIT w.remoteSizeChanged(size);
        Q_EMIT w.placeChanged();
    }
    updateCursor();
    w.update();
}

PointerMap ConsoleWidget::Private::map() const
{
    return PointerMap(remoteSize, w.size(), w.devicePixelRatioF(), scaling, panOffset, percent);
}

void ConsoleWidget::setScaling(Scaling scaling, int percent)
{
    percent = qBound(leastPercent, percent, mostPercent);
    if (d->scaling == scaling && d->percent == percent)
        return;
    d->scaling = scaling;
    d->percent = percent;
    d->panOffset = {};
    d->panning.stop();
    d->updateCursor();
    update();
    Q_EMIT placeChanged();
}

int ConsoleWidget::percent() const
{
    return d->percent;
}

void ConsoleWidget::setSmooth(bool smooth)
{
    if (std::exchange(d->smooth, smooth) != smooth)
        update();
}

bool ConsoleWidget::isSmooth() const
{
    return d->smooth;
}

QSize ConsoleWidget::fixedSize() const
{
    if (d->scaling != Scaling::OneToOne && d->scaling != Scaling::Percent)
        return {};
    return (QSizeF(d->map().target().size()) / devicePixelRatioF()).toSize();
}

QSize ConsoleWidget::panRange() const
{
    return (d->map().target().size() - d->room()).expandedTo({0, 0});
}

bool ConsoleWidget::isLive() const
{
    return d->live;
}

QPoint ConsoleWidget::pan() const
{
    return d->map().pan();
}

void ConsoleWidget::setPan(QPoint offset)
{
    d->panTo(offset);
}

ConsoleWidget::Scaling ConsoleWidget::scaling() const
{
    return d->scaling;
}

void ConsoleWidget::setOverlay(const QString &text)
{
    if (d->overlayText == text)
        return;
    QRegion area = overlay::areaOf(d->overlayText, *this);
    d->overlayText = text;
    area += overlay::areaOf(text, *this);
    setAccessibleDescription(text);
    update(area);
}

QImage ConsoleWidget::picture() const
{
    return d->shown ? d->shown->snapshot() : QImage();
}

QSize ConsoleWidget::sizeHint() const
{
    if (d->remoteSize.isEmpty())
        return {720, 400};
    return (QSizeF(d->remoteSize) / devicePixelRatioF()).toSize();
}

void ConsoleWidget::resizeEvent(QResizeEvent *)
{
    d->updateCursor();
    Q_EMIT placeChanged();
}

void ConsoleWidget::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const PointerMap placed = d->map();
    // A picture that ends within one of the widget's pixels leaves part of it: black is painted under its edge too.
    const bool flush = placed.isExact() && devicePixelRatioF() == qRound(devicePixelRatioF());
    const QRegion picture = placed.toWidget(QRegion(QRect({}, d->remoteSize)));
    for (const QRect &area : flush ? event->region() - picture : event->region())
        painter.fillRect(area, Qt::black);
    d->paintPicture(painter, event->region(), placed);
    if (const QRectF pointer = d->pointerArea(); !pointer.isEmpty())
        painter.drawImage(pointer, d->cursor.image);
    if (d->shown && !d->live) {
        for (const QRect &area : event->region())
            painter.fillRect(area, QColor(0, 0, 0, 150));
    }
    overlay::paint(painter, d->overlayText, *this);
}

void ConsoleWidget::Private::pointerMoved(std::optional<QPoint> place)
{
    w.update(pointerArea().toAlignedRect());
    pointerPlace = place;
    w.update(pointerArea().toAlignedRect());
}

QRectF ConsoleWidget::Private::pointerArea() const
{
    if (!pointerPlace || !live || !isConnected() || session->pointerMode() != ConsoleSession::PointerMode::Relative)
        return {};
    const PointerMap placed = map();
    const qreal factor = placed.scale() / w.devicePixelRatioF();
    const QPointF middle = placed.toWidget(*pointerPlace);
    return QRectF(middle - (QPointF(cursor.hotSpot) + QPointF(0.5, 0.5)) * factor, QSizeF(cursor.image.size()) * factor);
}

void ConsoleWidget::Private::paintPicture(QPainter &painter, const QRegion &region, const PointerMap &placed)
{
    if (!shown || placed.target().isEmpty())
        return;
    painter.save();
    // From here on in the display's own pixels, and aligned with them whatever the scale of the desktop.
    const qreal ratio = w.devicePixelRatioF();
    const QTransform device = painter.deviceTransform();
    painter.scale(1 / ratio, 1 / ratio);
    painter.translate(qRound(device.dx()) - device.dx(), qRound(device.dy()) - device.dy());
    shown->view([&](const QImage &image) {
        // A size that changed since is laid out as soon as its damage is fetched.
        if (image.size() != remoteSize)
            return;
        if (placed.isExact())
            paintExact(painter, region, placed, image);
        else
            paintScaled(painter, placed, image);
    });
    painter.restore();
}

void ConsoleWidget::Private::paintExact(QPainter &painter, const QRegion &region, const PointerMap &placed,
                                        const QImage &image) const
{
    const qreal ratio = w.devicePixelRatioF();
    for (const QRect &area : region) {
        const QRect pixels = QRectF(area.x() * ratio, area.y() * ratio, area.width() * ratio, area.height() * ratio)
                                 .toAlignedRect()
                             & placed.target();
        painter.drawImage(pixels.topLeft(), image, pixels.translated(-placed.target().topLeft()));
    }
}

void ConsoleWidget::Private::paintScaled(QPainter &painter, const PointerMap &placed, const QImage &image)
{
    const bool mixes = smooth && !placed.isWhole();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, mixes);
    const int levels = mixes ? ReducedPicture::levelsFor(placed.scale()) : 0;
    if (levels == 0) {
        painter.drawImage(QRectF(placed.target()), image, QRectF(image.rect()));
        return;
    }
    reduced.update(image, std::exchange(unreduced, {}), levels);
    const qreal factor = 1.0 / (1 << levels);
    painter.drawImage(QRectF(placed.target()), reduced.image(),
                      QRectF(0, 0, image.width() * factor, image.height() * factor));
}

// Faster the nearer the pointer is to an edge, so that a screen larger than the widget can be reached.
QPoint ConsoleWidget::Private::panStep() const
{
    constexpr int zone = 24;
    const auto along = [](qreal place, int size) {
        if (place < zone)
            return -int(zone - place);
        return place > size - zone ? int(place - (size - zone)) : 0;
    };
    return {along(lastPlace.x(), w.width()), along(lastPlace.y(), w.height())};
}

void ConsoleWidget::Private::pan()
{
    const QPoint before = map().pan();
    panTo(before + panStep());
    if (panOffset == before)
        panning.stop();
    else
        sendPointer(buttons);
}

void ConsoleWidget::Private::panTo(QPoint offset)
{
    const QPoint before = map().pan();
    panOffset = offset;
    panOffset = map().pan();
    if (panOffset == before)
        return;
    w.update();
    Q_EMIT w.placeChanged();
}

// In the display's pixels.
QSize ConsoleWidget::Private::room() const
{
    return (QSizeF(w.size()) * w.devicePixelRatioF()).toSize();
}
