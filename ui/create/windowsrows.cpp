// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/windowsrows.h"

#include "ui/common/labels.h"
#include "ui/create/windowschoices.h"
#include "ui/create/wizardcontext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace {
constexpr int grid = 8;
}

WindowsRows::WindowsRows(WizardContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_editionLabel(new QLabel(tr("&Edition"), this)), m_editions(new QComboBox(this)), m_discs(new QComboBox(this))
{
    auto *browse = labels::button(tr("&Other disc…"), this);
    auto *driversLabel = new QLabel(tr("&virtio drivers"), this);
    m_editionLabel->setBuddy(m_editions);
    driversLabel->setBuddy(m_discs);
    m_editions->setAccessibleName(tr("Edition"));
    m_editions->view()->setAccessibleName(tr("Editions"));
    m_discs->setAccessibleName(tr("virtio drivers"));
    m_discs->view()->setAccessibleName(tr("Discs with virtio drivers"));
    for (auto *combo : {m_editions, m_discs}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(18);
    }
    auto *rows = new QGridLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setHorizontalSpacing(grid);
    rows->setVerticalSpacing(grid);
    rows->addWidget(m_editionLabel, 0, 0);
    rows->addWidget(m_editions, 0, 1);
    rows->addWidget(driversLabel, 1, 0);
    rows->addWidget(m_discs, 1, 1);
    rows->addWidget(browse, 1, 2);
    rows->setColumnStretch(1, 1);
    connect(m_editions, &QComboBox::activated, this, [this](int index) { m_context.windows().chooseEdition(size_t(index)); });
    connect(m_discs, &QComboBox::activated, this, [this](int index) { m_context.windows().setDisc(m_discs->itemData(index).toString()); });
    connect(browse, &QPushButton::clicked, this, &WindowsRows::browse);
    connect(&context, &WizardContext::changed, this, &WindowsRows::refresh);
    refresh();
}

void WindowsRows::refresh()
{
    const auto &choices = m_context.windows();
    const auto &editions = choices.editions();
    setVisible(!editions.empty());
    bool isSame = m_editions->count() == int(editions.size());
    for (int i = 0; isSame && i < m_editions->count(); ++i)
        isSame = m_editions->itemText(i) == editions[size_t(i)].name;
    if (!isSame) {
        m_editions->clear();
        for (const auto &edition : editions)
            m_editions->addItem(edition.name);
    }
    for (size_t i = 0; i < editions.size(); ++i) {
        if (choices.setup().edition == editions[i])
            m_editions->setCurrentIndex(int(i));
    }
    for (auto *widget : {static_cast<QWidget *>(m_editionLabel), static_cast<QWidget *>(m_editions)})
        widget->setVisible(editions.size() > 1);
    fillDiscs();
}

void WindowsRows::fillDiscs()
{
    const auto &choices = m_context.windows();
    const auto &discs = choices.discs();
    if (m_discs->count() != discs.size() + 1 || m_discs->itemData(0).toString() != discs.value(0)) {
        m_discs->clear();
        for (const auto &disc : discs) {
            m_discs->addItem(QFileInfo(disc).fileName(), disc);
            m_discs->setItemData(m_discs->count() - 1, disc, Qt::ToolTipRole);
        }
        m_discs->addItem(tr("None"), QString());
    }
    m_discs->setCurrentIndex(m_discs->findData(choices.setup().drivers));
}

void WindowsRows::browse()
{
    const auto &present = m_context.windows().setup().drivers;
    auto *dialog = new QFileDialog(this, tr("Choose a disc with virtio drivers"), present.isEmpty() ? QDir::homePath() : QFileInfo(present).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Disc images (*.iso *.ISO *.img)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &chosen) { m_context.windows().setDisc(chosen); });
    dialog->open();
}
