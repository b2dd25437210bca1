// SPDX-License-Identifier: GPL-3.0-or-later
// A VNC server that does as a test tells it: speaks RFB 3.8 on plain sockets from a thread of its own, records what
// the client sends, and can stop in mid-sentence. All functions may be called from any thread.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPoint>
#include <QRect>
#include <QSize>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

class RfbServer final {
public:
    struct Script {
        QByteArray version = "RFB 003.008\n";
        QByteArray password;         ///< empty: no authentication
        QByteArray refusal;          ///< not empty: refuses every client with these words
        QByteArray securityTypes;    ///< instead of what the password says; what follows is up to the client
        QSize size{64, 48};
        quint32 nameLength = 0;      ///< instead of the true one
        bool silent = false;         ///< accepts, and never says a word
        bool extendedKeys = false;   ///< acknowledges QEMU's extended key events
        bool answersFences = true;
        QByteArray encodingsAnswer;  ///< sent after each list of encodings
        QByteArray greeting;         ///< sent once, after the first request for an update
        QByteArray everyUpdate;      ///< sent after each request for an update
        qint64 cutAfter = -1;        ///< hangs up after so many bytes
    };

    struct Key {
        bool extended = false;
        bool down = false;
        quint32 keysym = 0;
        quint32 scanCode = 0;
        bool operator==(const Key &) const = default;
    };
    struct Pointer {
        int buttons = 0;
        QPoint position;
        bool operator==(const Pointer &) const = default;
    };
    struct Fence {
        quint32 flags = 0;
        QByteArray payload;
        bool operator==(const Fence &) const = default;
    };
    struct Heard {
        int connections = 0;
        int wrongPasswords = 0;
        QList<qint32> encodings;
        QList<Key> keys;
        QList<Pointer> pointers;
        QList<QByteArray> clipboard;
        QList<QByteArray> extendedClipboard; ///< bodies, from the flags on
        QList<QByteArray> sound;             ///< requests for sound, from the operation on
        QList<Fence> fences;
        QList<QRect> continuousAreas;        ///< of updates that were switched on
        QList<QSize> sizes;
        QList<quint32> screenIds;    ///< first one of each size asked for
        QList<QByteArray> screens;   ///< of the sizes asked for, as sent
        int updateRequests = 0;
        int fullRequests = 0;
        bool ended = false;          ///< the last client is gone
    };

    explicit RfbServer(Script script);
    ~RfbServer();
    Q_DISABLE_COPY_MOVE(RfbServer)

    int port() const { return m_port; }
    /// The client's end of a connected pair, to be given away.
    int connectedDescriptor();

    /// Writes to the present client.
    void send(const QByteArray &bytes);
    void hangUp();
    Heard heard() const;
    /// Waits for what the client sends; false after ten seconds. Not for the GUI thread of a running test: spin there.
    bool waitFor(const std::function<bool(const Heard &)> &isSo) const;
    /// When the last recorded key arrived.
    std::chrono::steady_clock::time_point lastKeyTime() const;

    // Messages.
    static QByteArray update(const QList<QByteArray> &rectangles);
    static QByteArray rectangle(const QRect &area, qint32 encoding, const QByteArray &payload = {});
    static QByteArray raw(const QImage &image, QPoint at = {});
    static QByteArray copyRect(const QRect &to, QPoint from);
    static QByteArray cursor(const QImage &image, QPoint hotSpot);
    static QByteArray extendedSize(QSize size, quint32 screenId, int reason = 0, int status = 0);
    static QByteArray cutText(const QByteArray &text);
    static QByteArray extendedClipboard(quint32 flags, const QByteArray &rest = {});
    static QByteArray fence(quint32 flags, const QByteArray &payload);
    static QByteArray sound(quint16 operation, const QByteArray &rest = {});

private:
    class Connection;
    void serve();
    void talk(int socket);

    const Script m_script;
    int m_listener = -1;
    int m_port = 0;
    int m_wake = -1;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_changed;
    Heard m_heard;
    std::chrono::steady_clock::time_point m_keyTime;
    QList<int> m_pairs; ///< server ends that wait to be served
    int m_client = -1;
    qint64 m_sent = 0;
    bool m_stopping = false;
    std::thread m_thread;
};
