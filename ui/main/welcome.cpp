// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/welcome.h"

#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/settings/settings.h"
#include "ui/common/accentbutton.h"
#include "ui/common/errorpanel.h"
#include "ui/common/statetext.h"
#include "ui/common/verbbutton.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace {

struct Situation {
    int hosts = 0, connected = 0, pending = 0, listed = 0;
    const Host *failed = nullptr;
};

Situation look(Inventory &inventory)
{
    Situation now;
    now.hosts = inventory.hosts().rowCount();
    for (int row = 0; row < now.hosts; ++row) {
        const auto *host = inventory.hosts().at(row);
        now.connected += host->isConnected();
        now.listed += host->isConnected() && host->isListed();
        now.pending += host->state() == HostState::Connecting;
        if (!now.failed && (host->state() == HostState::Failed || host->state() == HostState::WaitingToRetry))
            now.failed = host;
    }
    return now;
}

QString reasonText(const DefaultHostChoice &choice)
{
    switch (choice.reason) {
    case DefaultHostChoice::Reason::SessionForPerson: return Welcome::tr("Your own virtual machines on this computer were chosen: they need no set-up and no password.");
    case DefaultHostChoice::Reason::SystemPermitted: return Welcome::tr("The machines that this whole computer shares were added, because this account may use them.");
    case DefaultHostChoice::Reason::SystemForRoot: return Welcome::tr("The machines of the whole computer were chosen, because the program runs as the administrator.");
    case DefaultHostChoice::Reason::NothingUsable: break;
    }
    return {};
}

} // namespace

Welcome::Welcome(Inventory &inventory, QWidget *parent)
    : QWidget(parent), m_inventory(inventory), m_title(new QLabel(this)), m_text(new QLabel(this)), m_error(new ErrorPanel(this)),
      m_newMachine(new AccentButton(tr("New machine"), this)), m_addHost(new VerbButton(tr("Add host…"), this)),
      m_demonstration(new VerbButton(tr("Open demonstration host"), this))
{
    auto large = m_title->font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    large.setBold(true);
    m_title->setFont(large);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_text->setAlignment(Qt::AlignHCenter);
    m_text->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_newMachine);
    buttons->addWidget(m_addHost);
    buttons->addWidget(m_demonstration);
    buttons->addStretch();
    // A column of its own: words that wrap need a width to wrap at.
    auto *column = new QWidget(this);
    column->setMaximumWidth(680);
    auto *middle = new QVBoxLayout(column);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(16);
    middle->addWidget(m_title);
    middle->addWidget(m_text);
    middle->addWidget(m_error);
    middle->addLayout(buttons);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(column, 100);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(48, 24, 48, 24);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_newMachine, &QPushButton::clicked, this, &Welcome::newMachineRequested);
    connect(m_addHost, &QPushButton::clicked, this, &Welcome::addHostRequested);
    connect(m_demonstration, &QPushButton::clicked, this, &Welcome::demonstrationRequested);
    refresh();
}

bool Welcome::isCalledFor(Inventory &inventory)
{
    return inventory.machines().rowCount() == 0;
}

void Welcome::refresh()
{
    const auto now = look(m_inventory);
    const auto &choices = m_inventory.defaultChoices();
    const auto unusable = std::find_if(choices.begin(), choices.end(), [](const auto &c) { return c.reason == DefaultHostChoice::Reason::NothingUsable; });
    const bool looking = now.pending > 0 || now.connected > now.listed || (now.hosts == 0 && choices.empty() && !m_inventory.settings().get(keys::firstStartDone));
    m_error->clear();
    m_newMachine->setVisible(now.connected > 0 && !looking);
    m_demonstration->setVisible(now.connected == 0 && !looking);
    m_addHost->setVisible(!looking);
    if (looking) {
        m_title->setText(tr("Looking for machines…"));
        m_text->setText(tr("Each host appears the moment it answers."));
    } else if (now.connected > 0) {
        m_title->setText(tr("No machines yet"));
        QStringList why;
        for (const auto &choice : choices)
            why << reasonText(choice);
        why.removeAll(QString());
        why << tr("Make the first one from an installer image or a disk; you can also drop the file anywhere on this window.");
        m_text->setText(why.join(QLatin1Char(' ')));
    } else if (unusable != choices.end()) {
        m_title->setText(tr("Virtual machines cannot run here yet"));
        m_text->setText(tr("This computer offers no hypervisor that the program can use. It can still look after machines on other computers."));
        if (const auto uri = HostUri::parse(unusable->uri); unusable->error && uri)
            m_error->setError(errortext::ofConnection(*unusable->error, *uri, statetext::hostLabel(*uri)));
    } else if (now.failed) {
        m_title->setText(tr("No host is connected"));
        m_text->setText(tr("The program keeps trying; a host's page says what is wrong with it."));
        if (now.failed->error())
            m_error->setError(errortext::ofConnection(*now.failed->error(), now.failed->uri(), now.failed->label()));
    } else {
        m_title->setText(now.hosts == 0 ? tr("Welcome to Vivarium") : tr("No host is connected"));
        m_text->setText(now.hosts == 0 ? tr("Add the computer whose virtual machines you want to look after, or try everything out on a demonstration host.")
                                       : tr("Connect a host from the list at the left, or add another one."));
    }
}
