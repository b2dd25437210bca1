// SPDX-License-Identifier: GPL-3.0-or-later
// Of ConsoleWidget: the keyboard on its way to the session.
#include "viewer/widget/consolewidget.h"

#include "viewer/input/locklights.h"
#include "viewer/widget/consolewidget_p.h"

#include <QKeyEvent>

#include <utility>

namespace {

// Only there can a program take keyboard and pointer from the rest of the desktop.
bool platformGrabs()
{
    return keymap::platformSource() == keymap::Source::X11;
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

void ConsoleWidget::setReleaseCombination(const QKeySequence &keys)
{
    d->releaseCombination = keys;
}

QKeySequence ConsoleWidget::releaseCombination() const
{
    return d->releaseCombination;
}

void ConsoleWidget::setKeptKeys(const QList<QKeySequence> &keys)
{
    d->keptKeys = keys;
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
        if (d->grabbed && d->keptKeys.contains(QKeySequence(static_cast<QKeyEvent *>(event)->keyCombination()))) {
            d->chord.reset(); // the modifiers were pressed for this
        } else if (d->grabbed) {
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
        if (d->releaseCombination.isEmpty() || QKeySequence(event->keyCombination()) != d->releaseCombination)
            d->key(*event);
        else
            d->letGo(false);
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
