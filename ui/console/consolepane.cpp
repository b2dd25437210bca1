// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolepane.h"

#include "core/inventory/inventory.h"
#include "core/jobs/job.h"
#include "ui/common/icons.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoletool.h"
#include "ui/console/consoleview.h"
#include "ui/console/consolewindow.h"
#include "ui/console/consolewords.h"
#include "ui/console/machineroute.h"
#include "ui/console/openconsoles.h"
#include "ui/console/powermenu.h"
#include "ui/console/sessionkinds.h"

#include <QBoxLayout>
#include <QTimer>
#include <QToolButton>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace {
// A console that nobody looks at is let go after this; coming back within it costs nothing.
constexpr auto hiddenGrace = 30s;
} // namespace

// Receives the signals itself, so that none reaches a pane that is half destroyed.
class ConsolePane::Private final : public QObject {
public:
    Private(ConsolePane *pane, Inventory &all, Machine &shown)
        : q(pane), inventory(all), machine(&shown), machineKey(&shown), link(new ConsoleLink(this)),
          view(new ConsoleView(*link, all.settings(), shown.uuid().toString(QUuid::WithoutBraces), pane))
    {
    }

    void build();
    void listen();
    /// Decides what is shown and whether there is a link, from everything that is known now.
    void update();
    Stage decide();
    Stage decideLinked(const DisplayFacts &display);
    void openLink(int display);
    bool mayConnect() const { return wantsConnection || view->choices().get(choice::connects); }
    void addDisplay();
    void show(Stage next);
    void act();
    void refreshTitle();

    ConsolePane *q;
    Inventory &inventory;
    QPointer<Machine> machine;
    const void *machineKey; ///< for comparing only: the machine may be gone
    ConsoleLink *link;
    ConsoleView *view;
    QToolButton *window = nullptr;
    Stage stage = Stage::Asking;
    int linkedDisplay = -1; ///< libvirt's index of the one that the link was opened for
    bool looked = false;    ///< somebody looks, or did a moment ago
    bool wantsConnection = false; ///< a person said so, for one that does not connect by itself
    bool displayAdded = false;    ///< to the definition, since it was started
    bool ownWindow = false;
    QTimer grace;
};

ConsolePane::ConsolePane(Inventory &inventory, Machine &machine, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, inventory, machine))
{
    d->build();
    d->listen();
    d->refreshTitle();
    d->update();
}

ConsolePane::~ConsolePane()
{
    // It reads the link, which goes with the rest of `d`.
    delete d->view;
}

void ConsolePane::Private::build()
{
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(view);
    link->lookOnly(view->choices().get(choice::viewOnly));
    window = consoleTool(view, icons::console(), ConsolePane::tr("Own window"));
    connect(window, &QToolButton::clicked, this, [this] {
        if (machine)
            ConsoleWindow::show(inventory, *machine);
    });
    view->addTool(window);
    auto *power = consoleTool(view, icons::shutDown(), ConsolePane::tr("Power"));
    power->setToolButtonStyle(Qt::ToolButtonIconOnly);
    power->setToolTip(power->text());
    power->setPopupMode(QToolButton::InstantPopup);
    power->setMenu(new PowerMenu(inventory, machine, power));
    view->addTool(power);
    q->setFocusProxy(view);
    q->setAccessibleName(ConsolePane::tr("Console"));
}

void ConsolePane::Private::listen()
{
    const auto follow = [this] {
        refreshTitle();
        update();
    };
    connect(machine, &Machine::changed, this, follow);
    connect(&machine->host(), &Host::changed, this, follow);
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *removed) {
        if (removed != machineKey)
            return;
        // The machine is still whole here, and is not a moment later.
        machine.clear();
        link->close();
        update();
    });
    connect(&OpenConsoles::all(), &OpenConsoles::changed, this, [this](const Machine *which) {
        if (which == machineKey)
            update();
    });
    connect(link, &ConsoleLink::changed, this, [this] { update(); });
    connect(view, &ConsoleView::viewOnlyChosen, this, [this](bool on) { view->choices().set(choice::viewOnly, on); });
    connect(view, &ConsoleView::acted, this, [this] { act(); });
    connect(view, &ConsoleView::fullScreenRequested, this, [this](const QString &monitor) {
        if (ownWindow)
            Q_EMIT q->fullScreenRequested(monitor);
        else if (machine)
            ConsoleWindow::show(inventory, *machine)->fillScreen(monitor);
    });
    grace.setSingleShot(true);
    connect(&grace, &QTimer::timeout, this, [this] {
        looked = false;
        wantsConnection = false;
        update();
    });
}

