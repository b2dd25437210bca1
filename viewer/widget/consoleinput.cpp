// SPDX-License-Identifier: GPL-3.0-or-later
// Of ConsoleWidget: keyboard and pointer on their way to the session.
#include "viewer/widget/consolewidget.h"

#include "viewer/input/locklights.h"
#include "viewer/widget/consolewidget_p.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <utility>

namespace {

enum Button { Left = 1, Middle = 2, Right = 4, Up = 8, Down = 16, WheelLeft = 32, WheelRight = 64, Back = 128, Forward = 256 };

// Only there can a program take keyboard and pointer from the rest of the desktop.
bool platformGrabs()
{
    return keymap::platformSource() == keymap::Source::X11;
}

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

void ConsoleWidget::setReleaseKeys(Qt::KeyboardModifiers keys)
{
    d->chord.setKeys(keys);
}

Qt::KeyboardModifiers ConsoleWidget::releaseKeys() const
{
    return d->chord.keys();
}

bool ConsoleWidget::isGrabbed() const
{
    return d->grabbed;
}

void ConsoleWidget::grabInput()
{
    d->grab();
}

void ConsoleWidget::releaseInput()
{
    d->letGo(false);
}

void ConsoleWidget::sendKeys(const QList<quint32> &keysyms)
{
    if (!d->isConnected() || !isEnabled())
        return;
    for (const quint32 keysym : keysyms)
        d->session->sendKey(keymap::fromKeysym(keysym));
    for (auto each = keysyms.crbegin(); each != keysyms.crend(); ++each) {
        ConsoleKey key = keymap::fromKeysym(*each);
        key.down = false;
        d->session->sendKey(key);
    }
}

void ConsoleWidget::Private::grab()
{
    comesBack = false;
    if (grabbed)
        return;
    grabbed = true;
    locksDue = true;
    w.setFocus();
    holdDevices(true);
    updateCursor();
    Q_EMIT w.grabChanged(true);
}

void ConsoleWidget::Private::letGo(bool comeBack)
{
    releaseHeldKeys();
    chord.reset();
    comesBack = comeBack;
    if (!grabbed)
        return;
    grabbed = false;
    holdDevices(false);
    updateCursor();
    Q_EMIT w.grabChanged(false);
}

void ConsoleWidget::Private::holdDevices(bool on)
{
    const bool relative = session && session->pointerMode() == ConsoleSession::PointerMode::Relative;
    if (platformGrabs()) {
        if (on && w.hasFocus())
            w.grabKeyboard();
        else if (devicesHeld)
            w.releaseKeyboard();
        if (on && relative && w.isVisible())
            w.grabMouse();
        else if (devicesHeld && QWidget::mouseGrabber() == &w)
            w.releaseMouse();
    }
    devicesHeld = on;
    warping = false;
    lastPlace = w.mapFromGlobal(QCursor::pos());
}

void ConsoleWidget::Private::releaseHeldKeys()
{
    late.stop();
    repeat.takeHeld();
    const QList<ConsoleKey> keys = held.releaseAll();
    if (!isConnected())
        return;
    for (const ConsoleKey &each : keys)
        session->sendKey(each);
}

bool ConsoleWidget::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // Accepted, it comes back as a key press and no shortcut of the window fires.
        if (d->grabbed) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress:
        // QWidget would take Tab for itself.
        if (d->grabbed) {
            keyPressEvent(static_cast<QKeyEvent *>(event));
            return true;
        }
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void ConsoleWidget::keyPressEvent(QKeyEvent *event)
{
    if (d->grabbed) {
        event->accept();
        d->key(*event);
        return;
    }
    const int key = event->key();
    if (d->isConnected() && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space))
        d->grab();
    else
        QWidget::keyPressEvent(event);
}

void ConsoleWidget::keyReleaseEvent(QKeyEvent *event)
{
    if (d->grabbed) {
        event->accept();
        d->key(*event);
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

void ConsoleWidget::Private::key(const QKeyEvent &event)
{
    const ConsoleKey key = keymap::fromEvent(event, keymap::platformSource());
    if (event.isAutoRepeat() && !key.down)
        return;
    const bool repeats = repeat.repeats(key, event.timestamp());
    releaseLate();
    if (key.down && std::exchange(locksDue, false))
        syncLocks(event);
    // Modifiers do not repeat.
    if (!key.down && keymap::platformSource() == keymap::Source::X11 && keymap::modifierOf(key) == Qt::NoModifier) {
        repeat.hold(key, event.timestamp());
        late.start();
    } else {
        forward(key, repeats || event.isAutoRepeat());
    }
}

// Once per grab, by the first key: only events tell of this keyboard's lights.
void ConsoleWidget::Private::syncLocks(const QKeyEvent &event)
{
    if (!isConnected())
        return;
    const auto wanted = locklights::of(event, keymap::platformSource());
    const auto guest = session->lockKeys();
    if (!wanted || !guest)
        return;
    for (const ConsoleKey &each : locklights::toggles(*guest, *wanted))
        session->sendKey(each);
}

void ConsoleWidget::Private::releaseLate()
{
    late.stop();
    if (const auto key = repeat.takeHeld())
        forward(*key, false);
}

void ConsoleWidget::Private::forward(const ConsoleKey &key, bool repeats)
{
    if (const auto send = held.filter(key); send && isConnected())
        session->sendKey(*send);
    if (repeats)
        return;
    const Qt::KeyboardModifier modifier = keymap::modifierOf(key);
    if (key.down ? chord.press(modifier) : chord.release(modifier))
        letGo(false);
}

void ConsoleWidget::focusInEvent(QFocusEvent *event)
{
    if (d->grabbed)
        d->holdDevices(true);
    else if (d->comesBack && d->isConnected())
        d->grab();
    QWidget::focusInEvent(event);
}

void ConsoleWidget::focusOutEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    const bool wasGrabbed = d->grabbed || d->comesBack;
    // A menu, or another window for a while: the grab returns with the focus. Otherwise a person chose to leave.
    d->letGo(wasGrabbed && (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason));
    QWidget::focusOutEvent(event);
}

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
