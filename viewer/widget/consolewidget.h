// SPDX-License-Identifier: GPL-3.0-or-later
// Shows a console session and forwards input to it. GUI thread. Knows no machine and no host.
#pragma once

#include "viewer/session/consolesession.h"

#include <QWidget>

#include <memory>

class ConsoleWidget final : public QWidget {
    Q_OBJECT
public:
    /// OneToOne shows a guest's pixel on one of the display's, whatever the scale of the desktop.
    enum class Scaling { Fit, OneToOne };

    explicit ConsoleWidget(QWidget *parent = nullptr);
    ~ConsoleWidget() override;

    /// Not owned; null shows nothing. The last picture of the former session stays, dimmed, until a new one comes.
    void setSession(ConsoleSession *session);
    ConsoleSession *session() const;

    void setScaling(Scaling scaling);
    Scaling scaling() const;
    /// How far a picture larger than the widget can be moved at 1:1, in the display's pixels; otherwise 0 × 0. A
    /// pointer near an edge moves it as well.
    QSize panRange() const;
    /// What of the picture is at the top left, in the display's pixels.
    QPoint pan() const;
    void setPan(QPoint offset);
    /// Which keys held together give keyboard and pointer back, e.g. Ctrl+Alt.
    void setReleaseKeys(Qt::KeyboardModifiers keys);
    Qt::KeyboardModifiers releaseKeys() const;
    bool isGrabbed() const;
    /// Takes focus, and all keys go to the guest; so does a click, or Enter while focused.
    void grabInput();
    void releaseInput();

    /// Presses the keysyms in order and lets go in reverse: Ctrl+Alt+Del and friends.
    void sendKeys(const QList<quint32> &keysyms);
    QImage picture() const;
    /// A sentence over the lower part of the picture; empty takes it away.
    void setOverlay(const QString &text);

    QSize sizeHint() const override;

Q_SIGNALS:
    void grabChanged(bool grabbed);
    void remoteSizeChanged(QSize size);
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
