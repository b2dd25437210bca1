// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hosts/hostpage.h"

#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "ui/common/accentbutton.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/errorpanel.h"
#include "ui/common/factcard.h"
#include "ui/common/format.h"
#include "ui/common/shades.h"
#include "ui/common/statetext.h"
#include "ui/common/tilelabel.h"
#include "ui/common/underlinetabs.h"
#include "ui/common/verbbutton.h"
#include "ui/hosts/findingscard.h"
#include "ui/hosts/hostactions.h"
#include "ui/hosts/hostline.h"
#include "ui/hosts/loadcard.h"
#include "ui/main/chosenmachines.h"
#include "ui/main/machineactions.h"
#include "ui/main/machinerows.h"
#include "ui/main/machinetable.h"

#include <QLocale>
#include <QMenu>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

HostPage::HostPage(Inventory &inventory, HostActions &hostActions, MachineActions &machineActions, QWidget *parent)
    : QWidget(parent), m_inventory(inventory), m_hostActions(hostActions), m_machineActions(machineActions),
      m_tile(new TileLabel(this)), m_name(new ElidedLabel(this)), m_line(new ElidedLabel(this)), m_tabs(new UnderlineTabs(this)), m_stack(new QStackedWidget(this))
{
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Machines"));
    m_tabs->setAccessibleName(tr("Views of the host"));
    m_overview = makeOverview();
    m_trouble = makeTrouble();
    m_stack->addWidget(m_overview);
    m_stack->addWidget(m_trouble);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 16, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead());
    layout->addSpacing(8);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &HostPage::applyTab);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (!m_host || !isVisible())
            return;
        m_line->setText(hostline::headline(*m_host));
        m_countDown->setText(hostline::brief(*m_host));
    });
}

QLayout *HostPage::makeHead()
{
    auto large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.45);
    large.setBold(true);
    m_name->setFont(large);
    m_line->setFaint(true);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_line);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_tile);
    head->addSpacing(8);
    head->addLayout(names, 1);
    auto *create = new AccentButton(m_hostActions.newMachine()->text(), this);
    auto *action = m_hostActions.newMachine();
    connect(create, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, create, [create, action] {
        create->setVisible(action->isEnabled());
        create->setToolTip(action->toolTip());
    });
    create->setVisible(action->isEnabled());
    head->addWidget(create);
    for (auto *verb : {m_hostActions.connectHost(), m_hostActions.disconnectHost()}) {
        auto *button = new VerbButton(verb, this);
        button->hideWhileDisabled();
        head->addWidget(button);
    }
    auto *more = new VerbButton(tr("More"), this);
    auto *menu = new QMenu(more);
    menu->setToolTipsVisible(true);
    menu->addActions(m_hostActions.all());
    more->setMenu(menu);
    head->addWidget(more);
    return head;
}

QWidget *HostPage::makeOverview()
{
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("Overview"));
    scroll->viewport()->setAutoFillBackground(false);
    auto *page = new QWidget(scroll);
    auto *loads = new QHBoxLayout;
    loads->setSpacing(16);
    m_processor = new LoadCard(tr("Processor"), page);
    m_memory = new LoadCard(tr("Memory"), page);
    m_promised = new LoadCard(tr("Promised to machines"), page);
    for (auto *card : {m_processor, m_memory, m_promised})
        loads->addWidget(card);
    m_findings = new FindingsCard(page);
    m_computer = new FactCard(tr("Computer"), page);
    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(m_findings, 1, Qt::AlignTop);
    cards->addWidget(m_computer, 1, Qt::AlignTop);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 16, 8, 24);
    layout->setSpacing(16);
    layout->addLayout(loads);
    layout->addLayout(cards);
    layout->addStretch();
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    return scroll;
}

QWidget *HostPage::makeTrouble()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 24, 8, 24);
    layout->setSpacing(16);
    m_troubleTitle = new QLabel(page);
    m_troubleTitle->setWordWrap(true);
    m_error = new ErrorPanel(page);
    m_error->setMaximumWidth(760);
    m_countDown = new QLabel(page);
    m_retry = new AccentButton(tr("Retry now"), page);
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (m_host)
            m_host->connectToHost();
    });
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_retry);
    row->addWidget(m_countDown, 1);
    layout->addWidget(m_troubleTitle);
    layout->addWidget(m_error);
    layout->addLayout(row);
    layout->addStretch();
    return page;
}

void HostPage::makeTable()
{
    m_rows = new MachineRows(m_inventory.machines(), this);
    m_rows->setHost(m_host);
    m_table = new MachineTable(*m_rows, m_inventory.settings(), &keys::hostTableHeader, this);
    m_table->setColumnHidden(MachineList::HostName, true);
    m_stack->addWidget(m_table);
    connect(m_table, &MachineTable::machineActivated, this, &HostPage::machineActivated);
    connect(&m_table->chosen(), &ChosenMachines::changed, this, [this] { Q_EMIT machinesSelected(m_table->chosen().now()); });
    connect(m_table, &MachineTable::menuRequested, this, [this](const QPoint &at) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_machineActions.fill(menu);
        menu->popup(at);
    });
}

void HostPage::setHost(Host *host)
{
    if (m_host)
        disconnect(m_host, nullptr, this, nullptr);
    m_host = host;
    m_second.stop();
    if (!host)
        return;
    m_hostActions.setHost(host);
    if (m_rows)
        m_rows->setHost(host);
    connect(host, &Host::changed, this, &HostPage::write);
    connect(host, &Host::listed, this, &HostPage::write);
    connect(host, &Host::loadChanged, this, &HostPage::writeLoad);
    connect(host, &Host::machinesAdded, this, &HostPage::write);
    connect(host, &Host::machineChanged, this, &HostPage::writeLoad);
    write();
}

