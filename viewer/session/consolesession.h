// SPDX-License-Identifier: GPL-3.0-or-later
// A graphical console: a picture that comes in, keys and pointer that go out. One per connection attempt.
// All functions and all emissions happen in the GUI thread; an implementation decodes elsewhere.
#pragma once

#include "viewer/session/connectionsecurity.h"
#include "viewer/session/endpoint.h"
#include "viewer/surface/framebuffer.h"

#include <QByteArray>
#include <QCursor>
#include <QObject>
#include <QPoint>
#include <QSize>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

class GuestAudio;
class GuestClipboard;
class GuestFiles;
class UsbRedirection;

struct ConsoleError {
    /// NeedsOwnEncryption: it takes TLS alone, which cannot be spoken on the way that leads to it.
    enum class Kind { Unreachable, Refused, AuthenticationFailed, CertificateNotTrusted, ProtocolViolation, TooLarge, NeedsOwnEncryption, Unsupported, Closed };
    Kind kind = Kind::Closed;
    QString message; ///< the library's or server's own words, untranslated
};

/// A key as the keyboard gives it: where it sits and what it means.
struct ConsoleKey {
    quint32 evdev = 0;   ///< Linux key code of the physical key; 0 where unknown
    quint32 keysym = 0;  ///< X11 keysym; 0 where unknown
    bool down = false;
};

struct RemoteCursor {
    QImage image;        ///< ARGB32 premultiplied; null: the server shows none
    QPoint hotSpot;
};

struct ConsoleStatistics {
    quint64 bytesReceived = 0; ///< as TCP counts them; elsewhere the size of the pixels that came
    double framesPerSecond = 0; ///< updates published, since the statistics were last asked for
    std::optional<std::chrono::microseconds> latency; ///< round trip to the server, where the protocol can measure it
    QString encoding; ///< of the last update, as the protocol calls it; empty where it says none
};

/// What a picture that comes over a slow way gives up first. Automatic measures the way.
enum class PictureQuality { Automatic, Best, Balanced, Fast };

/// The lights of a keyboard.
struct LockKeys {
    bool scroll = false;
    bool num = false;
    bool caps = false;

    friend bool operator==(const LockKeys &, const LockKeys &) = default;
};

class ConsoleSession : public QObject {
    Q_OBJECT
public:
    enum class State { Idle, Connecting, Authenticating, Connected, Closed };

    using QObject::QObject;

    virtual QString protocolName() const = 0; ///< "VNC"
    virtual void open(Endpoint endpoint) = 0;
    /// Idempotent; closed() follows if it was open.
    virtual void close() = 0;
    virtual void answerCredentials(const QString &user, const QString &password) = 0;

    virtual void sendKey(const ConsoleKey &key) = 0;
    enum class PointerMode { Absolute, Relative };
    virtual PointerMode pointerMode() const = 0;
    /// Buttons as an RFB mask: 1 left, 2 middle, 4 right, 8/16 wheel up/down, 32/64 wheel left/right, 128 back,
    /// 256 forward. A protocol leaves out those that it has not.
    virtual void sendPointer(QPoint position, int buttons) = 0;
    virtual void sendRelativePointer(QPoint step, int buttons) = 0;
    virtual bool canResize() const = 0;
    virtual void requestResize(QSize size) = 0;
    /// What the guest's keyboard shows; nothing where the protocol does not tell.
    virtual std::optional<LockKeys> lockKeys() const { return std::nullopt; }
    /// Makes the guest's lights those, where the protocol has a message for it; otherwise does nothing.
    virtual void setLockKeys(LockKeys) {}

    // What a protocol may offer besides; null where it does not. Owned by the session, there from open() on.
    virtual GuestClipboard *guestClipboard() { return nullptr; }
    virtual GuestAudio *guestAudio() { return nullptr; }
    virtual GuestFiles *guestFiles() { return nullptr; }
    virtual UsbRedirection *usbRedirection() { return nullptr; }

    /// Whether setPictureQuality() does something.
    virtual bool hasPictureQuality() const { return false; }
    /// Before open() or later; Automatic at first.
    virtual void setPictureQuality(PictureQuality) {}
    virtual PictureQuality pictureQuality() const { return PictureQuality::Automatic; }

    /// What the session itself encrypts, from Connected on; a way that it was handed may be protected besides.
    virtual ConnectionSecurity security() const { return {}; }

    /// As the server calls what it shows; may be empty.
    virtual QString desktopName() const { return {}; }

    /// Further monitors of the same guest: sessions of their own, owned by this one, which is number 0.
    virtual int headCount() const { return 1; }
    virtual ConsoleSession *head(int number) { return number == 0 ? this : nullptr; }
    /// How many the guest can be asked to show; 0 where that is not for us to say.
    virtual int mostHeads() const { return 0; }
    /// headsChanged() follows where the guest does so.
    virtual void requestHeads(int) {}

    State state() const { return m_state; }
    Framebuffer &framebuffer() { return *m_framebuffer; }
    /// The same pixels; they outlive the session where a decoding thread or a widget still holds them.
    std::shared_ptr<Framebuffer> sharedFramebuffer() const { return m_framebuffer; }
    virtual ConsoleStatistics statistics() const = 0;

Q_SIGNALS:
    void stateChanged(ConsoleSession::State state);
    void closed(const ConsoleError &error);
    void credentialsNeeded(bool withUser);
    void sizeChanged(QSize size);
    /// New damage waits in framebuffer(); emitted once until it is read.
    void damaged();
    void cursorChanged(const RemoteCursor &cursor);
    void cursorMoved(QPoint position);
    void pointerModeChanged();
    void bell();
    void lockKeysChanged();
    void desktopNameChanged();
    /// canResize() or mostHeads() may be others.
    void resizableChanged();
    /// Heads came or went; those that went are deleted after this.
    void headsChanged();
    /// The guest switched this monitor off, or on again.
    void displayEnabledChanged(bool enabled);

protected:
    void setState(State state)
    {
        if (m_state == state)
            return;
        m_state = state;
        Q_EMIT stateChanged(state);
    }

private:
    State m_state = State::Idle;
    std::shared_ptr<Framebuffer> m_framebuffer = std::make_shared<Framebuffer>();
};
