// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machinespage.h"

#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/foreignwords.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/verbbutton.h"
#include "ui/main/bulkbar.h"
#include "ui/main/chosenmachines.h"
#include "ui/main/machineactions.h"
#include "ui/main/machinecards.h"
#include "ui/main/machinerows.h"
#include "ui/main/machinetable.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>
#include <utility>

MachinesPage::MachinesPage(Inventory &inventory, MachineActions &actions, ScreenshotCache &pictures, QWidget *parent)
    : QWidget(parent), m_inventory(inventory), m_actions(actions), m_rows(new MachineRows(inventory.machines(), this)),
      m_summary(new ElidedLabel(this)), m_text(new QLineEdit(this)), m_group(new VerbButton(tr("State"), this)),
      m_host(new VerbButton(tr("Host"), this)), m_asCards(new VerbButton(tr("Cards"), this)), m_asTable(new VerbButton(tr("Table"), this)),
      m_views(new QStackedWidget(this)), m_cards(new MachineCards(*m_rows, pictures, this)), m_nothing(new QLabel(this)),
      m_bulk(new BulkBar(actions, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 8, 0);
    layout->setSpacing(16);
    layout->addLayout(makeHead());
    layout->addWidget(m_views, 1);
    m_views->addWidget(m_cards);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setText(tr("No machine matches the filters."));
    m_views->addWidget(m_nothing);

    connect(m_cards, &MachineCards::machineActivated, this, &MachinesPage::machineActivated);
    connect(&m_cards->chosen(), &ChosenMachines::changed, this, &MachinesPage::announce);
    connect(m_cards, &MachineCards::menuRequested, this, &MachinesPage::openMenu);
    connect(m_bulk, &BulkBar::clearRequested, this, [this] {
        m_cards->clearSelection();
        if (m_table)
            m_table->clearSelection();
    });
    // Counting thousands is cheap, but not for each of thousands of changes.
    m_summarize.setSingleShot(true);
    m_summarize.setInterval(150);
    connect(&m_summarize, &QTimer::timeout, this, &MachinesPage::summarize);
    const auto later = [this] {
        if (isVisible() && !m_summarize.isActive())
            m_summarize.start();
    };
    connect(&inventory, &Inventory::machineChanged, this, later);
    connect(m_rows, &QAbstractItemModel::rowsInserted, this, later);
    connect(m_rows, &QAbstractItemModel::rowsRemoved, this, later);
    connect(m_rows, &QAbstractItemModel::modelReset, this, later);
    showAsTable(inventory.settings().get(keys::machinesView) == u"table");
}

QLayout *MachinesPage::makeHead()
{
    auto *title = new QLabel(tr("All machines"), this);
    auto large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.45);
    large.setBold(true);
    title->setFont(large);
    m_summary->setFaint(true);
    m_text->setPlaceholderText(tr("Filter by name"));
    m_text->setAccessibleName(tr("Filter by name"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumHeight(VerbButton::heightFor(fontMetrics()));
    m_text->setMaximumWidth(fontMetrics().averageCharWidth() * 26);
    connect(m_text, &QLineEdit::textChanged, m_rows, &MachineRows::setText);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_summarize.start(); });

    auto *groups = new QMenu(m_group);
    const std::array<std::pair<StateGroup, QString>, 7> choices{{{StateGroup::Any, tr("Any state")}, {StateGroup::Running, tr("Running")},
        {StateGroup::Paused, tr("Paused or asleep")}, {StateGroup::Off, tr("Off")}, {StateGroup::Saved, tr("Saved")},
        {StateGroup::Changing, tr("Changing")}, {StateGroup::Problem, tr("Crashed")}}};
    for (const auto &choice : choices)
        connect(groups->addAction(choice.second), &QAction::triggered, this, [this, choice] { chooseGroup(choice.first, choice.second); });
    m_group->setMenu(groups);
    auto *hosts = new QMenu(m_host);
    m_host->setMenu(hosts);
    connect(hosts, &QMenu::aboutToShow, this, &MachinesPage::fillHostMenu);
    connect(&m_inventory.hosts(), &HostList::hostAboutToBeRemoved, this, [this] { chooseHost(nullptr); });

    auto *views = new QButtonGroup(this);
    m_asCards->setIcon(icons::viewCards());
    m_asTable->setIcon(icons::viewTable());
    for (auto *button : {m_asCards, m_asTable}) {
        button->setCheckable(true);
        views->addButton(button);
    }
    connect(m_asCards, &QPushButton::clicked, this, [this] { showAsTable(false); });
    connect(m_asTable, &QPushButton::clicked, this, [this] { showAsTable(true); });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 16, 0);
    head->setSpacing(8);
    head->addWidget(title);
    head->addWidget(m_summary, 1);
    head->addWidget(m_text);
    for (auto *button : {m_group, m_host, m_asCards, m_asTable})
        head->addWidget(button);
    return head;
}

