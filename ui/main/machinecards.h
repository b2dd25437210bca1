// SPDX-License-Identifier: GPL-3.0-or-later
// Machines as cards with live pictures. Only cards that are seen are asked for a picture. GUI thread.
#pragma once

#include <QListView>
#include <QTimer>

class CardDelegate;
class ChosenMachines;
class Machine;
class MachineRows;
class ScreenshotCache;
class VisibleRows;

class MachineCards final : public QListView {
    Q_OBJECT
public:
    MachineCards(MachineRows &rows, ScreenshotCache &pictures, QWidget *parent = nullptr);

    ChosenMachines &chosen() { return *m_chosen; }

Q_SIGNALS:
    void machineActivated(Machine *machine);
    void menuRequested(const QPoint &globalPosition);

protected:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void arrange();
    void askForPictures();
    void repaintSampled();

    MachineRows &m_rows;
    ScreenshotCache &m_pictures;
    CardDelegate *m_delegate;
    VisibleRows *m_visible;
    ChosenMachines *m_chosen;
    QTimer m_tick;
};
