// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/machineactions.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "ui/common/confirm.h"
#include "ui/common/icons.h"
#include "ui/common/statetext.h"

#include <QAction>
#include <QMenu>

#include <algorithm>
#include <array>
#include <optional>

namespace {

constexpr std::array order{
    MachineVerb::OpenConsole, MachineVerb::Start,  MachineVerb::Pause, MachineVerb::Resume,
    MachineVerb::ShutDown,    MachineVerb::Reboot, MachineVerb::Reset, MachineVerb::Save,
    MachineVerb::Restore,     MachineVerb::DiscardSavedState, MachineVerb::ForceOff,
    MachineVerb::ChangeAutostart, MachineVerb::Rename, MachineVerb::Export, MachineVerb::Remove,
};

QIcon iconOf(MachineVerb verb)
{
    switch (verb) {
    case MachineVerb::Start: return icons::start();
    case MachineVerb::ShutDown: return icons::shutDown();
    case MachineVerb::Reboot: return icons::reboot();
    case MachineVerb::Reset: return icons::reset();
    case MachineVerb::ForceOff: return icons::forceOff();
    case MachineVerb::Pause: return icons::pause();
    case MachineVerb::Resume: return icons::resume();
    case MachineVerb::Save: return icons::save();
    case MachineVerb::Restore: return icons::resume();
    case MachineVerb::Rename: return icons::rename();
    case MachineVerb::OpenConsole: return icons::console();
    case MachineVerb::DiscardSavedState:
    case MachineVerb::ChangeAutostart:
    case MachineVerb::Export:
    case MachineVerb::Remove: break;
    }
    return {};
}

QKeySequence shortcutOf(MachineVerb verb)
{
    switch (verb) {
    case MachineVerb::OpenConsole: return QKeySequence(Qt::CTRL | Qt::Key_Return);
    case MachineVerb::Start: return QKeySequence(Qt::CTRL | Qt::Key_R);
    case MachineVerb::ShutDown: return QKeySequence(Qt::CTRL | Qt::Key_D);
    case MachineVerb::Reboot: return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    case MachineVerb::Pause: return QKeySequence(Qt::CTRL | Qt::Key_P);
    case MachineVerb::Resume: return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P);
    case MachineVerb::Save: return QKeySequence(Qt::CTRL | Qt::Key_S);
    case MachineVerb::ForceOff: return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    case MachineVerb::Reset: return QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    case MachineVerb::Rename: return QKeySequence(Qt::Key_F2);
    case MachineVerb::Remove: return QKeySequence(Qt::CTRL | Qt::Key_Delete);
    case MachineVerb::Restore:
    case MachineVerb::DiscardSavedState:
    case MachineVerb::Export:
    case MachineVerb::ChangeAutostart: break;
    }
    return {};
}

QStringList namesOf(const std::vector<Machine *> &machines)
{
    QStringList names;
    for (const auto *machine : machines)
        names << machine->name();
    return names;
}

/// What is asked before a verb that loses something; nothing for the others.
std::optional<Confirmation> questionBefore(MachineVerb verb, const std::vector<Machine *> &machines)
{
    const int count = int(machines.size());
    const auto name = machines.front()->name();
    Confirmation text{statetext::verb(verb), {}, {}, namesOf(machines), statetext::verb(verb)};
    switch (verb) {
    case MachineVerb::ForceOff:
        text.question = count == 1 ? MachineActions::tr("Force “%1” off?").arg(name) : MachineActions::tr("Force %n machines off?", nullptr, count);
        text.consequence = MachineActions::tr("This pulls the plug: what the guest has not written to its disks is lost.");
        return text;
    case MachineVerb::Reset:
        text.question = count == 1 ? MachineActions::tr("Reset “%1”?").arg(name) : MachineActions::tr("Reset %n machines?", nullptr, count);
        text.consequence = MachineActions::tr("This restarts without asking the guest: what it has not written to its disks is lost.");
        return text;
    case MachineVerb::DiscardSavedState:
        text.question = count == 1 ? MachineActions::tr("Discard the saved state of “%1”?").arg(name)
                                   : MachineActions::tr("Discard the saved state of %n machines?", nullptr, count);
        text.consequence = MachineActions::tr("The memory that was saved is deleted; the next start is a cold one. Disks stay as they are.");
        return text;
    case MachineVerb::Remove:
        text.question = count == 1 ? MachineActions::tr("Remove “%1” from its host?").arg(name)
                                   : MachineActions::tr("Remove %n machines from their hosts?", nullptr, count);
        text.consequence = MachineActions::tr("The definition is forgotten, with its saved state and firmware settings. All disks stay where they are.");
        return text;
    default: return std::nullopt;
    }
}

} // namespace

