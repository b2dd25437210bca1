// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/terminalfiles.h"

#include "core/async/deliver.h"
#include "core/async/lane.h"
#include "ui/common/errordialog.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

#include <memory>

namespace {
class Words {
    Q_DECLARE_TR_FUNCTIONS(terminalfiles)
};

Result<void> write(const QString &text, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Refused, file.errorString(), path);
    file.write(text.toUtf8() + '\n');
    if (!file.commit())
        return failure(Error::Kind::NoSpace, file.errorString(), path);
    return {};
}

QFileDialog *ask(QWidget *parent, const QString &title, QString name, const QString &suffix)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    const auto folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const auto time = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd hh-mm-ss"));
    dialog->selectFile(QDir(folder).filePath(QStringLiteral("%1 %2.%3").arg(name.replace(u'/', u'-'), time, suffix)));
    return dialog;
}
} // namespace

void saveTerminalText(QWidget *parent, const QString &text, const QString &name)
{
    auto *dialog = ask(parent, Words::tr("Save text"), name, QStringLiteral("txt"));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, text](const QString &path) {
        auto lane = std::make_shared<Lane>(QStringLiteral("save-text"));
        deliver(lane->run([text, path] { return write(text, path); }), parent, [parent, lane](const Result<void> &outcome) {
            if (!outcome)
                showError(parent, errortext::of(outcome.error(), Words::tr("The text could not be saved.")));
        });
    });
    dialog->open();
}

void chooseTerminalLog(QWidget *parent, const QString &name, std::function<void(const QString &)> chosen)
{
    auto *dialog = ask(parent, Words::tr("Log to a file"), name, QStringLiteral("log"));
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // it is continued
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [chosen = std::move(chosen)](const QString &path) { chosen(path); });
    dialog->open();
}
