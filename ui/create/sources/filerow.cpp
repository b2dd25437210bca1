// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/filerow.h"

#include "core/inventory/inventory.h"
#include "core/settings/settings.h"
#include "ui/common/labels.h"
#include "ui/create/sources/hostmediadialog.h"
#include "ui/create/wizardcontext.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace {
constexpr int grid = 8;
}

FileRow::FileRow(WizardContext &context, Words words, QWidget *parent)
    : FileRow(context, std::move(words), {[&context] { return context.recipe().mediaPath; }, [&context](const QString &path) { context.setMediaPath(path); }}, parent)
{
}

FileRow::FileRow(WizardContext &context, Words words, Target target, QWidget *parent)
    : QWidget(parent), m_context(context), m_words(std::move(words)), m_target(std::move(target)), m_label(new QLabel(m_words.label, this)),
      m_path(new QLineEdit(this)), m_fromHost(labels::button(tr("From the &host…"), this))
{
    auto *browse = labels::button(m_words.browse.isEmpty() ? tr("&Browse…") : m_words.browse, this);
    labels::nameAfter(m_path, m_words.label);
    m_path->setPlaceholderText(m_words.placeholder);
    // A dropped file is the window's, not a text to insert.
    m_path->setAcceptDrops(false);
    m_path->setClearButtonEnabled(true);
    m_label->setBuddy(m_path);
    connect(m_path, &QLineEdit::textEdited, this, [this](const QString &text) { m_target.set(text); });
    connect(m_path, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() && isVisibleTo(parentWidget())) // the clear button is no edit
            m_target.set(text);
    });
    connect(browse, &QPushButton::clicked, this, &FileRow::browse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(m_label);
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    row->addWidget(m_fromHost);
    m_fromHost->setVisible(m_words.isOnHostToo);
    connect(m_fromHost, &QPushButton::clicked, this, &FileRow::askHost);
    connect(&context, &WizardContext::changed, this, &FileRow::refresh);
    refresh();
}

QWidget *FileRow::firstField() const
{
    return m_path;
}

void FileRow::refresh()
{
    const auto path = m_target.path();
    if (m_path->text() != path)
        m_path->setText(path);
    const bool isReady = m_context.survey();
    m_fromHost->setEnabled(isReady);
    m_fromHost->setToolTip(isReady ? tr("Volumes of its storage pools, and its drives") : tr("No host has said yet what it has."));
}

void FileRow::askHost()
{
    auto *host = m_context.host();
    if (!host)
        return;
    auto *dialog = new HostMediaDialog(*host, m_context.recipe().source, this);
    connect(dialog, &HostMediaDialog::chosen, this, [this](const HostMedium &medium) { m_context.setHostMedium(medium); });
    dialog->open();
}

void FileRow::browse()
{
    const auto path = m_target.path();
    const auto last = m_context.inventory().settings().get(keys::lastMediaFolder);
    auto *dialog = new QFileDialog(this, m_words.dialogTitle,
                                   !path.isEmpty() ? QFileInfo(path).absolutePath() : last.isEmpty() ? QDir::homePath() : last);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(m_words.filters);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) {
        m_context.inventory().settings().set(keys::lastMediaFolder, QFileInfo(chosen).absolutePath());
        m_target.set(chosen);
    });
    dialog->open();
}
