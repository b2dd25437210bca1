// SPDX-License-Identifier: GPL-3.0-or-later
// A further monitor of a guest in a window of its own. GUI thread; closes itself when that monitor goes, and deletes
// itself when closed.
#pragma once

#include <QPointer>
#include <QWidget>

class ConsoleChoices;
class ConsoleLink;
class ConsoleSession;
class PannedDisplay;

class HeadWindow final : public QWidget {
    Q_OBJECT
public:
    /// `number` from 1 on. `parent` decides the life; the window is one of its own.
    HeadWindow(const ConsoleLink &link, const ConsoleChoices &choices, int number, const QString &title, QWidget *parent);
    ~HeadWindow() override;

    int number() const { return m_number; }

private:
    void follow();

    const ConsoleLink &m_link;
    int m_number;
    PannedDisplay *m_display;
    QPointer<ConsoleSession> m_first;
};
