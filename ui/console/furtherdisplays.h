// SPDX-License-Identifier: GPL-3.0-or-later
// The windows of a guest's displays besides the first, and how many the guest is asked to have. GUI thread.
#pragma once

#include <QObject>
#include <QString>

class ConsoleChoices;
class ConsoleLink;
class ConsoleWidget;
class QWidget;

class FurtherDisplays final : public QObject {
    Q_OBJECT
public:
    /// The windows are children of `owner`. All outlive this.
    FurtherDisplays(const ConsoleLink &link, ConsoleChoices &choices, const ConsoleWidget &first, QWidget &owner);

    /// Whose they are.
    void setTitle(const QString &name) { m_title = name; }
    /// To be told of each new session.
    void listen();
    /// The window of that display, from 1 on; the one that is open comes to the front.
    void open(int number);
    /// Asks the guest for so many; the window of one more opens when it is there.
    void request(int count);
    void applyChoices();

private:
    const ConsoleLink &m_link;
    ConsoleChoices &m_choices;
    const ConsoleWidget &m_first;
    QWidget &m_owner;
    QString m_title;
    int m_awaited = 0; ///< number of the display that was asked for; 0: none
};
