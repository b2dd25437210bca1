// SPDX-License-Identifier: GPL-3.0-or-later
// A console window for a display that was named by an address or a connection file: no machine, no host, and nothing
// else of the program. GUI thread. Deletes itself when closed.
#pragma once

#include "ui/console/viewwindow.h"

class ConsoleLink;
struct ConsoleTarget;

class DirectWindow final : public ViewWindow {
    Q_OBJECT
public:
    /// Connects at once, and again when the display was lost. `settings` outlives the window.
    DirectWindow(const ConsoleTarget &target, Settings &settings);
    ~DirectWindow() override;

    /// Shows itself as the target wants it.
    void open();

protected:
    void takeUp() override;
    void closeEvent(QCloseEvent *event) override;

private:
    void takeKeys(const ConsoleTarget &target);

    const bool m_startsFull;
    ConsoleLink *m_link;
    ConsoleView *m_view;
};
