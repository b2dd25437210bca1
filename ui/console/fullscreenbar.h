// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at the upper edge of a full-screen console: shows itself when the pointer touches the edge, and goes
// when the pointer has left it. GUI thread; watches the application's pointer only while it is armed.
#pragma once

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;

class FullScreenBar final : public QFrame {
    Q_OBJECT
public:
    /// A child of `window`, at its upper edge.
    explicit FullScreenBar(QWidget *window);
    ~FullScreenBar() override;

    void setTitle(const QString &title);
    void addTool(QWidget *tool);
    /// Shows itself for a moment, so that the way back is known.
    void arm();
    void disarm();
    void place();

Q_SIGNALS:
    void leaveRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void followPointer(QPoint global);

    QTimer m_hide;
    QLabel *m_title;
    QHBoxLayout *m_row;
    bool m_armed = false;
};
