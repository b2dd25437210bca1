// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/machinepage.h"

#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "ui/common/accentbutton.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/common/statepill.h"
#include "ui/common/statetext.h"
#include "ui/common/tilelabel.h"
#include "ui/common/underlinetabs.h"
#include "ui/common/verbbutton.h"
#include "ui/console/consoletabs.h"
#include "ui/machine/overview.h"
#include "ui/main/machineactions.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
// Whoever goes back and forth between machines finds their screens as they were left.
constexpr size_t mostConsoles = 3;
} // namespace

MachinePage::MachinePage(Inventory &inventory, MachineActions &actions, ScreenshotCache &pictures, const RecentEvents &events, QWidget *parent)
    : QWidget(parent), m_inventory(inventory), m_actions(actions), m_tile(new TileLabel(this)), m_name(new ElidedLabel(this)),
      m_place(new ElidedLabel(this)), m_copy(new QToolButton(this)), m_state(new StatePill(this)), m_tabs(new UnderlineTabs(this)),
      m_stack(new QStackedWidget(this)), m_overview(new Overview(actions, pictures, events, this))
{
    m_stack->addWidget(m_overview);
    m_tabs->addTab(tr("Overview"));
    m_tabs->addTab(tr("Console"));
    m_tabs->setAccessibleName(tr("Views of the machine"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 16, 16, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead(actions));
    layout->addSpacing(8);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, this, &MachinePage::applyTab);
    m_age.setSingleShot(true);
    connect(&m_age, &QTimer::timeout, this, &MachinePage::writeState);
    connect(&inventory, &Inventory::machineRemoved, this, [this](const Machine *gone) {
        std::erase_if(m_consoles, [this, gone](ConsoleTabs *pane) {
            if (pane->machine() && pane->machine() != gone)
                return false;
            m_console = m_console == pane ? nullptr : m_console;
            drop(pane);
            return true;
        });
    });
}

QLayout *MachinePage::makeHead(MachineActions &actions)
{
    auto large = m_name->font();
    large.setPointSizeF(large.pointSizeF() * 1.45);
    large.setBold(true);
    m_name->setFont(large);
    m_place->setFaint(true);
    m_copy->setIcon(icons::copy());
    m_copy->setIconSize({13, 13});
    m_copy->setAutoRaise(true);
    m_copy->setText(tr("Copy address"));
    m_copy->setAccessibleName(tr("Copy address"));
    m_copy->setToolTip(tr("Copy address"));
    connect(m_copy, &QToolButton::clicked, this, [this] {
        if (m_machine)
            QGuiApplication::clipboard()->setText(m_machine->facts().addresses.value(0));
    });
    auto *place = new QHBoxLayout;
    place->setSpacing(4);
    place->addWidget(m_place);
    place->addWidget(m_copy);
    place->addStretch();
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addLayout(place);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_tile);
    head->addSpacing(8);
    head->addLayout(names, 1);
    head->addWidget(m_state);
    head->addSpacing(16);
    auto *open = new AccentButton(statetext::verb(MachineVerb::OpenConsole), this);
    auto *openAction = actions.action(MachineVerb::OpenConsole);
    const auto follow = [open, openAction] {
        open->setEnabled(openAction->isEnabled());
        open->setToolTip(openAction->toolTip());
    };
    connect(openAction, &QAction::changed, open, follow);
    follow();
    connect(open, &QPushButton::clicked, openAction, &QAction::trigger);
    head->addWidget(open);
    for (const auto verb : {MachineVerb::Start, MachineVerb::Pause, MachineVerb::Resume}) {
        auto *button = new VerbButton(actions.action(verb), this);
        button->hideWhileDisabled();
        head->addWidget(button);
    }
    auto *off = new VerbButton(tr("Shut down"), this);
    off->setIcon(icons::shutDown());
    auto *offMenu = new QMenu(off);
    offMenu->setToolTipsVisible(true);
    for (const auto verb : {MachineVerb::ShutDown, MachineVerb::Reboot, MachineVerb::Reset, MachineVerb::Save, MachineVerb::ForceOff})
        offMenu->addAction(actions.action(verb));
    off->setMenu(offMenu);
    head->addWidget(off);
    auto *more = new VerbButton(tr("More"), this);
    auto *menu = new QMenu(more);
    actions.fill(menu);
    more->setMenu(menu);
    head->addWidget(more);
    return head;
}

void MachinePage::setMachine(Machine *machine)
{
    if (machine == m_machine)
        return;
    if (m_machine) {
        disconnect(m_machine, nullptr, this, nullptr);
        m_lastTab.insert(m_machine->uuid(), m_tabs->currentIndex());
    }
    m_console = nullptr;
    m_machine = machine;
    m_overview->setMachine(machine);
    if (!machine)
        return;
    connect(machine, &Machine::changed, this, &MachinePage::write);
    write();
    const int tab = m_lastTab.value(machine->uuid(), int(Tab::Overview));
    m_tabs->setCurrentIndex(tab);
    applyTab(tab);
}

void MachinePage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
    applyTab(int(tab));
}

void MachinePage::applyTab(int index)
{
    if (index != int(Tab::Console) || !m_machine) {
        m_stack->setCurrentWidget(m_overview);
        return;
    }
    if (!m_console)
        m_console = consoleOf(*m_machine);
    m_stack->setCurrentWidget(m_console);
    m_console->activate();
}

ConsoleTabs *MachinePage::consoleOf(Machine &machine)
{
    const auto at = std::find_if(m_consoles.begin(), m_consoles.end(), [&machine](const ConsoleTabs *pane) { return pane->machine() == &machine; });
    ConsoleTabs *pane = nullptr;
    if (at != m_consoles.end()) {
        pane = *at;
        m_consoles.erase(at);
    } else {
        pane = new ConsoleTabs(m_inventory, machine, this);
        m_stack->addWidget(pane);
    }
    m_consoles.push_back(pane);
    if (m_consoles.size() > mostConsoles) {
        drop(m_consoles.front());
        m_consoles.erase(m_consoles.begin());
    }
    return pane;
}

void MachinePage::drop(ConsoleTabs *pane)
{
    m_stack->removeWidget(pane);
    pane->deleteLater();
}

void MachinePage::write()
{
    const auto &facts = m_machine->facts();
    m_tile->setTile(marks::tileOf(*m_machine));
    if (m_name->text() != facts.name)
        m_name->setText(facts.name);
    QStringList place;
    if (facts.details && !facts.details->osName.isEmpty())
        place << (facts.details->isInstalling && isActive(facts.state) ? tr("Installing %1").arg(facts.details->osName) : facts.details->osName);
    place << m_machine->host().label();
    if (!facts.addresses.isEmpty())
        place << facts.addresses.first();
    const auto words = place.join(QStringLiteral(" · "));
    if (m_place->text() != words)
        m_place->setText(words);
    m_copy->setVisible(!facts.addresses.isEmpty());
    writeState();
}

/// How long it has been running grows old without any event: by seconds at first, by minutes then.
void MachinePage::writeState()
{
    if (!m_machine)
        return;
    const auto &since = m_machine->facts().runningSince;
    auto state = statetext::of(m_machine->state());
    if (m_machine->state() == MachineState::Running && since.isValid()) {
        state = tr("%1 · %2").arg(state, format::since(since));
        if (isVisible())
            m_age.start(since.secsTo(QDateTime::currentDateTime()) < 60 ? 1s : 30s);
    }
    m_state->setState(m_machine->state(), state);
}

void MachinePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    writeState();
}
