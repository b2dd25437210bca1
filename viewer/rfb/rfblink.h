// SPDX-License-Identifier: GPL-3.0-or-later
// What the GUI thread and a session's own thread share: input on its way out, reports on their way in, the wish to
// stop, and the answer to a question for credentials. Owned by both sides; whoever ends last frees it.
#pragma once

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
struct RfbClipboard {
    QByteArray latin1;
};
struct RfbResize {
    QSize size;
};
using RfbInput = std::variant<ConsoleKey, RfbPointer, RfbClipboard, RfbResize>;

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
    void resizable();
    void clipboardReceived(const QString &text);
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
    /// Readable when there is input, or the wish to stop.
    int wakeDescriptor() const { return m_wake; }
    bool hasInput() const { return m_hasInput; }
    std::deque<RfbInput> takeInput();
    /// stop() shuts this socket down from now on. False where it is too late to begin.
    bool watch(int socket);
    /// Asks a person, and waits; nothing where the session is closed first.
    std::optional<RfbAnswer> ask(bool withUser);

    template<class... Arguments, class... Values>
    void report(void (RfbReports::*signal)(Arguments...), Values... values)
    {
        const std::lock_guard held(m_reportsMutex);
        if (!m_reports)
            return;
        QMetaObject::invokeMethod(
            m_reports, [reports = m_reports, signal, values...] { Q_EMIT (reports->*signal)(values...); },
            Qt::QueuedConnection);
    }

    // Written by the session's thread, read by the GUI thread.
    std::atomic<quint64> publishedFrames = 0;
    std::atomic<quint64> receivedBytes = 0;

private:
    void wake();

    const int m_wake;
    std::atomic<bool> m_stopped = false;
    std::atomic<bool> m_hasInput = false;
    int m_postedButtons = 0; ///< GUI thread
    std::mutex m_mutex;
    std::condition_variable m_answered;
    std::deque<RfbInput> m_input;
    std::optional<RfbAnswer> m_answer;
    int m_watched = -1; ///< a duplicate, so that shutting down never meets a descriptor that was reused
    std::mutex m_reportsMutex;
    RfbReports *m_reports;
};
