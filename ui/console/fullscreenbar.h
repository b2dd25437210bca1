// SPDX-License-Identifier: GPL-3.0-or-later
// The bar at an edge of a full-screen console: shows itself when the pointer touches the edge, and goes when the
// pointer has left it, unless it is told to stay. GUI thread; watches the application's pointer only while armed.
#pragma once

#include <QFrame>
#include <QTimer>

#include <chrono>

class QHBoxLayout;
class QLabel;
class QToolButton;
class Settings;

class FullScreenBar final : public QFrame {
    Q_OBJECT
public:
    enum class Edge { Top, Bottom };
    struct Place {
        Edge edge = Edge::Top;
        bool stays = false;
    };

    /// A child of `window`.
    explicit FullScreenBar(QWidget *window);
    ~FullScreenBar() override;

    void setTitle(const QString &title);
    void addTool(QWidget *tool);
    void setPlace(const Place &place);
    /// Where a person wants it, for all windows; `settings` outlives this.
    void keepPlaceIn(Settings &settings);
    /// Shows itself for a moment, so that the way back is known.
    void arm();
    void disarm();
    /// The window has another size.
    void place();

Q_SIGNALS:
    void leaveRequested();
    /// A person chose so.
    void placeChanged(const FullScreenBar::Place &place);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QIcon &icon, const QString &text);
    void followPointer(QPoint global);
    void hideSoon(std::chrono::milliseconds wait);

    QTimer m_hide;
    QLabel *m_title;
    QHBoxLayout *m_row;
    QToolButton *m_stay;
    QToolButton *m_move;
    Place m_place;
    bool m_armed = false;
};
