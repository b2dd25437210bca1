// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/cloudimagepanel.h"

#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/create/account/accountanswers.h"
#include "ui/create/sources/cloudimagedialog.h"
#include "ui/create/sources/filerow.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

namespace {
constexpr int grid = 8;
}

CloudImagePanel::CloudImagePanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent),
      m_file(new FileRow(shared, {tr("Cloud i&mage"), tr("Path of a cloud image"), tr("Choose a cloud image"),
                                  {tr("Disk images (*.qcow2 *.img *.raw *.vmdk *.vhdx *.xz *.gz *.zst)"), tr("All files (*)")}}, this)),
      m_copy(new QRadioButton(tr("Cop&y it"), this)), m_overlay(new QRadioButton(tr("&Keep only the changes"), this)), m_meaning(labels::hint({}, this))
{
    labels::nameAfter(m_copy, m_copy->text());
    labels::nameAfter(m_overlay, m_overlay->text());
    const auto choose = [this](QRadioButton *button, CloudSetup::Base base) {
        connect(button, &QRadioButton::clicked, this, [this, base] { context().answers().editSetup([base](CloudSetup &setup) { setup.base = base; }); });
    };
    choose(m_copy, CloudSetup::Base::Copy);
    choose(m_overlay, CloudSetup::Base::Overlay);
    auto *download = labels::button(tr("Do&wnload one…"), this);
    connect(download, &QPushButton::clicked, this, &CloudImagePanel::chooseFromCatalogue);
    auto *file = new QHBoxLayout;
    file->setSpacing(grid);
    file->addWidget(m_file, 1);
    file->addWidget(download);
    auto *choices = new QHBoxLayout;
    choices->setSpacing(2 * grid);
    choices->addWidget(m_copy);
    choices->addWidget(m_overlay);
    choices->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addLayout(file);
    column->addLayout(choices);
    column->addWidget(m_meaning);
    connect(&shared, &WizardContext::changed, this, &CloudImagePanel::refresh);
    refresh();
}

QWidget *CloudImagePanel::firstField() const
{
    return m_file->firstField();
}

void CloudImagePanel::chooseFromCatalogue()
{
    const auto *offer = context().survey();
    const bool isKnown = offer && !offer->accelerators.empty();
    auto *dialog = new CloudImageDialog(context().inventory(), isKnown ? offer->accelerators.front().architecture : QString(), this);
    connect(dialog, &CloudImageDialog::chosen, &context(), &WizardContext::setDownload);
    dialog->open();
}

void CloudImagePanel::refresh()
{
    const auto *offer = context().survey();
    const bool isRemote = offer && !offer->isLocal;
    m_overlay->setEnabled(!isRemote);
    m_overlay->setToolTip(isRemote ? tr("The file is on this computer, and the machine will be on another.") : QString());
    const bool isOverlay = context().recipe().cloud.base == CloudSetup::Base::Overlay && !isRemote;
    (isOverlay ? m_overlay : m_copy)->setChecked(true);
    m_meaning->setText(meaning());
}

QString CloudImagePanel::meaning() const
{
    const auto &disk = context().disk();
    QStringList lines;
    if (disk && !disk->virtualSize.isZero())
        //: %1 is a disk format such as qcow2, %2 a size
        lines += tr("%1 · %2, to be grown to the size that you choose").arg(disk->format, format::size(disk->virtualSize));
    const bool isFetched = context().recipe().download.has_value();
    if (isFetched)
        lines += tr("It is downloaded when the machine is created, and kept for the next one.");
    if (!m_overlay->isChecked())
        lines += tr("The machine gets a copy in the storage pool; the file is not needed afterwards.");
    else if (isFetched)
        lines += tr("Quick, and takes little room, where the host may read downloaded images; it is copied otherwise.");
    else
        lines += tr("Quick, and takes little room; the image must stay where it is, and as it is.");
    return lines.join(u'\n');
}
