// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/steps/whattorunstep.h"

#include "core/inventory/inventory.h"
#include "core/settings/settings.h"
#include "ui/create/findinglines.h"
#include "ui/create/sourcecard.h"
#include "ui/create/systemcard.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace {
constexpr int grid = 8;
}

WhatToRunStep::WhatToRunStep(WizardContext &shared, QWidget *parent)
    : WizardStep(shared, tr("What to run"), {RecipeFinding::Field::Media, RecipeFinding::Field::Firmware}, parent),
      m_sources(new QButtonGroup(this)), m_pathRow(new QWidget(this)), m_pathLabel(new QLabel(m_pathRow)), m_path(new QLineEdit(m_pathRow)),
      m_browse(new QPushButton(tr("&Browse…"), m_pathRow)),
      m_findings(new FindingLines({RecipeFinding::Field::Media, RecipeFinding::Field::Firmware}, this)), m_system(new SystemCard(shared, this))
{
    auto *heading = new QLabel(tr("What do you want to run?"), this);
    auto large = heading->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.35);
    heading->setFont(large);
    auto *hint = new QLabel(tr("Drop a file anywhere in this window, or choose a source."), this);
    hint->setForegroundRole(QPalette::PlaceholderText);

    auto *cards = new QGridLayout;
    cards->setSpacing(10);
    const auto addCard = [&](MediaSource source, SourceCard::Drawing drawing, const QString &title, const QString &text) {
        auto *card = new SourceCard(drawing, title, text, this);
        m_sources->addButton(card, int(source));
        const int place = int(m_sources->buttons().size()) - 1;
        cards->addWidget(card, place / 2, place % 2);
    };
    addCard(MediaSource::InstallerImage, SourceCard::Drawing::Disc, tr("Installer image (ISO)"), tr("A Linux, Windows or BSD disc image"));
    addCard(MediaSource::ExistingDisk, SourceCard::Drawing::Disk, tr("Existing disk"), tr("qcow2, raw, VMDK, VDI or VHDX"));
    addCard(MediaSource::NoMedium, SourceCard::Drawing::Empty, tr("No medium"), tr("An empty machine, to be set up later"));
    cards->setColumnStretch(0, 1);
    cards->setColumnStretch(1, 1);
    connect(m_sources, &QButtonGroup::idClicked, this, [this](int id) { context().setSource(MediaSource(id)); });

    // A dropped file is the window's, not a text to insert.
    m_path->setAcceptDrops(false);
    m_path->setClearButtonEnabled(true);
    m_pathLabel->setBuddy(m_path);
    m_browse->setAccessibleName(tr("Browse…"));
    m_browse->setAutoDefault(false);
    connect(m_path, &QLineEdit::textEdited, this, [this](const QString &text) { context().setMediaPath(text); });
    connect(m_path, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) // the clear button is no edit
            context().setMediaPath(text);
    });
    connect(m_browse, &QPushButton::clicked, this, &WhatToRunStep::browse);
    auto *row = new QHBoxLayout(m_pathRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(grid);
    row->addWidget(m_pathLabel);
    row->addWidget(m_path, 1);
    row->addWidget(m_browse);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(3 * grid, 20, 3 * grid, 2 * grid);
    column->setSpacing(0);
    column->addWidget(heading);
    column->addSpacing(4);
    column->addWidget(hint);
    column->addSpacing(2 * grid);
    column->addLayout(cards);
    column->addSpacing(2 * grid);
    column->addWidget(m_pathRow);
    column->addSpacing(grid / 2);
    column->addWidget(m_findings);
    column->addSpacing(grid);
    column->addWidget(m_system);
    column->addStretch();
    connect(&shared, &WizardContext::changed, this, &WhatToRunStep::refresh);
    refresh();
}

QWidget *WhatToRunStep::firstField() const
{
    return m_path->isHidden() ? static_cast<QWidget *>(m_sources->checkedButton()) : m_path;
}

void WhatToRunStep::refresh()
{
    const auto &recipe = context().recipe();
    m_sources->button(int(recipe.source))->setChecked(true);
    m_pathRow->setVisible(recipe.source != MediaSource::NoMedium);
    const bool isDisk = recipe.source == MediaSource::ExistingDisk;
    m_pathLabel->setText(isDisk ? tr("Disk i&mage") : tr("I&mage"));
    m_path->setAccessibleName(isDisk ? tr("Disk image") : tr("Image"));
    m_path->setPlaceholderText(isDisk ? tr("Path of a disk image") : tr("Path of an ISO image"));
    if (m_path->text() != recipe.mediaPath)
        m_path->setText(recipe.mediaPath);
    m_findings->show(context().findings());
}

void WhatToRunStep::browse()
{
    auto &settings = context().inventory().settings();
    const auto &recipe = context().recipe();
    const auto present = QFileInfo(recipe.mediaPath).absolutePath();
    const auto last = settings.get(keys::lastMediaFolder);
    const bool isDisk = recipe.source == MediaSource::ExistingDisk;
    auto *dialog = new QFileDialog(this, isDisk ? tr("Choose a disk image") : tr("Choose an installer image"),
                                   !recipe.mediaPath.isEmpty() ? present : last.isEmpty() ? QDir::homePath() : last);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(isDisk ? QStringList{tr("Disk images (*.qcow2 *.qcow *.img *.raw *.vmdk *.vdi *.vhdx *.vhd)"), tr("All files (*)")}
                                  : QStringList{tr("Disc images (*.iso *.ISO *.img)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        context().inventory().settings().set(keys::lastMediaFolder, QFileInfo(path).absolutePath());
        context().setMediaPath(path);
    });
    dialog->open();
}