ConsolePane::Stage ConsolePane::Private::decide()
{
    if (!machine)
        return Stage::Gone;
    if (!ownWindow && OpenConsoles::all().windowOf(machine))
        return Stage::Elsewhere;
    // A picture that still comes in is worth more than a management connection that is away for a moment.
    const bool live = link->state() == ConsoleLink::State::Live;
    if (!machine->host().isConnected() && !live)
        return Stage::HostLost;
    const auto state = machine->state();
    if (state == MachineState::Starting || state == MachineState::Restoring)
        return Stage::Changing;
    if (state != MachineState::Unknown && !isActive(state)) {
        displayAdded = false;
        return Stage::Off;
    }
    const auto details = machine->facts().details;
    if (!details)
        return Stage::Asking;
    if (const auto *display = sessionkinds::shown(*details))
        return decideLinked(*display);
    if (!details->displays.empty())
        return Stage::ForeignDisplay;
    return displayAdded ? Stage::DisplayAdded : Stage::NoDisplay;
}

ConsolePane::Stage ConsolePane::Private::decideLinked(const DisplayFacts &display)
{
    if (looked && mayConnect())
        openLink(display.index);
    else if (link->state() == ConsoleLink::State::Idle && !mayConnect())
        return Stage::Unconnected;
    switch (link->state()) {
    case ConsoleLink::State::Idle:
    case ConsoleLink::State::Connecting: return Stage::Connecting;
    case ConsoleLink::State::Password: return Stage::Password;
    case ConsoleLink::State::Lost: return Stage::Disconnected;
    case ConsoleLink::State::Live: break;
    }
    if (machine->state() == MachineState::Paused)
        return Stage::Paused;
    return machine->state() == MachineState::Suspended ? Stage::Suspended : Stage::Live;
}

void ConsolePane::Private::openLink(int display)
{
    const bool same = std::exchange(linkedDisplay, display) == display;
    if (link->state() == ConsoleLink::State::Idle) {
        link->lookOnly(view->choices().get(choice::viewOnly)); // another console of the machine may have changed it
        link->open(std::make_unique<MachineRoute>(*machine, display));
    } else if (!same) {
        link->close(); // says changed(), which comes back here
    }
}

void ConsolePane::Private::update()
{
    if (machine && looked)
        machine->requestDetails();
    const auto next = decide();
    const bool linked = next == Stage::Connecting || next == Stage::Password || next == Stage::Disconnected || next == Stage::Live
                        || next == Stage::Paused || next == Stage::Suspended;
    if ((!linked || !looked) && link->state() != ConsoleLink::State::Idle) {
        link->close(); // says changed(), which comes back here
        return;
    }
    show(next);
}

void ConsolePane::Private::show(Stage next)
{
    const bool entered = stage != next;
    stage = next;
    const bool linkSpeaks = next == Stage::Connecting || next == Stage::Password || next == Stage::Disconnected || next == Stage::Live;
    view->setCard(linkSpeaks ? std::nullopt : std::optional(consolewords::of(next, machine)));
    window->setEnabled(machine != nullptr);
    if (entered)
        Q_EMIT q->stageChanged(next);
}

void ConsolePane::Private::act()
{
    if (!machine)
        return;
    if (stage == Stage::Elsewhere) {
        ConsoleWindow::show(inventory, *machine);
    } else if (stage == Stage::Off) {
        view->focusWhenLive();
        machine->start();
    } else if (stage == Stage::Paused || stage == Stage::Suspended) {
        view->focusWhenLive();
        machine->resume();
    } else if (stage == Stage::HostLost) {
        machine->host().connectToHost();
    } else if (stage == Stage::Unconnected) {
        wantsConnection = true;
        view->focusWhenLive();
        update();
    } else if (stage == Stage::NoDisplay) {
        addDisplay();
    }
}

void ConsolePane::Private::addDisplay()
{
    auto *job = &machine->addDisplay();
    connect(job, &Job::finished, this, [this, job] {
        displayAdded = displayAdded || job->state() == Job::State::Succeeded;
        if (machine)
            machine->requestDetails();
        update();
    });
}

void ConsolePane::Private::refreshTitle()
{
    if (machine)
        view->setTitle(machine->name(), ConsolePane::tr("on %1").arg(machine->host().label()));
}

void ConsolePane::activate()
{
    d->looked = true;
    d->grace.stop();
    d->view->readSettings();
    d->update();
    d->view->focusWhenLive();
}

ConsolePane::Stage ConsolePane::stage() const
{
    return d->stage;
}

Machine *ConsolePane::machine() const
{
    return d->machine;
}

void ConsolePane::setInOwnWindow()
{
    d->ownWindow = true;
    d->window->setVisible(false);
    d->update();
}

ConsoleView *ConsolePane::view() const
{
    return d->view;
}

void ConsolePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->looked = true;
    d->grace.stop();
    d->update();
}

void ConsolePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->grace.start(hiddenGrace);
}
