// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are dropped onto a console go to its guest, where the guest takes them; each is a task with progress.
// GUI thread.
#pragma once

#include <QObject>

class ConsoleLink;
class ConsoleTasks;
class ConsoleWidget;
class FileTransfer;

class FileDrop final : public QObject {
    Q_OBJECT
public:
    /// All outlive this.
    FileDrop(const ConsoleLink &link, ConsoleWidget &screen, ConsoleTasks &tasks);

    /// To be told of each new session.
    void listen();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool canTake() const;
    void follow(FileTransfer &transfer);

    const ConsoleLink &m_link;
    ConsoleWidget &m_screen;
    ConsoleTasks &m_tasks;
};
