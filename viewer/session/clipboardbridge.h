// SPDX-License-Identifier: GPL-3.0-or-later
// Lets the desktop's clipboard and a guest's be one, while that is wanted. The desktop is told of what a guest copied
// at once, with its content: a paste cannot wait for a guest. A guest is told what there is, and gets it when it
// pastes. Passwords that their manager marks as such stay here. GUI thread.
#pragma once

#include "viewer/session/guestclipboard.h"

#include <QPointer>
#include <QTimer>

#include <optional>

class QClipboard;
class QMimeData;

class ClipboardBridge final : public QObject {
    Q_OBJECT
public:
    /// Not shared at first. The clipboard is not owned.
    explicit ClipboardBridge(QClipboard &clipboard, QObject *parent = nullptr);

    /// Not owned; null: none.
    void setGuest(GuestClipboard *guest);
    GuestClipboard *guest() const { return m_guest; }
    void setShared(bool shared);
    bool isShared() const { return m_shared; }

private:
    void desktopChanged();
    void offerToGuest();
    QList<ClipboardForm> desktopForms() const;
    QByteArray desktopContent(ClipboardForm form) const;
    void guestOffered(const QList<ClipboardForm> &forms);
    void fetch();
    void take(ClipboardForm form, const QByteArray &content);

    QClipboard &m_clipboard;
    QPointer<GuestClipboard> m_guest;
    bool m_shared = false;
    QPointer<const QMimeData> m_fromGuest; ///< what this bridge put onto the desktop's clipboard
    std::optional<ClipboardForm> m_offered;
    bool m_awaiting = false;
    QTimer m_fetch; ///< a guest that copies very often is asked now and then
};