MachineActions::MachineActions(Inventory &inventory, QWidget *window) : QObject(window), m_window(window)
{
    for (const auto verb : order)
        window->addAction(make(verb, iconOf(verb), shortcutOf(verb)));
    action(MachineVerb::ChangeAutostart)->setCheckable(true);
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &MachineActions::refresh);
    connect(&inventory, &Inventory::machineChanged, this, [this](Machine *changed) {
        if (std::any_of(m_machines.cbegin(), m_machines.cend(), [changed](const auto &m) { return m == changed; }))
            refreshLater();
    });
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *gone) {
        if (std::erase_if(m_machines, [gone](const auto &m) { return m == gone; }))
            refreshLater();
    });
    refresh();
}

QAction *MachineActions::make(MachineVerb verb, const QIcon &icon, const QKeySequence &shortcut)
{
    auto *made = new QAction(icon, statetext::verb(verb), this);
    made->setShortcut(shortcut);
    // What a list is asked with; in a text or a console the key stays what it is there.
    if (verb == MachineVerb::Remove)
        made->setShortcuts({shortcut, QKeySequence(Qt::Key_Delete)});
    connect(made, &QAction::triggered, this, [this, verb] { trigger(verb); });
    m_actions.insert(verb, made);
    return made;
}

void MachineActions::setMachines(const std::vector<Machine *> &machines)
{
    m_machines.assign(machines.begin(), machines.end());
    refresh();
}

std::vector<Machine *> MachineActions::machines() const
{
    std::vector<Machine *> alive;
    for (const auto &machine : m_machines) {
        if (machine)
            alive.push_back(machine);
    }
    return alive;
}

QList<QAction *> MachineActions::all() const
{
    QList<QAction *> actions;
    for (const auto verb : order)
        actions << action(verb);
    return actions;
}

void MachineActions::fill(QMenu *menu) const
{
    menu->setToolTipsVisible(true);
    for (const auto verb : order) {
        if (verb == MachineVerb::ShutDown || verb == MachineVerb::Save || verb == MachineVerb::ForceOff || verb == MachineVerb::ChangeAutostart)
            menu->addSeparator();
        menu->addAction(action(verb));
    }
}

std::vector<Machine *> MachineActions::willing(MachineVerb verb) const
{
    auto able = machines();
    std::erase_if(able, [verb](const Machine *machine) { return !machine->may(verb); });
    return able;
}

void MachineActions::refreshLater()
{
    m_refresh.start();
}

void MachineActions::refresh()
{
    const auto chosen = machines();
    for (const auto verb : order) {
        auto *one = action(verb);
        const bool single = verb == MachineVerb::OpenConsole || verb == MachineVerb::Rename || verb == MachineVerb::Export;
        Permission why;
        bool any = false;
        for (const auto *machine : chosen) {
            const auto permission = machine->may(verb);
            any = any || permission;
            if (!permission && why)
                why = permission;
        }
        const bool enabled = any && (!single || chosen.size() == 1);
        one->setEnabled(enabled);
        if (enabled)
            one->setToolTip(one->shortcut().isEmpty() ? one->text()
                                                      : tr("%1 (%2)").arg(one->text(), one->shortcut().toString(QKeySequence::NativeText)));
        else if (chosen.empty())
            one->setToolTip(tr("No machine is selected."));
        else if (single && chosen.size() > 1)
            one->setToolTip(tr("This works on one machine at a time."));
        else
            one->setToolTip(statetext::refusal(why.refusal, verb));
    }
    action(MachineVerb::ChangeAutostart)
        ->setChecked(!chosen.empty() && std::all_of(chosen.begin(), chosen.end(), [](const Machine *m) { return m->facts().autostart; }));
}

void MachineActions::trigger(MachineVerb verb)
{
    const auto able = willing(verb);
    if (able.empty())
        return;
    const auto question = questionBefore(verb, able);
    if (!question) {
        run(verb, able);
        return;
    }
    // Machines may go while the question is open.
    std::vector<QPointer<Machine>> kept(able.begin(), able.end());
    confirm(m_window, *question, [this, verb, kept] {
        std::vector<Machine *> alive;
        for (const auto &machine : kept) {
            if (machine)
                alive.push_back(machine);
        }
        run(verb, alive);
    });
}

void MachineActions::run(MachineVerb verb, const std::vector<Machine *> &machines)
{
    // QAction has toggled itself already; the check mark follows the facts.
    const bool autostart = action(MachineVerb::ChangeAutostart)->isChecked();
    for (auto *machine : machines) {
        switch (verb) {
        case MachineVerb::OpenConsole: Q_EMIT consoleRequested(machine); break;
        case MachineVerb::Rename: Q_EMIT renameRequested(machine); break;
        case MachineVerb::Export: Q_EMIT exportRequested(machine); break;
        case MachineVerb::ChangeAutostart: machine->setAutostart(autostart); break;
        default: machine->perform(verb); break;
        }
    }
    refreshLater();
}
