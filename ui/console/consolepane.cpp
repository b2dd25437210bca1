// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consolepane.h"

#include "core/inventory/inventory.h"
#include "core/settings/settings.h"
#include "ui/common/icons.h"
#include "ui/console/consolelink.h"
#include "ui/console/consoletool.h"
#include "ui/console/consolewindow.h"
#include "ui/console/consolewords.h"
#include "ui/console/openconsoles.h"
#include "ui/console/panneddisplay.h"
#include "ui/console/savepicture.h"
#include "ui/console/sendkeysmenu.h"
#include "ui/console/stagecard.h"
#include "viewer/widget/consolewidget.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr int grid = 8;
// A console that nobody looks at is let go after this; coming back within it costs nothing.
constexpr auto hiddenGrace = 30s;
constexpr auto figuresEvery = 1s;
constexpr auto hintStays = 4s;
constexpr QLatin1StringView scalingKey("consoleScaling");

ConsoleWidget::Scaling scalingOf(const QString &word)
{
    return word == u"1:1" ? ConsoleWidget::Scaling::OneToOne : ConsoleWidget::Scaling::Fit;
}

/// The display that can be shown here; null where there is none.
const DisplayFacts *shownDisplay(const MachineDetails &details)
{
    const auto vnc = std::find_if(details.displays.begin(), details.displays.end(),
                                  [](const DisplayFacts &display) { return display.kind == displays::vnc(); });
    return vnc == details.displays.end() ? nullptr : &*vnc;
}

} // namespace

// Receives the signals itself, so that none reaches a pane that is half destroyed.
class ConsolePane::Private final : public QObject {
public:
    Private(ConsolePane *pane, Inventory &all, Machine &shown)
        : q(pane), inventory(all), machine(&shown), machineKey(&shown), settingsKey(shown.uuid().toString(QUuid::WithoutBraces)),
          link(new ConsoleLink(shown, this))
    {
    }

    void build();
    void buildToolbar(QBoxLayout *column);
    void buildStatus(QBoxLayout *column);
    void listen();
    /// Decides what is shown and whether there is a link, from everything that is known now.
    void update();
    Stage decide();
    Stage decideLinked(const DisplayFacts &display);
    void show(Stage next);
    void act();
    void refreshTitle();
    void refreshStatus();
    void hintAtRelease();
    void readSettings();
    void setScaling(ConsoleWidget::Scaling scaling);

    ConsolePane *q;
    Inventory &inventory;
    QPointer<Machine> machine;
    const void *machineKey; ///< for comparing only: the machine may be gone
    QString settingsKey;
    ConsoleLink *link;
    Stage stage = Stage::Asking;
    bool looked = false;    ///< somebody looks, or did a moment ago
    bool ownWindow = false;
    bool wantsFocus = false;
    int framesPerSecond = 0;
    QTimer grace;
    QTimer figures;
    QTimer hint;

    QWidget *toolbar = nullptr;
    QWidget *status = nullptr;
    QLabel *name = nullptr;
    QLabel *hostName = nullptr;
    QToolButton *keys = nullptr;
    QToolButton *picture = nullptr;
    QToolButton *scale = nullptr;
    QAction *fit = nullptr;
    QAction *oneToOne = nullptr;
    QToolButton *window = nullptr;
    QToolButton *fullScreen = nullptr;
    QLabel *connection = nullptr;
    QLabel *size = nullptr;
    QLabel *rate = nullptr;
    QLabel *release = nullptr;
    ConsoleWidget *view = nullptr;
    StageCard *card = nullptr;
};

ConsolePane::ConsolePane(Inventory &inventory, Machine &machine, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, inventory, machine))
{
    d->build();
    d->listen();
    d->readSettings();
    d->refreshTitle();
    d->update();
}

ConsolePane::~ConsolePane()
{
    d->view->setSession(nullptr);
}

