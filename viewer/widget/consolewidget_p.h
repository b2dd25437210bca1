// SPDX-License-Identifier: GPL-3.0-or-later
// Of ConsoleWidget: what it remembers. GUI thread.
#pragma once

#include "viewer/input/heldkeys.h"
#include "viewer/input/keymap.h"
#include "viewer/input/pointermap.h"
#include "viewer/input/releasechord.h"
#include "viewer/input/repeatgate.h"
#include "viewer/input/wheelsteps.h"
#include "viewer/widget/consolewidget.h"
#include "viewer/widget/reducedpicture.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <optional>

class ConsoleWidget::Private {
public:
    explicit Private(ConsoleWidget &widget);

    // Picture.
    PointerMap map() const;
    void takeDamage();
    qreal refreshRate() const;
    void damageArrived();
    void showPictureOf(ConsoleSession &source);
    void setLive(bool on);
    void paintPicture(QPainter &painter, const QRegion &region, const PointerMap &placed);
    void paintExact(QPainter &painter, const QRegion &region, const PointerMap &placed, const QImage &image) const;
    void paintScaled(QPainter &painter, const PointerMap &placed, const QImage &image);
    void pan();
    QPoint panStep() const;
    QSize room() const;
    void panTo(QPoint offset);

    // Session.
    void watch(ConsoleSession &source);
    void ended();
    bool isConnected() const;

    // Input.
    void key(const QKeyEvent &event);
    void forward(const ConsoleKey &key, bool repeats);
    void syncLocks(const QKeyEvent &event);
    void releaseLate();
    void grab();
    void letGo(bool comeBack);
    void holdDevices(bool on);
    void releaseHeldKeys();
    void pointer(QPointF place, Qt::MouseButtons buttons);
    void sendPointer(int buttons);
    void moveRelative(QPointF place, Qt::MouseButtons buttons);
    void updateCursor();
    void pointerMoved(std::optional<QPoint> place);
    /// In the widget; empty where there is none to paint.
    QRectF pointerArea() const;
    static int maskOf(Qt::MouseButtons buttons);

    ConsoleWidget &w;
    QPointer<ConsoleSession> session;
    QList<QMetaObject::Connection> connections;

    std::shared_ptr<Framebuffer> shown; ///< of the present session, or the former one's until this one has a picture
    bool live = false;                  ///< the picture is what the guest shows now
    QSize remoteSize;
    ReducedPicture reduced;
    QRegion unreduced; ///< damage that `reduced` has not seen
    QElapsedTimer sinceFetch;
    QTimer fetch;
    Scaling scaling = Scaling::Fit;
    int percent = 100;
    bool smooth = true;
    QPoint panOffset;
    QTimer panning;
    QString overlayText;

    bool grabbed = false;
    bool comesBack = false; ///< the grab was interrupted and returns with focus or connection
    bool devicesHeld = false;
    bool locksDue = false; ///< the guest's lock lights are not known to be this keyboard's
    HeldKeys held;
    ReleaseChord chord;
    QKeySequence releaseCombination;
    QList<QKeySequence> keptKeys;
    RepeatGate repeat;
    QTimer late; ///< a release that `repeat` holds back
    WheelSteps wheel;
    QPointF lastPlace;
    bool warping = false;
    int buttons = 0;
    RemoteCursor cursor;
    std::optional<QPoint> pointerPlace; ///< of a relative pointer, as the server says: then it is painted here
};
