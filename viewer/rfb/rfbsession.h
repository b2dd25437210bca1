// SPDX-License-Identifier: GPL-3.0-or-later
// A VNC session on libvncclient: the library reads, authenticates and decodes on a thread of the session's own.
#pragma once

#include "viewer/session/consolesession.h"

#include <memory>

class RfbSession final : public ConsoleSession {
    Q_OBJECT
public:
    explicit RfbSession(QObject *parent = nullptr);
    ~RfbSession() override; ///< does not wait for the network

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
    bool hasPictureQuality() const override;
    void setPictureQuality(PictureQuality quality) override;
    PictureQuality pictureQuality() const override;
    ConnectionSecurity security() const override;
    QString desktopName() const override;
    GuestClipboard *guestClipboard() override;
    GuestAudio *guestAudio() override;
    ConsoleStatistics statistics() const override;

private:
    class Private;
    std::unique_ptr<Private> d;
};
