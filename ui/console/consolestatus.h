// SPDX-License-Identifier: GPL-3.0-or-later
// The lower bar of a console: protocol and way, size, figures, and how to get keyboard and pointer back. A click opens
// the details. GUI thread.
#pragma once

#include "viewer/session/consolesession.h"

#include <QTimer>
#include <QWidget>

class ConsoleLink;
class ConsoleWidget;
class QLabel;
class QToolButton;

class ConsoleStatus final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive this.
    ConsoleStatus(const ConsoleLink &link, const ConsoleWidget &screen, QWidget *parent = nullptr);

    void refresh();
    /// Whether the figures are kept current.
    void setCounting(bool on);
    void setClipboardShared(bool shared);
    /// As they were last asked for.
    const ConsoleStatistics &figures() const { return m_figures; }

Q_SIGNALS:
    void counted();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void openDetails();

    const ConsoleLink &m_link;
    const ConsoleWidget &m_screen;
    QTimer m_tick;
    ConsoleStatistics m_figures;
    QLabel *m_connection = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_rate = nullptr;
    QLabel *m_latency = nullptr;
    QLabel *m_received = nullptr;
    QToolButton *m_details = nullptr;
    QLabel *m_clipboard = nullptr;
    QLabel *m_release = nullptr;
    bool m_clipboardShared = false;
};
