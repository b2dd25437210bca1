// SPDX-License-Identifier: GPL-3.0-or-later
// What a guest shares with this desktop: the clipboard, sound, a folder. What it cannot is shown with the reason. GUI thread.
#pragma once

#include "ui/console/soundmenu.h"
#include "viewer/session/clipboardbridge.h"

#include <QMenu>

class ConsoleChoices;
class ConsoleLink;
class GuestFiles;

class SharingMenu final : public QMenu {
    Q_OBJECT
public:
    /// Choices and link outlive this.
    SharingMenu(ConsoleChoices &choices, const ConsoleLink &link, QWidget *parent = nullptr);

    /// To be told of each new session.
    void listen();
    /// The link may be for looking only, or not any more.
    void applyViewOnly();
    /// The guest takes part, and it is wanted.
    bool sharesClipboard() const;

Q_SIGNALS:
    /// sharesClipboard() may be another.
    void changed();

private:
    void list();
    void listFolder();
    void chooseFolder();
    GuestFiles *files() const;

    ConsoleChoices &m_choices;
    const ConsoleLink &m_link;
    ClipboardBridge m_bridge;
    SoundMenu *m_sound;
    QAction *m_clipboard;
    QAction *m_folder;
    QAction *m_readOnly;
    QAction *m_noFolder;
};