void HostPage::write()
{
    m_name->setText(m_host->label());
    m_tile->setTile({m_host->label().left(1).toUpper(), QColor(0x4b, 0x55, 0x66)});
    m_line->setText(hostline::headline(*m_host));
    m_tabs->setTabText(1, m_host->machines().empty() ? tr("Machines") : tr("Machines · %1").arg(QLocale().toString(qulonglong(m_host->machines().size()))));
    m_tabs->setVisible(m_host->isConnected());
    if (m_host->state() != HostState::WaitingToRetry)
        m_second.stop();
    else if (!m_second.isActive())
        m_second.start();
    writeLoad();
    writeComputer();
    writeTrouble();
    std::vector<FindingsCard::Line> lines;
    for (const auto &finding : m_host->findings())
        lines.push_back({FindingsCard::weightOf(finding.kind), statetext::finding(finding)});
    if (const auto why = hostline::reasonFor(*m_host); !why.isEmpty())
        lines.push_back({FindingsCard::Weight::Good, why});
    m_findings->setVisible(!lines.empty());
    m_findings->setLines(lines);
    applyTab();
}

void HostPage::applyTab()
{
    if (!m_host)
        return;
    if (!m_host->isConnected()) {
        m_stack->setCurrentWidget(m_trouble);
        return;
    }
    if (m_tabs->currentIndex() == 1 && !m_table)
        makeTable();
    m_stack->setCurrentWidget(m_tabs->currentIndex() == 1 ? static_cast<QWidget *>(m_table) : m_overview);
}

void HostPage::writeLoad()
{
    const auto &facts = m_host->facts();
    const auto &load = m_host->load();
    m_processor->setColour(shades::of(shades::Series::Processor, palette()));
    m_memory->setColour(shades::of(shades::Series::Memory, palette()));
    m_promised->setColour(shades::of(shades::Series::Disk, palette()));
    const auto threads = QLocale().toString(facts.cpuThreads);
    m_processor->show(load.processor ? tr("%1 of %2").arg(format::percent(double(*load.processor)), threads) : tr("%n threads", nullptr, facts.cpuThreads),
                      load.processor ? std::optional<double>(double(*load.processor)) : std::nullopt);
    const auto total = double(facts.memory.count());
    m_memory->show(load.memoryUsed ? format::sizeOf(*load.memoryUsed, facts.memory) : format::size(facts.memory),
                   load.memoryUsed && total > 0 ? std::optional<double>(double(load.memoryUsed->count()) / total) : std::nullopt);
    int vcpus = 0;
    Bytes memory;
    for (const auto *machine : m_host->machines()) {
        if (!isActive(machine->state()))
            continue;
        vcpus += machine->facts().vcpus;
        memory = memory + machine->facts().memory;
    }
    m_promised->show(tr("%1 · %2").arg(tr("%n cores", nullptr, vcpus), format::size(memory)),
                     total > 0 ? std::optional<double>(double(memory.count()) / total) : std::nullopt);
}

void HostPage::writeComputer()
{
    const auto &facts = m_host->facts();
    std::vector<FactCard::Row> rows;
    const auto add = [&rows](const QString &name, const QString &value, bool copies = false) {
        if (!value.isEmpty())
            rows.push_back({name, value, {}, copies, false});
    };
    add(tr("Name"), facts.hostName, true);
    add(tr("Processor"), facts.cpuModel);
    if (facts.cpuThreads > 0) {
        QStringList parts{tr("%n threads", nullptr, facts.cpuThreads)};
        if (facts.cpuCores > 0 && facts.cpuCores <= facts.cpuThreads)
            parts.prepend(tr("%n cores", nullptr, facts.cpuCores));
        if (facts.cpuSockets > 1)
            parts << tr("%n sockets", nullptr, facts.cpuSockets);
        if (facts.numaNodes > 1)
            parts << tr("%n NUMA nodes", nullptr, facts.numaNodes);
        add(tr("Cores"), parts.join(QStringLiteral(" · ")));
    }
    if (!facts.memory.isZero())
        add(tr("Memory"), format::size(facts.memory));
    add(tr("Hypervisor"), QStringList{facts.hypervisor, facts.hypervisorVersion}.join(QLatin1Char(' ')).trimmed());
    add(tr("libvirt"), facts.libvirtVersion);
    add(tr("Address"), m_host->uri().toString(), true);
    if (!m_host->uri().isLocal())
        add(tr("Connection"), facts.encrypted ? tr("encrypted") : tr("not encrypted"));
    m_computer->setRows(rows);
}

void HostPage::writeTrouble()
{
    const auto state = m_host->state();
    if (m_host->error() && (state == HostState::Failed || state == HostState::WaitingToRetry))
        m_error->setError(errortext::ofConnection(*m_host->error(), m_host->uri(), m_host->label()));
    else
        m_error->clear();
    m_troubleTitle->setVisible(state == HostState::Connecting || state == HostState::Disconnected);
    m_troubleTitle->setText(state == HostState::Connecting ? tr("Connecting to %1…").arg(m_host->uri().toString())
                                                           : tr("This host is not connected. Its machines go on as they are."));
    m_retry->setVisible(state != HostState::Connecting);
    m_retry->setText(state == HostState::Disconnected ? tr("Connect") : tr("Retry now"));
    m_retry->setAccessibleName(m_retry->text());
    m_countDown->setVisible(state == HostState::WaitingToRetry);
    if (state == HostState::WaitingToRetry)
        m_countDown->setText(hostline::brief(*m_host));
}
