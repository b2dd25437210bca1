// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sharedfolderrow.h"

#include "ui/common/labels.h"
#include "ui/create/networktext.h"
#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

SharedFolderRow::SharedFolderRow(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_path(new QLineEdit(this)), m_browse(labels::button(tr("Choose folde&r…"), this)),
      m_as(new QLabel(tr("as"), this)), m_name(new QLineEdit(this)), m_hint(labels::hint({}, parent))
{
    m_path->setPlaceholderText(tr("None"));
    m_path->setAcceptDrops(false); // a dropped file is the window's
    m_name->setAccessibleName(tr("Name of the shared folder"));
    m_name->setMaximumWidth(m_name->fontMetrics().averageCharWidth() * 20);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    connect(m_path, &QLineEdit::textEdited, this, &SharedFolderRow::take);
    connect(m_name, &QLineEdit::textEdited, this, &SharedFolderRow::take);
    connect(m_browse, &QPushButton::clicked, this, &SharedFolderRow::browse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);
    row->addWidget(m_as);
    row->addWidget(m_name);
    connect(&context, &WizardContext::changed, this, &SharedFolderRow::refresh);
    refresh();
}

QWidget *SharedFolderRow::field() const
{
    return m_path;
}

void SharedFolderRow::refresh()
{
    const auto &folder = m_context.recipe().folder;
    const auto *survey = m_context.survey();
    if (m_path->text() != folder.path)
        m_path->setText(folder.path);
    if (m_name->text() != folder.name)
        m_name->setText(folder.name);
    const bool isLocal = survey && survey->isLocal;
    // A path that was given for another host can still be taken out.
    setEnabled(survey && m_context.recipe().source != MediaSource::Container && (survey->folderSharing != FolderSharing::None || !folder.path.isEmpty()));
    m_browse->setEnabled(isLocal);
    m_browse->setToolTip(!survey || isLocal ? QString() : tr("The folder is on another computer: type its path there."));
    m_as->setVisible(!folder.path.isEmpty());
    m_name->setVisible(!folder.path.isEmpty());
    const bool isOffered = !survey || survey->folderSharing != FolderSharing::None;
    m_hint->setText(isOffered ? networktext::folderMeaning(m_context.recipe(), survey ? survey->folderSharing : FolderSharing::None)
                              : tr("This host cannot share folders with machines."));
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void SharedFolderRow::take()
{
    auto folder = m_context.recipe().folder;
    folder.path = m_path->text();
    folder.name = m_name->text();
    m_context.setFolder(folder);
}

void SharedFolderRow::browse()
{
    const auto &path = m_context.recipe().folder.path;
    auto *dialog = new QFileDialog(this, tr("Choose a folder to share"), path.isEmpty() ? QDir::homePath() : path);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        m_path->setText(chosen);
        take();
    });
    dialog->open();
}
