// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/picturemenu.h"

#include "ui/common/icons.h"
#include "ui/console/consoletasks.h"
#include "ui/console/savepicture.h"
#include "viewer/widget/consolewidget.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>

PictureMenu::PictureMenu(const ConsoleWidget &screen, ConsoleTasks &tasks, QWidget *parent)
    : QMenu(tr("Picture"), parent), m_screen(screen), m_tasks(tasks)
{
    setAccessibleName(title());
    setToolTipsVisible(true);
    connect(addAction(tr("Save picture…")), &QAction::triggered, this, &PictureMenu::save);
    connect(addAction(icons::copy(), tr("Copy picture")), &QAction::triggered, this, &PictureMenu::copy);
    addSeparator();
    m_webm = addAction(tr("Record a film (WebM)…"));
    m_gif = addAction(tr("Record a film (GIF)…"));
    connect(m_webm, &QAction::triggered, this, [this] { askForFilm(Recorder::Format::WebM); });
    connect(m_gif, &QAction::triggered, this, [this] { askForFilm(Recorder::Format::Gif); });
    connect(this, &QMenu::aboutToShow, this, &PictureMenu::offerFilms);
    offerFilms();
    connect(&m_recorder, &Recorder::finished, this, [this](const QString &problem) {
        if (m_task)
            problem.isEmpty() ? m_task->finish() : m_task->fail(tr("The film could not be recorded: %1").arg(problem));
        m_task.clear();
    });
}

void PictureMenu::save()
{
    savePicture(parentWidget(), m_screen.picture(), m_subject);
}

void PictureMenu::copy()
{
    QGuiApplication::clipboard()->setImage(m_screen.picture());
}

void PictureMenu::offerFilms()
{
    const auto encoder = Recorder::installed();
    const auto offer = [this, &encoder](QAction *action, Recorder::Format format) {
        const bool can = encoder && encoder->canDo(format);
        action->setEnabled(can && !m_recorder.isRecording());
        action->setToolTip(!encoder                     ? tr("Neither ffmpeg nor GStreamer's gst-launch-1.0 is installed on this computer.")
                           : !can                       ? tr("This needs ffmpeg, which is not installed on this computer.")
                           : m_recorder.isRecording()   ? tr("A film is being recorded.")
                                                        : QString());
    };
    offer(m_webm, Recorder::Format::WebM);
    offer(m_gif, Recorder::Format::Gif);
}

void PictureMenu::askForFilm(Recorder::Format format)
{
    const bool gif = format == Recorder::Format::Gif;
    auto *dialog = new QFileDialog(parentWidget(), tr("Record a film"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(gif ? tr("GIF films (*.gif)") : tr("WebM films (*.webm)"));
    dialog->setDefaultSuffix(gif ? QStringLiteral("gif") : QStringLiteral("webm"));
    dialog->selectFile(filmProposal(m_subject, gif ? QStringLiteral("gif") : QStringLiteral("webm")));
    connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString &path) { film(format, path); });
    dialog->open();
}

void PictureMenu::film(Recorder::Format format, const QString &path)
{
    const auto encoder = Recorder::installed();
    if (!encoder || m_recorder.isRecording())
        return;
    m_task = m_tasks.add(tr("Recording into %1").arg(QFileInfo(path).fileName()), tr("Stop recording"));
    connect(m_task, &ConsoleTask::stopRequested, &m_recorder, &Recorder::stop);
    m_recorder.start(*encoder, format, path, [screen = QPointer(&m_screen)] { return screen ? screen->picture() : QImage(); });
}
