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
    void setLogging(bool logging);

Q_SIGNALS:
    void findRequested();
    void saveRequested();
    void logRequested();

private:
    QAction *add(const QString &text, const QKeySequence &shown = {});

    TerminalWidget &m_terminal;
    QAction *m_copy;
    QAction *m_log;
    QList<QAction *> m_typing; ///< those that need somebody at the other end
};
