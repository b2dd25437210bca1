// SPDX-License-Identifier: GPL-3.0-or-later
// Further monitors of a guest on SPICE, each a session of its own that talks through the first. GUI thread.
#pragma once

#include "viewer/session/consolesession.h"

#include <QImage>
#include <QRect>

/// Which part of which picture a session shows at present.
class SpicePicture final {
public:
    explicit SpicePicture(ConsoleSession &session) : m_session(session) {}

    int channelId = -1; ///< of the display channel
    int monitor = 0;    ///< as SPICE numbers it
    QRect area() const { return m_area; }
    bool isShown() const { return m_shown; }

    void show(const QImage &whole, QRect area);
    /// In the coordinates of the whole picture.
    void damage(const QRect &damaged);
    /// Keeps showing a copy: the pixels go away.
    void keep();
    quint64 updates() const { return m_updates; } ///< that a reader has seen or will see

private:
    ConsoleSession &m_session;
    QRect m_area;
    bool m_shown = false;
    quint64 m_updates = 0;
};

class SpiceConsole;

class SpiceHead final : public ConsoleSession {
    Q_OBJECT
public:
    SpiceHead(SpiceConsole &first, int number);

    QString protocolName() const override;
    void open(Endpoint) override {} ///< the first one does
    void close() override {}
    void answerCredentials(const QString &, const QString &) override {}
    void sendKey(const ConsoleKey &key) override;
    PointerMode pointerMode() const override;
    void sendPointer(QPoint position, int buttons) override;
    void sendRelativePointer(QPoint step, int buttons) override;
    bool canResize() const override;
    void requestResize(QSize size) override;
    std::optional<LockKeys> lockKeys() const override;
    void setLockKeys(LockKeys locks) override;
    GuestFiles *guestFiles() override;
    ConnectionSecurity security() const override;
    ConsoleStatistics statistics() const override;

    SpicePicture picture{*this};

private:
    friend class SpiceConsole;
    SpiceConsole &m_first;
    int m_number;
};
