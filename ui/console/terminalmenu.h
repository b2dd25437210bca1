// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with a terminal, for its toolbar and its context menu. GUI thread.
#pragma once

#include <QMenu>

class TerminalWidget;

class TerminalMenu final : public QMenu {
    Q_OBJECT
public:
    /// The terminal outlives it.
    explicit TerminalMenu(TerminalWidget &terminal, QWidget *parent = nullptr);

    /// Whether there is somebody to type to.
    void setLive(bool live);
    /// Whether what comes is logged now; whether a log begins at each start of the machine.
    void setLogging(bool now, bool always);

Q_SIGNALS:
    void findRequested();
    void saveRequested();
    void logRequested();
    /// A log that begins by itself, or none any more.
    void everyLogRequested(bool on);

private:
    QAction *add(const QString &text, const QKeySequence &shown = {});

    TerminalWidget &m_terminal;
    QAction *m_copy;
    QAction *m_log;
    QAction *m_everyLog;
    QList<QAction *> m_typing; ///< those that need somebody at the other end
};
