// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a console session and forwards input to it. GUI thread. Knows no machine and no host.
#pragma once

#include "viewer/input/pointermap.h"
#include "viewer/session/consolesession.h"

#include <QKeySequence>
#include <QWidget>

#include <memory>

class ConsoleWidget final : public QWidget {
    Q_OBJECT
public:
    /// In the display's own pixels, whatever the scale of the desktop. Whole multiples are sharp.
    using Scaling = PointerMap::Mode;
    static constexpr int leastPercent = 10;
    static constexpr int mostPercent = 800;

    explicit ConsoleWidget(QWidget *parent = nullptr);
    ~ConsoleWidget() override;

    /// Not owned; null shows nothing. The last picture of the former session stays, dimmed, until a new one comes.
    void setSession(ConsoleSession *session);
    ConsoleSession *session() const;

    /// `percent` counts for Scaling::Percent alone.
    void setScaling(Scaling scaling, int percent = 100);
    Scaling scaling() const;
    int percent() const;
    /// Whether neighbouring pixels are mixed where the scale is not whole; otherwise the nearest is shown.
    void setSmooth(bool smooth);
    bool isSmooth() const;
    /// The logical size that the picture is shown with, where that does not depend on the widget's; otherwise empty.
    QSize fixedSize() const;
    /// How far a picture larger than the widget can be moved, in the display's pixels; otherwise 0 × 0. A pointer
    /// near an edge moves it as well.
    QSize panRange() const;
    /// What of the picture is at the top left, in the display's pixels.
    QPoint pan() const;
    void setPan(QPoint offset);
    /// Which keys held together give keyboard and pointer back, e.g. Ctrl+Alt.
    void setReleaseKeys(Qt::KeyboardModifiers keys);
    Qt::KeyboardModifiers releaseKeys() const;
    /// One that does so as well, e.g. Shift+F12; empty: none.
    void setReleaseCombination(const QKeySequence &keys);
    QKeySequence releaseCombination() const;
    /// Combinations that stay with the window: its shortcuts for them work although the keyboard is the guest's.
    void setKeptKeys(const QList<QKeySequence> &keys);
    bool isGrabbed() const;
    /// Takes focus, and all keys go to the guest; so does a click, or Enter while focused.
    void grabInput();
    void releaseInput();

    /// Presses the keysyms in order and lets go in reverse: Ctrl+Alt+Del and friends.
    void sendKeys(const QList<quint32> &keysyms);
    QImage picture() const;
    /// The picture is what the guest shows now, not a former session's, nor none yet.
    bool isLive() const;
    /// A sentence over the lower part of the picture; empty takes it away.
    void setOverlay(const QString &text);

    QSize sizeHint() const override;

Q_SIGNALS:
    void grabChanged(bool grabbed);
    void remoteSizeChanged(QSize size);
    void liveChanged(bool live);
    /// panRange() or pan() may be others.
    void placeChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};
