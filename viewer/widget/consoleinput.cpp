// SPDX-License-Identifier: GPL-3.0-or-later
// Of ConsoleWidget: the pointer on its way to the session.
#include "viewer/widget/consolewidget.h"

#include "viewer/widget/consolewidget_p.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace {

enum Button { Left = 1, Middle = 2, Right = 4, Up = 8, Down = 16, WheelLeft = 32, WheelRight = 64, Back = 128, Forward = 256 };

// Stands for the pointer where the server draws its own, or none.
QCursor dot()
{
    static const QCursor cursor = [] {
        QPixmap pixmap(5, 5);
        pixmap.fill(Qt::white);
        QPainter painter(&pixmap);
        painter.fillRect(1, 1, 3, 3, Qt::black);
        painter.end();
        return QCursor(pixmap, 2, 2);
    }();
    return cursor;
}

} // namespace

int ConsoleWidget::Private::maskOf(Qt::MouseButtons buttons)
{
    int mask = 0;
    mask |= buttons & Qt::LeftButton ? Left : 0;
    mask |= buttons & Qt::MiddleButton ? Middle : 0;
    mask |= buttons & Qt::RightButton ? Right : 0;
    mask |= buttons & Qt::BackButton ? Back : 0;
    mask |= buttons & Qt::ForwardButton ? Forward : 0;
    return mask;
}

void ConsoleWidget::mousePressEvent(QMouseEvent *event)
{
    const bool relative = d->session && d->session->pointerMode() == ConsoleSession::PointerMode::Relative;
    const bool takesOver = !d->grabbed && d->isConnected();
    if (takesOver)
        d->grab();
    d->chord.reset();
    // The click that captures a relative pointer is not meant for the guest: its pointer is elsewhere.
    if (!(takesOver && relative))
        d->pointer(event->position(), event->buttons());
}

void ConsoleWidget::mouseReleaseEvent(QMouseEvent *event)
{
    d->pointer(event->position(), event->buttons());
}

void ConsoleWidget::mouseMoveEvent(QMouseEvent *event)
{
    d->pointer(event->position(), event->buttons());
}

void ConsoleWidget::Private::pointer(QPointF place, Qt::MouseButtons pressed)
{
    if (!isConnected() || !live)
        return;
    if (session->pointerMode() == ConsoleSession::PointerMode::Relative) {
        if (grabbed)
            moveRelative(place, pressed);
        return;
    }
    lastPlace = place;
    buttons = maskOf(pressed);
    sendPointer(buttons);
    if (map().canPan() && !panStep().isNull() && !panning.isActive())
        panning.start();
}

void ConsoleWidget::Private::sendPointer(int mask)
{
    if (!isConnected())
        return;
    if (session->pointerMode() == ConsoleSession::PointerMode::Relative)
        session->sendRelativePointer({}, mask);
    else
        session->sendPointer(map().toRemote(lastPlace), mask);
}

// The pointer is put back to the middle before it meets an edge. Motions that were under way then still count from
// where they were, until one arrives from the new place.
void ConsoleWidget::Private::moveRelative(QPointF place, Qt::MouseButtons pressed)
{
    const QPointF middle = QRectF(w.rect()).center().toPoint();
    const bool clicked = std::exchange(buttons, maskOf(pressed)) != maskOf(pressed);
    if (warping && (place - middle).manhattanLength() < (place - lastPlace).manhattanLength()) {
        warping = false;
        lastPlace = middle;
    }
    const QPoint step = ((place - lastPlace) * w.devicePixelRatioF()).toPoint();
    lastPlace = place;
    if (clicked || !step.isNull())
        session->sendRelativePointer(step, buttons);
    const bool far = qAbs(place.x() - middle.x()) > w.width() / 4.0 || qAbs(place.y() - middle.y()) > w.height() / 4.0;
    if (far && !warping) {
        warping = true;
        QCursor::setPos(w.mapToGlobal(middle).toPoint());
    }
}

void ConsoleWidget::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (!d->isConnected())
        return;
    static constexpr int most = 20;
    const QPoint steps = d->wheel.add(event->angleDelta());
    const auto turn = [this](int count, int button) {
        for (int i = 0; i < std::min(std::abs(count), most); ++i) {
            d->sendPointer(d->buttons | button);
            d->sendPointer(d->buttons);
        }
    };
    if (d->session->pointerMode() == ConsoleSession::PointerMode::Absolute)
        d->lastPlace = event->position();
    turn(steps.y(), steps.y() > 0 ? Up : Down);
    turn(steps.x(), steps.x() > 0 ? WheelLeft : WheelRight);
}

void ConsoleWidget::leaveEvent(QEvent *event)
{
    d->panning.stop();
    d->wheel.reset();
    QWidget::leaveEvent(event);
}

void ConsoleWidget::hideEvent(QHideEvent *event)
{
    d->letGo(false);
    QWidget::hideEvent(event);
}

void ConsoleWidget::Private::updateCursor()
{
    if (!isConnected() || !live) {
        w.unsetCursor();
        return;
    }
    if (session->pointerMode() == ConsoleSession::PointerMode::Relative) {
        if (grabbed)
            w.setCursor(Qt::BlankCursor);
        else
            w.unsetCursor();
        return;
    }
    if (cursor.image.isNull()) {
        w.setCursor(dot());
        return;
    }
    // As large as the guest's own pixels are shown.
    const qreal scale = map().scale();
    const QSize size = (QSizeF(cursor.image.size()) * scale).toSize().expandedTo({1, 1});
    QPixmap pixmap = QPixmap::fromImage(
        scale == 1 ? cursor.image : cursor.image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    const qreal ratio = w.devicePixelRatioF();
    pixmap.setDevicePixelRatio(ratio);
    const QPoint hot = (QPointF(cursor.hotSpot) * scale / ratio).toPoint();
    w.setCursor(QCursor(pixmap, hot.x(), hot.y()));
}