void ConsolePane::Private::build()
{
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildToolbar(column);
    auto *ground = new QWidget(q);
    auto *stack = new QGridLayout(ground);
    stack->setContentsMargins(0, 0, 0, 0);
    auto *display = new PannedDisplay(ground);
    view = display->view();
    view->setAccessibleName(ConsolePane::tr("Console screen"));
    card = new StageCard(ground);
    stack->addWidget(display, 0, 0);
    stack->addWidget(card, 0, 0, Qt::AlignCenter);
    card->raise();
    column->addWidget(ground, 1);
    buildStatus(column);
    q->setFocusProxy(view);
    q->setAccessibleName(ConsolePane::tr("Console"));
}

void ConsolePane::Private::buildToolbar(QBoxLayout *column)
{
    toolbar = new QWidget(q);
    name = new QLabel(toolbar);
    name->setTextFormat(Qt::PlainText);
    auto bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    hostName = new QLabel(toolbar);
    hostName->setTextFormat(Qt::PlainText);
    hostName->setForegroundRole(QPalette::PlaceholderText);

    keys = consoleTool(toolbar, icons::sendKeys(), ConsolePane::tr("Send keys"));
    keys->setPopupMode(QToolButton::InstantPopup);
    keys->setMenu(q->makeSendKeysMenu(keys));
    picture = consoleTool(toolbar, icons::screenshot(), ConsolePane::tr("Picture"));
    picture->setToolTip(ConsolePane::tr("Save what the console shows as a PNG file"));
    QObject::connect(picture, &QToolButton::clicked, q, &ConsolePane::savePicture);

    scale = consoleTool(toolbar, QIcon(), ConsolePane::tr("Scale"));
    scale->setPopupMode(QToolButton::InstantPopup);
    auto *scales = new QMenu(scale);
    auto *group = new QActionGroup(scales);
    fit = scales->addAction(ConsolePane::tr("Fit the window"));
    oneToOne = scales->addAction(ConsolePane::tr("Original size (1:1)"));
    for (auto *action : {fit, oneToOne}) {
        action->setCheckable(true);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, this, [this, action] {
            setScaling(action == oneToOne ? ConsoleWidget::Scaling::OneToOne : ConsoleWidget::Scaling::Fit);
            inventory.settings().setMachineValue(settingsKey, scalingKey, action == oneToOne ? QStringLiteral("1:1") : QStringLiteral("fit"));
        });
    }
    scale->setMenu(scales);
    window = consoleTool(toolbar, icons::console(), ConsolePane::tr("Own window"));
    QObject::connect(window, &QToolButton::clicked, this, [this] {
        if (machine)
            ConsoleWindow::show(inventory, *machine);
    });
    fullScreen = consoleTool(toolbar, icons::fullScreen(), ConsolePane::tr("Full screen"));
    QObject::connect(fullScreen, &QToolButton::clicked, this, [this] {
        if (ownWindow)
            Q_EMIT q->fullScreenRequested();
        else if (machine)
            ConsoleWindow::show(inventory, *machine)->setFullScreen(true);
    });

    auto *row = new QHBoxLayout(toolbar);
    row->setContentsMargins(12, 4, grid, 4);
    row->setSpacing(4);
    row->addWidget(name);
    row->addSpacing(4);
    row->addWidget(hostName);
    row->addStretch();
    for (auto *button : {keys, picture, scale, window, fullScreen})
        row->addWidget(button);
    column->addWidget(toolbar);
}

void ConsolePane::Private::buildStatus(QBoxLayout *column)
{
    status = new QWidget(q);
    auto *row = new QHBoxLayout(status);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(2 * grid);
    const auto add = [&](QLabel *&label) {
        label = new QLabel(status);
        label->setForegroundRole(QPalette::PlaceholderText);
        auto small = label->font();
        small.setPointSizeF(small.pointSizeF() * 0.92);
        label->setFont(small);
        row->addWidget(label);
    };
    add(connection);
    add(size);
    add(rate);
    row->addStretch();
    add(release);
    column->addWidget(status);
}

