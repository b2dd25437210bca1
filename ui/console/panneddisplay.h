// SPDX-License-Identifier: GPL-3.0-or-later
// A console on its dark ground, with scroll bars while its picture is larger than the room there is. GUI thread.
#pragma once

#include <QWidget>

class ConsoleWidget;
class QScrollBar;

class PannedDisplay final : public QWidget {
    Q_OBJECT
public:
    explicit PannedDisplay(QWidget *parent = nullptr);

    /// A child of this.
    ConsoleWidget *view() const { return m_view; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void follow();

    ConsoleWidget *m_view;
    QScrollBar *m_across;
    QScrollBar *m_down;
};
