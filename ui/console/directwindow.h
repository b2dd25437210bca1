// SPDX-License-Identifier: GPL-3.0-or-later
// A console window for a display that was named by an address or a connection file: no machine, no host, and nothing
// else of the program. GUI thread. Deletes itself when closed.
#pragma once

#include <QMainWindow>

#include <memory>

class ConsoleLink;
class FullScreenBar;
class Settings;
struct ConsoleTarget;

class DirectWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// Connects at once, and again when the display was lost. `settings` outlives the window.
    DirectWindow(const ConsoleTarget &target, Settings &settings);
    ~DirectWindow() override;

    /// Shows itself as the target wants it.
    void open();
    void setFullScreen(bool on);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};
