// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/filedrop.h"

#include "ui/console/consolelink.h"
#include "ui/console/consoletasks.h"
#include "viewer/session/guestfiles.h"
#include "viewer/widget/consolewidget.h"

#include <QDropEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QUrl>

namespace {
QStringList filesOf(const QMimeData &data)
{
    QStringList files;
    for (const auto &url : data.urls()) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            files.append(url.toLocalFile());
    }
    return files;
}
} // namespace

FileDrop::FileDrop(const ConsoleLink &link, ConsoleWidget &screen, ConsoleTasks &tasks) : m_link(link), m_screen(screen), m_tasks(tasks)
{
    screen.setAcceptDrops(true);
    screen.installEventFilter(this);
}

bool FileDrop::canTake() const
{
    auto *files = m_link.session() ? m_link.session()->guestFiles() : nullptr;
    return files && files->canReceive();
}

void FileDrop::listen()
{
    if (auto *files = m_link.session() ? m_link.session()->guestFiles() : nullptr)
        connect(files, &GuestFiles::started, this, [this](FileTransfer *transfer) { follow(*transfer); });
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drop = static_cast<QDropEvent *>(event);
    const auto files = drop->mimeData() ? filesOf(*drop->mimeData()) : QStringList();
    if (files.isEmpty())
        return false;
    if (event->type() != QEvent::Drop) {
        // Taken in any case: a drop that cannot be served says why.
        drop->setDropAction(Qt::CopyAction);
        drop->accept();
        return true;
    }
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (canTake())
        m_link.session()->guestFiles()->send(files);
    else
        m_tasks.add({}, tr("Dismiss"))->fail(tr("The guest takes no files: that needs a SPICE display, and the SPICE agent in the guest."));
    return true;
}

void FileDrop::follow(FileTransfer &transfer)
{
    const QPointer<ConsoleTask> task = m_tasks.add(tr("Sending %1").arg(transfer.name()), tr("Cancel"));
    connect(task, &ConsoleTask::stopRequested, &transfer, &FileTransfer::cancel);
    connect(&transfer, &FileTransfer::progressed, task, [task, sent = &transfer] { task->setProgress(sent->sent(), sent->size()); });
    connect(&transfer, &FileTransfer::finished, task, [task, name = transfer.name()](const QString &error, bool cancelled) {
        if (error.isEmpty() || cancelled)
            task->finish();
        else
            task->fail(tr("%1 did not arrive: %2").arg(name, error));
    });
    // A session that ends takes its transfers along.
    connect(&transfer, &QObject::destroyed, task, &ConsoleTask::finish);
}
