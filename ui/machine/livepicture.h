// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's screen as it is about now, with its size and the way to its console. Asks for pictures only
// while it is seen and the machine runs. GUI thread.
#pragma once

#include "ui/common/card.h"

#include <QPointer>
#include <QTimer>

class ElidedLabel;
class Machine;
class QAction;
class QToolButton;
class ScreenshotCache;

class LivePicture final : public Card {
    Q_OBJECT
public:
    LivePicture(ScreenshotCache &pictures, QAction *openConsole, QWidget *parent = nullptr);

    void setMachine(Machine *machine);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    QRect screenRect() const;
    void ask();
    void write();

    ScreenshotCache &m_pictures;
    QAction *m_openConsole;
    QPointer<Machine> m_machine;
    ElidedLabel *m_words;
    QWidget *m_footer;
    QTimer m_tick;
};
