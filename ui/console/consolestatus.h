// SPDX-License-Identifier: GPL-3.0-or-later
// The lower bar of a console: protocol and way, size, rate, and how to get keyboard and pointer back. GUI thread.
#pragma once

#include <QTimer>
#include <QWidget>

class ConsoleLink;
class ConsoleWidget;
class QLabel;

class ConsoleStatus final : public QWidget {
    Q_OBJECT
public:
    /// Both outlive this.
    ConsoleStatus(const ConsoleLink &link, const ConsoleWidget &screen, QWidget *parent = nullptr);

    void refresh();
    /// Whether the figures are kept current.
    void setCounting(bool on);

private:
    const ConsoleLink &m_link;
    const ConsoleWidget &m_screen;
    QTimer m_tick;
    int m_framesPerSecond = 0;
    QLabel *m_connection = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_rate = nullptr;
    QLabel *m_release = nullptr;
};
