// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/steps/whattorunstep.h"

#include "ui/create/findinglines.h"
#include "ui/create/sourcecard.h"
#include "ui/create/sources/appliancepanel.h"
#include "ui/create/sources/cloudimagepanel.h"
#include "ui/create/sources/containerpanel.h"
#include "ui/create/sources/customxmlpanel.h"
#include "ui/create/sources/downloadpanel.h"
#include "ui/create/sources/existingdiskpanel.h"
#include "ui/create/sources/installerpanel.h"
#include "ui/create/sources/networkinstallpanel.h"
#include "ui/create/systemcard.h"
#include "ui/create/unattendedswitch.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QGridLayout>

namespace {
constexpr int grid = 8;
}

WhatToRunStep::WhatToRunStep(WizardContext &shared, QWidget *parent)
    : WizardStep(shared, tr("What to run"), {RecipeFinding::Field::Definition, RecipeFinding::Field::Media, RecipeFinding::Field::Firmware}, parent),
      m_sources(new QButtonGroup(this)),
      m_findings(new FindingLines({RecipeFinding::Field::Definition, RecipeFinding::Field::Media, RecipeFinding::Field::Firmware}, this)), m_system(new SystemCard(shared, this))
{
    auto *cards = new QGridLayout;
    cards->setSpacing(6);
    cards->setColumnStretch(0, 1);
    cards->setColumnStretch(1, 1);

    auto *column = makePage(tr("What do you want to run?"), tr("Drop a file anywhere in this window, or choose a source."));
    column->addLayout(cards);
    column->addSpacing(2 * grid);
    auto *page = column->parentWidget();
    addCards(page, cards);
    for (auto *button : m_sources->buttons()) {
        if (auto *panel = m_panels.value(m_sources->id(button)))
            column->addWidget(panel);
    }
    column->addSpacing(grid / 2);
    column->addWidget(m_findings);
    column->addSpacing(grid);
    column->addWidget(m_system);
    column->addWidget(new UnattendedSwitch(shared, page));
    column->addStretch();
    connect(m_sources, &QButtonGroup::idClicked, this, [this](int id) { context().setSource(MediaSource(id)); });
    connect(&shared, &WizardContext::changed, this, &WhatToRunStep::refresh);
    refresh();
}

void WhatToRunStep::addCards(QWidget *page, QGridLayout *cards)
{
    const auto add = [&](MediaSource source, SourceCard::Drawing drawing, const QString &title, const QString &text, SourcePanel *panel) {
        auto *card = new SourceCard(drawing, title, text, page);
        m_sources->addButton(card, int(source));
        const int place = int(m_sources->buttons().size()) - 1;
        cards->addWidget(card, place / 2, place % 2);
        if (panel)
            m_panels.insert(int(source), panel);
    };
    add(MediaSource::InstallerImage, SourceCard::Drawing::Disc, tr("Installer image (ISO)"), tr("A Linux, Windows or BSD disc image"),
        new InstallerPanel(context(), page));
    add(MediaSource::Download, SourceCard::Drawing::Arrow, tr("Download"), tr("A system from its makers' server"),
        new DownloadPanel(context(), page));
    add(MediaSource::ExistingDisk, SourceCard::Drawing::Disk, tr("Existing disk"), tr("qcow2, raw, VMDK, VDI or VHDX"),
        new ExistingDiskPanel(context(), page));
    add(MediaSource::CloudImage, SourceCard::Drawing::Cloud, tr("Cloud image"), tr("Ready in seconds, with cloud-init"),
        new CloudImagePanel(context(), page));
    add(MediaSource::Appliance, SourceCard::Drawing::Box, tr("Import appliance"), tr("OVA, Vagrant, VirtualBox, VMware"),
        new AppliancePanel(context(), page));
    add(MediaSource::NetworkInstall, SourceCard::Drawing::Net, tr("Network install"), tr("Address of an install tree, or PXE"),
        new NetworkInstallPanel(context(), page));
    add(MediaSource::CustomXml, SourceCard::Drawing::Text, tr("Definition (XML)"), tr("A machine as libvirt describes it"),
        new CustomXmlPanel(context(), page));
    add(MediaSource::NoMedium, SourceCard::Drawing::Empty, tr("No medium"), tr("An empty machine, to be set up later"), nullptr);
    add(MediaSource::Container, SourceCard::Drawing::Container, tr("Container"), tr("Linux in a folder, or a single program"),
        new ContainerPanel(context(), page));
}

QWidget *WhatToRunStep::firstField() const
{
    const auto *panel = m_panels.value(int(context().recipe().source));
    auto *field = panel ? panel->firstField() : nullptr;
    return field ? field : m_sources->checkedButton();
}

void WhatToRunStep::refresh()
{
    const int source = int(context().recipe().source);
    m_sources->button(source)->setChecked(true);
    for (auto panel = m_panels.cbegin(); panel != m_panels.cend(); ++panel)
        panel.value()->setVisible(panel.key() == source);
    m_system->setVisible(context().recipe().source != MediaSource::CustomXml && context().recipe().source != MediaSource::Container);
    auto *container = m_sources->button(int(MediaSource::Container));
    const auto *survey = context().survey();
    const bool canContain = survey && survey->container;
    container->setEnabled(canContain || source == int(MediaSource::Container)); // whoever chose it is told what is wrong
    container->setToolTip(canContain ? container->accessibleDescription() : tr("This host runs no containers: it takes one with LXC, such as lxc:///system."));
    m_findings->show(context().findings());
}