std::vector<Machine *> MachinesPage::chosen() const
{
    return (m_asTable->isChecked() && m_table ? m_table->chosen() : m_cards->chosen()).now();
}

void MachinesPage::showAsTable(bool table)
{
    const auto kept = chosen();
    m_inventory.settings().set(keys::machinesView, table ? QStringLiteral("table") : QStringLiteral("cards"));
    (table ? m_asTable : m_asCards)->setChecked(true);
    if (table && !m_table) {
        m_table = new MachineTable(*m_rows, m_inventory.settings(), &keys::machinesTableHeader, this);
        m_views->addWidget(m_table);
        connect(m_table, &MachineTable::machineActivated, this, &MachinesPage::machineActivated);
        connect(&m_table->chosen(), &ChosenMachines::changed, this, &MachinesPage::announce);
        connect(m_table, &MachineTable::menuRequested, this, &MachinesPage::openMenu);
    }
    (table ? m_table->chosen() : m_cards->chosen()).choose(kept);
    summarize();
}

void MachinesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    summarize();
}

void MachinesPage::summarize()
{
    int running = 0, vcpus = 0, threads = 0, hosts = 0;
    Bytes memory, capacity;
    for (int row = 0; row < m_inventory.hosts().rowCount(); ++row) {
        const auto *host = m_inventory.hosts().at(row);
        if (!host->isConnected())
            continue;
        ++hosts;
        threads += host->facts().cpuThreads;
        capacity = capacity + host->facts().memory;
    }
    const auto &list = m_inventory.machines();
    for (int row = 0; row < list.rowCount(); ++row) {
        const auto *machine = list.at(row);
        if (!isActive(machine->state()))
            continue;
        ++running;
        vcpus += machine->facts().vcpus;
        memory = memory + machine->facts().memory;
    }
    const auto on = tr("on %n hosts", nullptr, hosts);
    QStringList parts{tr("%1 %2").arg(tr("%n machines", nullptr, list.rowCount()), on), tr("%1 running").arg(QLocale().toString(running))};
    if (threads > 0 && running > 0)
        parts << tr("%1 of %2 cores").arg(QLocale().toString(vcpus), QLocale().toString(threads));
    if (!capacity.isZero() && running > 0)
        parts << format::sizeOf(memory, capacity);
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    const bool nothing = m_rows->rowCount() == 0 && list.rowCount() > 0;
    m_views->setCurrentWidget(nothing ? static_cast<QWidget *>(m_nothing) : m_asTable->isChecked() ? static_cast<QWidget *>(m_table) : m_cards);
}

void MachinesPage::chooseGroup(StateGroup group, const QString &name)
{
    m_rows->setGroup(group);
    m_group->setText(group == StateGroup::Any ? tr("State") : tr("State: %1").arg(name));
    m_group->setAccessibleName(m_group->text());
    summarize();
}

void MachinesPage::chooseHost(Host *host)
{
    m_rows->setHost(host);
    const auto words = host ? tr("Host: %1").arg(host->label()) : tr("Host");
    m_host->setText(foreignwords::label(words));
    m_host->setAccessibleName(words);
    summarize();
}

void MachinesPage::fillHostMenu()
{
    auto *menu = m_host->menu();
    menu->clear();
    connect(menu->addAction(tr("All hosts")), &QAction::triggered, this, [this] { chooseHost(nullptr); });
    for (int row = 0; row < m_inventory.hosts().rowCount(); ++row) {
        auto *host = m_inventory.hosts().at(row);
        connect(menu->addAction(foreignwords::label(host->label())), &QAction::triggered, host, [this, host] { chooseHost(host); });
    }
}

void MachinesPage::announce()
{
    const auto machines = chosen();
    m_bulk->setCount(int(machines.size()));
    Q_EMIT machinesSelected(machines);
}

void MachinesPage::openMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions.fill(menu);
    menu->popup(position);
}
