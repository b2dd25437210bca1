// SPDX-License-Identifier: GPL-3.0-or-later
// A machine's console: the one place that knows a machine and a viewer. Decides from machine, host and link what
// there is to see; connects while it is looked at, follows the machine through stops, restarts and lost links.
// GUI thread.
#pragma once

#include <QPointer>
#include <QWidget>

#include <memory>

class ConsoleView;
class Inventory;
class Machine;

class ConsolePane final : public QWidget {
    Q_OBJECT
public:
    /// What the pane shows.
    enum class Stage {
        Gone,         ///< the machine was removed
        HostLost,     ///< its host is not connected
        Off,          ///< with a Start button
        Changing,     ///< starting, saving …: a display will come, or go
        Asking,       ///< what displays the machine has is not known yet
        NoDisplay,
        ForeignDisplay, ///< it has displays, but none that is shown here
        DisplayAdded, ///< to the definition; it comes with the next start
        Unconnected,  ///< with a Connect button: it does not connect by itself
        Elsewhere,    ///< open in a window of its own
        Connecting,
        Password,
        Disconnected, ///< with countdown and Retry now
        Live,
        Paused,       ///< live, the machine stands still
        Suspended,    ///< live, asleep by its own power management
    };

    ConsolePane(Inventory &inventory, Machine &machine, QWidget *parent = nullptr);
    ~ConsolePane() override;

    /// The person looks at it now: connects and takes the keyboard.
    void activate();
    Stage stage() const;
    Machine *machine() const;
    /// In a window of its own the pane offers no "Own window", and full screen is the window's.
    void setInOwnWindow();
    /// A child of this.
    ConsoleView *view() const;

Q_SIGNALS:
    void stageChanged(ConsolePane::Stage stage);
    /// In its own window only.
    void fullScreenRequested(const QString &monitor);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};
