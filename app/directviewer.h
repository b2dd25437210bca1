// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a viewer of displays named on the command line: their windows and nothing else. It asks no hypervisor,
// and hands nothing to a program that runs already: what it was given may hold passwords. GUI thread.
#pragma once

#include "app/commandline.h"
#include "core/settings/settings.h"

#include <QObject>
#include <QPointer>

#include <vector>

class DirectWindow;

class DirectViewer final : public QObject {
    Q_OBJECT
public:
    explicit DirectViewer(const CommandLine &command);
    ~DirectViewer() override;

    /// Opens a window for each target, and says what keeps the others from having one. False where none was opened.
    bool start();

private:
    CommandLine m_command;
    Settings m_settings;
    std::vector<QPointer<DirectWindow>> m_windows; ///< those that were closed delete themselves
};
