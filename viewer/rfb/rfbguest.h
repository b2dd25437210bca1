// SPDX-License-Identifier: GPL-3.0-or-later
// Clipboard and sound of a guest behind VNC: what a session offers to the rest of the program, handed to and from the
// session's thread. GUI thread.
#pragma once

#include "viewer/rfb/rfblink.h"
#include "viewer/session/guestaudio.h"
#include "viewer/session/guestclipboard.h"

#include <functional>

/// Puts something into the way to the session's thread.
using RfbPost = std::function<void(RfbInput)>;

/// Text only: that is all that servers do.
class RfbGuestClipboard final : public GuestClipboard {
    Q_OBJECT
public:
    RfbGuestClipboard(RfbPost post, QObject *parent);

    QList<ClipboardForm> forms() const override;
    /// QEMU takes part in the protocol whether its guest has an agent or not.
    bool isHeardOf() const override { return m_heardOf; }
    void offer(const QList<ClipboardForm> &forms) override;
    void provide(ClipboardForm form, const QByteArray &content) override;
    void request(ClipboardForm form) override;

    void listenTo(const RfbReports &reports);
    void setConnected(bool connected);

private:
    void hear();

    const RfbPost m_post;
    bool m_connected = false;
    bool m_offering = false;
    bool m_heardOf = false;
};

class RfbGuestAudio final : public GuestAudio {
    Q_OBJECT
public:
    RfbGuestAudio(RfbPost post, QObject *parent);

    bool canRecord() const override { return false; } // the protocol has no microphone
    void setPlaybackEnabled(bool on) override;
    void sendRecording(const QByteArray &) override {}

    void listenTo(const RfbReports &reports);
    void setConnected(bool connected);

private:
    void stop();

    const RfbPost m_post;
    bool m_enabled = false;
    bool m_connected = false;
    bool m_playing = false;
};
