// SPDX-License-Identifier: GPL-3.0-or-later
// What the GUI thread and a session's own thread share: input on its way out, reports on their way in, the wish to
// stop, and the answer to a question for credentials. Owned by both sides; whoever ends last frees it.
#pragma once

#include "viewer/rfb/rfboutlet.h"
#include "viewer/session/consolesession.h"

#include <QObject>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <variant>

struct RfbPointer {
    QPoint position; ///< or the step, where relative
    int buttons = 0;
    bool relative = false;
    bool motionOnly = false; ///< the buttons are as they were before
};
/// Whether the desktop's clipboard holds text.
struct RfbClipboardOffer {
    bool text = false;
};
struct RfbClipboardText {
    QByteArray utf8; ///< the answer to clipboardWanted()
};
struct RfbClipboardRequest {};
struct RfbSound {
    bool wanted = false;
};
/// Asks for a round trip, to be found in the link.
struct RfbMeasurement {};
struct RfbResize {
    QSize size;
};
using RfbInput = std::variant<ConsoleKey, RfbPointer, RfbClipboardOffer, RfbClipboardText, RfbClipboardRequest, RfbSound,
                              RfbMeasurement, PictureQuality, RfbResize>;

struct RfbAnswer {
    QByteArray user;
    QByteArray password;
};

/// Lives in the GUI thread; its signals are how a session's thread speaks.
class RfbReports final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void connected();
    void credentialsNeeded(bool withUser);
    void ended(const ConsoleError &why);
    void sizeChanged(QSize size);
    void damaged();
    void cursorChanged(const RemoteCursor &cursor);
    void cursorMoved(QPoint position);
    void pointerModeChanged(bool relative);
    void resizable(bool on);
    void clipboardOffered(bool text);
    void clipboardWanted();
    void clipboardAsked(); ///< once: the server, for the desktop's text
    void clipboardReceived(const QByteArray &utf8);
    void soundBegan();
    void soundPlayed(const QByteArray &samples);
    void soundEnded();
    void lockKeysChanged(LockKeys lights);
    void named(const QString &name);
    void secured(const ConnectionSecurity &security);
    void bell();
};

class RfbLink final {
public:
    /// `reports` is not owned; detach() before it dies.
    explicit RfbLink(RfbReports *reports);
    ~RfbLink();
    Q_DISABLE_COPY_MOVE(RfbLink)

    // GUI thread. None of these waits for the network.
    void post(RfbInput input);
    void answer(RfbAnswer answer);
    /// Wakes the session's thread wherever it waits.
    void stop();
    /// No report arrives afterwards.
    void detach();

    // The session's thread.
    bool isStopped() const { return m_stopped; }
    /// Keys may go out by it while the other input waits to be taken.
    RfbOutlet &outlet() { return m_outlet; }
    /// Readable when there is input, or the wish to stop.
    int wakeDescriptor() const { return m_wake; }
    /// Or keys that went out past it.
    bool hasInput() const { return m_hasInput; }
    /// While the outlet is held, until all of it is written.
    std::deque<RfbInput> takeInput();
    /// stop() shuts this socket down from now on. False where it is too late to begin.
    bool watch(int socket);
    /// Asks a person, and waits; nothing where the session is closed first.
    std::optional<RfbAnswer> ask(bool withUser);

    /// Waits while too many reports have not been heard yet, so that a server that never stops talking fills no memory.
    template<class... Arguments, class... Values>
    void report(void (RfbReports::*signal)(Arguments...), Values... values)
    {
        std::unique_lock held(m_reportsMutex);
        m_heard.wait(held, [this] { return !m_reports || m_unheard < mostUnheard; });
        if (!m_reports)
            return;
        ++m_unheard;
        QMetaObject::invokeMethod(
            m_reports,
            [this, reports = m_reports, signal, values...] {
                {
                    const std::lock_guard counted(m_reportsMutex);
                    --m_unheard;
                }
                m_heard.notify_one();
                Q_EMIT (reports->*signal)(values...);
            },
            Qt::QueuedConnection);
    }

    // Written by the session's thread, read by the GUI thread.
    std::atomic<quint64> publishedFrames = 0;
    std::atomic<quint64> receivedBytes = 0;
    std::atomic<qint64> latency = -1;  ///< microseconds; negative: not measured
    std::atomic<qint32> encoding = -1; ///< of the last pixels; negative: there were none

private:
    void wake();

    const int m_wake;
    std::atomic<bool> m_stopped = false;
    std::atomic<bool> m_hasInput = false;
    int m_postedButtons = 0; ///< GUI thread
    RfbOutlet m_outlet;      ///< locked before m_mutex
    std::mutex m_mutex;
    std::condition_variable m_answered;
    std::deque<RfbInput> m_input;
    std::optional<RfbAnswer> m_answer;
    int m_watched = -1; ///< a duplicate, so that shutting down never meets a descriptor that was reused
    static constexpr int mostUnheard = 64;
    std::mutex m_reportsMutex;
    std::condition_variable m_heard;
    RfbReports *m_reports;
    int m_unheard = 0;
};
