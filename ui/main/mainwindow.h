// SPDX-License-Identifier: GPL-3.0-or-later
// The program's window: top bar, sidebar, the page of what is chosen, running jobs. GUI thread.
#pragma once

#include "core/machines/machine.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <vector>

class CommandPalette;
class CredentialPrompts;
class Host;
class HostActions;
class HostPage;
class Inventory;
class Job;
class MachineActions;
class MachinePage;
class MachinesPage;
class QSplitter;
class QStackedWidget;
class RecentEvents;
class ScreenshotCache;
class Sidebar;
class StatisticsWatch;
class TopBar;
class Welcome;
class WindowActions;
class WindowDialogs;

class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Inventory &inventory, QWidget *parent = nullptr);
    ~MainWindow() override;

    void showAllMachines();
    void showHost(Host *host);
    void showMachine(Machine *machine);
    /// Chooses it and opens the Console tab.
    void showConsole(Machine *machine);

Q_SIGNALS:
    /// The first frame is on the screen.
    void firstPainted();

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makePages();
    void connectActions();
    void connectParts();
    void restoreLayout();

    Host *hostInView() const;
    void openDemonstration();
    void noteFinished(Job *job);
    void choosePage();
    void openWhenThere(Job *job);
    void noteRemoved(Machine *machine);
    void refreshNewMachine();
    void retitle();
    /// From part to part of the window; 1 or -1.
    void goToPart(int by);

    Inventory &m_inventory;
    MachineActions *m_machineActions;
    HostActions *m_hostActions;
    WindowActions *m_actions;
    WindowDialogs *m_dialogs;
    ScreenshotCache *m_pictures;
    RecentEvents *m_events;
    TopBar *m_topBar = nullptr;
    Sidebar *m_sidebar = nullptr;
    QSplitter *m_splitter = nullptr;
    QWidget *m_jobBar = nullptr;
    QStackedWidget *m_pages = nullptr;
    QWidget *m_empty = nullptr;
    MachinesPage *m_machinesPage = nullptr;
    MachinePage *m_machinePage = nullptr; ///< made when first shown
    HostPage *m_hostPage = nullptr;       ///< made when first shown
    Welcome *m_welcome = nullptr;
    CommandPalette *m_palette = nullptr;
    StatisticsWatch *m_watch = nullptr;
    QPointer<QObject> m_chosen; ///< the Machine or Host shown; null: all machines
    QTimer m_choose;
    bool m_painted = false;
};
