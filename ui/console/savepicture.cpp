// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/savepicture.h"

#include "core/async/deliver.h"
#include "core/async/lane.h"
#include "ui/common/errordialog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QImageWriter>
#include <QSaveFile>
#include <QStandardPaths>

#include <memory>

namespace {
Result<void> write(const QImage &picture, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Refused, file.errorString(), path);
    QImageWriter writer(&file, "png");
    if (!writer.write(picture))
        return failure(Error::Kind::Internal, writer.errorString(), path);
    if (!file.commit())
        return failure(Error::Kind::NoSpace, file.errorString(), path);
    return {};
}

QString proposal(QStandardPaths::StandardLocation place, QString name, const QString &ending)
{
    name.replace(u'/', u'-');
    const auto folder = QStandardPaths::writableLocation(place);
    const auto time = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd hh-mm-ss"));
    return QDir(folder).filePath(QStringLiteral("%1 %2.%3").arg(name, time, ending));
}
} // namespace

QString filmProposal(const QString &name, const QString &ending)
{
    return proposal(QStandardPaths::MoviesLocation, name, ending);
}

void savePicture(QWidget *parent, const QImage &picture, const QString &name)
{
    auto *dialog = new QFileDialog(parent, QCoreApplication::translate("savePicture", "Save picture"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(QCoreApplication::translate("savePicture", "PNG pictures (*.png)"));
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(proposal(QStandardPaths::PicturesLocation, name, QStringLiteral("png")));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, picture](const QString &path) {
        auto lane = std::make_shared<Lane>(QStringLiteral("save-picture"));
        deliver(lane->run([picture, path] { return write(picture, path); }), parent, [parent, lane](const Result<void> &outcome) {
            if (!outcome)
                showError(parent, errortext::of(outcome.error(), QCoreApplication::translate("savePicture", "The picture could not be saved.")));
        });
    });
    dialog->open();
}
