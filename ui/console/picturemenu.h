// SPDX-License-Identifier: GPL-3.0-or-later
// What can be kept of a console's picture: a file, the clipboard's content, a film. GUI thread.
#pragma once

#include "ui/console/recorder.h"

#include <QMenu>
#include <QPointer>

class ConsoleTask;
class ConsoleTasks;
class ConsoleWidget;

class PictureMenu final : public QMenu {
    Q_OBJECT
public:
    /// Screen and tasks outlive this.
    PictureMenu(const ConsoleWidget &screen, ConsoleTasks &tasks, QWidget *parent = nullptr);

    /// Proposed for files.
    void setSubject(const QString &name) { m_subject = name; }
    void save();

private:
    void copy();
    void offerFilms();
    void askForFilm(Recorder::Format format);
    void film(Recorder::Format format, const QString &path);

    const ConsoleWidget &m_screen;
    ConsoleTasks &m_tasks;
    QString m_subject;
    QAction *m_webm;
    QAction *m_gif;
    Recorder m_recorder;
    QPointer<ConsoleTask> m_task;
};
