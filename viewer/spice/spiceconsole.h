// SPDX-License-Identifier: GPL-3.0-or-later
// A SPICE session on spice-client-glib. The library has no thread: it runs in GLib's default context, which Qt iterates
// in the GUI thread, so that picture and events are there without a hand-over. open() fails where Qt does without GLib.
#pragma once

#include "viewer/session/consolesession.h"

#include <memory>

class SpicePicture;

class SpiceConsole final : public ConsoleSession {
    Q_OBJECT
public:
    explicit SpiceConsole(QObject *parent = nullptr);
    ~SpiceConsole() override;

    QString protocolName() const override;
    void open(Endpoint endpoint) override;
    void close() override;
    void answerCredentials(const QString &user, const QString &password) override;
    void sendKey(const ConsoleKey &key) override;
    PointerMode pointerMode() const override;
    void sendPointer(QPoint position, int buttons) override;
    void sendRelativePointer(QPoint step, int buttons) override;
    bool canResize() const override;
    void requestResize(QSize size) override;
    std::optional<LockKeys> lockKeys() const override;
    void setLockKeys(LockKeys locks) override;
    GuestClipboard *guestClipboard() override;
    GuestAudio *guestAudio() override;
    GuestFiles *guestFiles() override;
    UsbRedirection *usbRedirection() override;
    ConnectionSecurity security() const override;
    QString desktopName() const override;
    int headCount() const override;
    ConsoleSession *head(int number) override;
    int mostHeads() const override;
    void requestHeads(int count) override;
    ConsoleStatistics statistics() const override;

private:
    friend class SpiceHead;
    void sendPointerOf(const SpicePicture &picture, QPoint position, int buttons);
    void resizeHead(int number, QSize size);

    class Private;
    std::unique_ptr<Private> d;
};
