// SPDX-License-Identifier: GPL-3.0-or-later
// What a console does besides showing: text that is typed, files on their way, a recording. One line each below the
// picture, with progress and a button that stops it; a failure stays until it was read. GUI thread.
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

/// One of them. Deletes itself when it is over.
class ConsoleTask final : public QWidget {
    Q_OBJECT
public:
    ConsoleTask(const QString &title, const QString &stop, QWidget *parent);

    void setTitle(const QString &title);
    /// A total of 0 takes the bar away.
    void setProgress(qint64 done, qint64 total);
    void finish();
    /// Says it in place of the title until it is dismissed.
    void fail(const QString &problem);

Q_SIGNALS:
    void stopRequested();

private:
    QLabel *m_title;
    QProgressBar *m_progress;
    QPushButton *m_stop;
    bool m_over = false;
};

class ConsoleTasks final : public QWidget {
    Q_OBJECT
public:
    explicit ConsoleTasks(QWidget *parent = nullptr);

    /// `stop` is the button's label. Guard it with QPointer: it goes when it is over.
    ConsoleTask *add(const QString &title, const QString &stop);

private:
    QBoxLayout *m_column;
};