void ConsolePane::Private::listen()
{
    QObject::connect(machine, &Machine::changed, this, [this] {
        refreshTitle();
        update();
    });
    QObject::connect(&machine->host(), &Host::changed, this, [this] {
        refreshTitle();
        update();
    });
    QObject::connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *removed) {
        if (removed != machineKey)
            return;
        // The machine is still whole here, and is not a moment later.
        machine.clear();
        link->close();
        update();
    });
    QObject::connect(&OpenConsoles::all(), &OpenConsoles::changed, this, [this](const Machine *which) {
        if (which == machineKey)
            update();
    });
    QObject::connect(link, &ConsoleLink::changed, this, [this] { update(); });
    QObject::connect(link, &ConsoleLink::sessionChanged, this, [this] { view->setSession(link->session()); });
    QObject::connect(link, &ConsoleLink::countdownChanged, this, [this] {
        if (stage == Stage::Disconnected)
            card->setText(consolewords::lost(*link));
    });
    QObject::connect(view, &ConsoleWidget::remoteSizeChanged, this, [this](QSize pixels) {
        refreshStatus();
        Q_EMIT q->pictureSizeChanged(pixels);
    });
    QObject::connect(view, &ConsoleWidget::grabChanged, this, [this] {
        refreshStatus();
        hintAtRelease();
    });
    hint.setSingleShot(true);
    QObject::connect(&hint, &QTimer::timeout, this, [this] { view->setOverlay({}); });
    QObject::connect(card, &StageCard::acted, this, [this] { act(); });
    QObject::connect(card, &StageCard::passwordEntered, link, &ConsoleLink::answer);
    grace.setSingleShot(true);
    QObject::connect(&grace, &QTimer::timeout, this, [this] {
        looked = false;
        update();
    });
    QObject::connect(&figures, &QTimer::timeout, this, [this] {
        // Asked here alone: the session counts from one question to the next.
        if (link->session())
            framesPerSecond = int(link->session()->statistics().framesPerSecond + 0.5);
        refreshStatus();
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
    if (state != MachineState::Unknown && !isActive(state))
        return Stage::Off;
    const auto details = machine->facts().details;
    if (!details)
        return Stage::Asking;
    if (const auto *display = shownDisplay(*details))
        return decideLinked(*display);
    const bool spice = std::any_of(details->displays.begin(), details->displays.end(),
                                   [](const DisplayFacts &display) { return display.kind == displays::spice(); });
    return spice ? Stage::OnlySpice : Stage::NoDisplay;
}

ConsolePane::Stage ConsolePane::Private::decideLinked(const DisplayFacts &display)
{
    if (looked)
        link->open(display.index);
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
    const bool live = next == Stage::Live;
    const auto words = consolewords::of(next, machine, *link);
    if (next == Stage::Password) {
        if (entered || link->wasRefused())
            card->askPassword(link->wantsUser(), words.text);
    } else {
        card->tell(words.title, words.text, words.action);
    }
    card->setVisible(!live);
    for (auto *button : {keys, picture})
        button->setEnabled(live || next == Stage::Paused || next == Stage::Suspended);
    window->setEnabled(machine != nullptr);
    fullScreen->setEnabled(machine != nullptr);
    const bool counts = live && q->isVisible();
    if (counts != figures.isActive())
        counts ? figures.start(figuresEvery) : figures.stop();
    refreshStatus();
    if (live && wantsFocus) {
        wantsFocus = false;
        view->setFocus();
    }
    if (entered)
        Q_EMIT q->stageChanged(next);
}

void ConsolePane::Private::act()
{
    if (stage == Stage::Elsewhere && machine) {
        ConsoleWindow::show(inventory, *machine);
    } else if (stage == Stage::Off && machine) {
        wantsFocus = true;
        machine->start();
    } else if ((stage == Stage::Paused || stage == Stage::Suspended) && machine) {
        wantsFocus = true;
        machine->resume();
    } else if (stage == Stage::Disconnected) {
        wantsFocus = true;
        link->retryNow();
    } else if (stage == Stage::HostLost && machine) {
        machine->host().connectToHost();
    }
}

void ConsolePane::Private::refreshTitle()
{
    if (!machine)
        return;
    name->setText(machine->name());
    hostName->setText(ConsolePane::tr("on %1").arg(machine->host().label()));
}

void ConsolePane::Private::refreshStatus()
{
    const auto set = [](QLabel *label, const QString &text) {
        if (label->text() != text)
            label->setText(text);
    };
    auto *session = link->session();
    const bool shown = session && link->state() == ConsoleLink::State::Live;
    set(connection, shown ? consolewords::connection(session->protocolName(), link->path()) : QString());
    const auto pixels = shown ? session->framebuffer().size() : QSize();
    set(size, pixels.isEmpty() ? QString() : ConsolePane::tr("%1 × %2").arg(pixels.width()).arg(pixels.height()));
    set(rate, shown ? ConsolePane::tr("%n frame(s)/s", nullptr, framesPerSecond) : QString());
    const auto held = consolewords::keys(view->releaseKeys());
    release->setForegroundRole(shown && view->isGrabbed() ? QPalette::WindowText : QPalette::PlaceholderText);
    set(release, !shown ? QString()
                 : view->isGrabbed() ? ConsolePane::tr("Press %1 to release keyboard and pointer").arg(held)
                                     : ConsolePane::tr("Click into the picture to type; %1 releases").arg(held));
}

/// Where the pointer is caught, or the status line is away, the way out is said over the picture.
void ConsolePane::Private::hintAtRelease()
{
    auto *session = link->session();
    const bool caught = session && session->pointerMode() == ConsoleSession::PointerMode::Relative;
    if (view->isGrabbed() && (caught || status->isHidden())) {
        view->setOverlay(ConsolePane::tr("Press %1 to release keyboard and pointer").arg(consolewords::keys(view->releaseKeys())));
        hint.start(hintStays);
    } else {
        hint.stop();
        view->setOverlay({});
    }
}

void ConsolePane::Private::readSettings()
{
    auto &settings = inventory.settings();
    const auto own = settings.machineValue(settingsKey, scalingKey).toString();
    setScaling(scalingOf(own.isEmpty() ? settings.get(keys::consoleScaling) : own));
    view->setReleaseKeys(consolewords::modifiers(settings.get(keys::consoleReleaseKey)));
}

void ConsolePane::Private::setScaling(ConsoleWidget::Scaling scaling)
{
    view->setScaling(scaling);
    (scaling == ConsoleWidget::Scaling::Fit ? fit : oneToOne)->setChecked(true);
}

void ConsolePane::activate()
{
    d->looked = true;
    d->wantsFocus = true;
    d->grace.stop();
    d->readSettings();
    d->update();
    if (d->stage == Stage::Live)
        d->view->setFocus();
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

void ConsolePane::setBarsVisible(bool visible)
{
    d->toolbar->setVisible(visible);
    d->status->setVisible(visible);
}

QMenu *ConsolePane::makeSendKeysMenu(QWidget *parent)
{
    auto *menu = new SendKeysMenu(parent);
    connect(menu, &SendKeysMenu::chosen, this, [this](const QList<quint32> &keysyms) {
        d->view->sendKeys(keysyms);
        d->view->setFocus();
    });
    return menu;
}

void ConsolePane::savePicture()
{
    ::savePicture(this, d->view->picture(), d->name->text());
}

void ConsolePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    d->looked = true;
    d->grace.stop();
    d->readSettings();
    d->update();
}

void ConsolePane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->figures.stop();
    d->grace.start(hiddenGrace);
}
