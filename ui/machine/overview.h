// SPDX-License-Identifier: GPL-3.0-or-later
// A machine at a glance: its screen, four charts, its hardware, what happened lately. GUI thread.
#pragma once

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

class FactCard;
class GraphCard;
class LivePicture;
class Machine;
class MachineActions;
class RecentEvents;
class ScreenshotCache;

class Overview final : public QScrollArea {
    Q_OBJECT
public:
    Overview(MachineActions &actions, ScreenshotCache &pictures, const RecentEvents &events, QWidget *parent = nullptr);

    void setMachine(Machine *machine);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void askForMore();
    void writeFacts();
    void writeCharts();
    void writeRecent();
    void colour();
    void arrange();

    const RecentEvents &m_events;
    QPointer<Machine> m_machine;
    LivePicture *m_picture;
    GraphCard *m_processor;
    GraphCard *m_memory;
    GraphCard *m_disk;
    GraphCard *m_network;
    FactCard *m_hardware;
    FactCard *m_recent;
    class QGridLayout *m_grid;
    QTimer m_again;
    bool m_knewDetails = false;
    bool m_narrow = false;
    bool m_arranged = false;
};
