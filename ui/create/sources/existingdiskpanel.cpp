// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/sources/existingdiskpanel.h"

#include "ui/common/format.h"
#include "ui/common/labels.h"
#include "ui/create/sources/filerow.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLabel>
#include <QRadioButton>

namespace {
constexpr int grid = 8;
}

ExistingDiskPanel::ExistingDiskPanel(WizardContext &shared, QWidget *parent)
    : SourcePanel(shared, parent),
      m_file(new FileRow(shared, {tr("Disk i&mage"), tr("Path of a disk image"), tr("Choose a disk image"),
                                  {tr("Disk images (*.qcow2 *.qcow *.img *.raw *.vmdk *.vdi *.vhdx *.vhd *.xz *.gz *.zst *.bz2)"), tr("All files (*)")}, true},
                         this)),
      m_uses(new QButtonGroup(this)), m_meaning(labels::hint({}, this))
{
    auto *uses = new QHBoxLayout;
    uses->setSpacing(2 * grid);
    const auto addUse = [&](DiskUse use, const QString &text) {
        auto *button = new QRadioButton(text, this);
        labels::nameAfter(button, text);
        m_uses->addButton(button, int(use));
        uses->addWidget(button);
    };
    addUse(DiskUse::InPlace, tr("&Use it where it is"));
    addUse(DiskUse::Copy, tr("Cop&y it"));
    addUse(DiskUse::Convert, tr("Con&vert it to qcow2"));
    uses->addStretch();
    connect(m_uses, &QButtonGroup::idClicked, this, [this](int id) { context().setDiskUse(DiskUse(id)); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid);
    column->addWidget(m_file);
    column->addLayout(uses);
    column->addWidget(m_meaning);
    connect(&shared, &WizardContext::changed, this, &ExistingDiskPanel::refresh);
    refresh();
}

QWidget *ExistingDiskPanel::firstField() const
{
    return m_file->firstField();
}

void ExistingDiskPanel::refresh()
{
    const auto *offer = context().survey();
    const bool isFarAway = offer && !offer->isLocal;
    const bool isOnHost = context().recipe().hostMedium.has_value();
    const bool isRemote = isFarAway && !isOnHost;
    const bool isPacked = context().disk() && !context().disk()->packing.isEmpty();
    auto *inPlace = m_uses->button(int(DiskUse::InPlace));
    inPlace->setEnabled(!isRemote && !isPacked);
    inPlace->setToolTip(isRemote       ? tr("The file is on this computer, and the machine will be on another.")
                            : isPacked ? tr("A compressed image cannot be used where it is.")
                                       : QString());
    for (const auto use : {DiskUse::Copy, DiskUse::Convert}) {
        m_uses->button(int(use))->setEnabled(!(isFarAway && isOnHost));
        m_uses->button(int(use))->setToolTip(isFarAway && isOnHost ? tr("The disk lies on another computer, which can only use it where it is.") : QString());
    }
    m_uses->button(int(context().recipe().diskUse))->setChecked(true);
    m_meaning->setText(meaning());
}

QString ExistingDiskPanel::meaning() const
{
    const auto &disk = context().disk();
    QStringList lines;
    if (disk) {
        //: %1 is a disk format such as vmdk, %2 a way of compression such as xz
        auto kind = disk->packing.isEmpty() ? disk->format : tr("%1, compressed with %2").arg(disk->format, disk->packing);
        lines += disk->virtualSize.isZero() ? kind : tr("%1 · %2 as the machine sees it").arg(kind, format::size(disk->virtualSize));
    }
    switch (context().recipe().diskUse) {
    case DiskUse::InPlace: lines += tr("The machine writes to this file; nothing is copied."); break;
    case DiskUse::Copy: lines += tr("The machine gets a copy in the storage pool, in the same format; the file stays as it is."); break;
    case DiskUse::Convert: lines += tr("The machine gets a copy in the storage pool, in the format that is best there; the file stays as it is."); break;
    }
    return lines.join(u'\n');
}
