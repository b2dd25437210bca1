// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoleview.h"

#include "core/settings/settings.h"
#include "ui/common/icons.h"
#include "ui/console/clipboardtyping.h"
#include "ui/console/consolelink.h"
#include "ui/console/consolestatus.h"
#include "ui/console/consoletasks.h"
#include "ui/console/consoletool.h"
#include "ui/console/consoletoolbar.h"
#include "ui/console/consolewords.h"
#include "ui/console/filedrop.h"
#include "ui/console/furtherdisplays.h"
#include "ui/console/panneddisplay.h"
#include "ui/console/picturemenu.h"
#include "ui/console/sendkeysmenu.h"
#include "ui/console/sharingmenu.h"
#include "ui/console/usbmenu.h"
#include "ui/console/viewmenu.h"
#include "viewer/widget/consolewidget.h"
#include "viewer/widget/guestresize.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QTimer>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto hintStays = 4s;
// Shorter waits for the first picture are not worth a word.
constexpr auto waitingIsSaidAfter = 1s;
} // namespace

// Receives the signals itself, so that none reaches a view that is half destroyed.
class ConsoleView::Private final : public QObject {
public:
    Private(ConsoleView *view, ConsoleLink &shown, Settings &settings, const QString &key) : q(view), link(shown), choices(settings, key) {}

    void build();
    void buildTools();
    QToolButton *addMenuTool(const QIcon &icon, QMenu *menu);
    void listen();
    void takeSession();
    void refresh();
    /// What stands over the picture; nothing: the picture is there to be worked with.
    std::optional<StageCard::Words> words() const;
    void act();
    void hintAtRelease();
    void applyChoices();
    void applyViewOnly();
    bool isLive() const { return link.state() == ConsoleLink::State::Live; }

    ConsoleView *q;
    ConsoleLink &link;
    ConsoleChoices choices;
    std::optional<StageCard::Words> ownCard;
    bool asking = false;
    bool wantsFocus = false;
    Qt::KeyboardModifiers ownRelease; ///< none: as Preferences say
    bool dark = false;
    QTimer waiting;
    QTimer hint;

    ConsoleToolbar *toolbar = nullptr;
    ConsoleStatus *status = nullptr;
    ConsoleTasks *tasks = nullptr;
    QToolButton *keys = nullptr;
    QToolButton *typing = nullptr;
    QToolButton *picture = nullptr;
    QToolButton *usbTool = nullptr;
    UsbMenu *usb = nullptr;
    SharingMenu *sharing = nullptr;
    PictureMenu *pictures = nullptr;
    ViewMenu *looks = nullptr;
    PannedDisplay *display = nullptr;
    ConsoleWidget *screen = nullptr;
    StageCard *card = nullptr;
    std::unique_ptr<ClipboardTyping> clipboardTyping;
    std::unique_ptr<FileDrop> drops;
    std::unique_ptr<GuestResize> resize;
    std::unique_ptr<FurtherDisplays> further;
};

ConsoleView::ConsoleView(ConsoleLink &link, Settings &settings, const QString &key, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, link, settings, key))
{
    d->build();
    d->listen();
    readSettings();
    d->applyViewOnly();
    d->refresh();
}

ConsoleView::~ConsoleView()
{
    d->screen->setSession(nullptr);
}

void ConsoleView::Private::build()
{
    toolbar = new ConsoleToolbar(q);
    auto *ground = new QWidget(q);
    auto *stack = new QGridLayout(ground);
    stack->setContentsMargins(0, 0, 0, 0);
    display = new PannedDisplay(ground);
    screen = display->view();
    screen->setAccessibleName(ConsoleView::tr("Console screen"));
    card = new StageCard(ground);
    stack->addWidget(display, 0, 0);
    stack->addWidget(card, 0, 0, Qt::AlignCenter);
    card->raise();
    tasks = new ConsoleTasks(q);
    status = new ConsoleStatus(link, *screen, q);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(toolbar);
    column->addWidget(ground, 1);
    column->addWidget(tasks);
    column->addWidget(status);
    clipboardTyping = std::make_unique<ClipboardTyping>(choices, link, *tasks, *q);
    drops = std::make_unique<FileDrop>(link, *screen, *tasks);
    resize = std::make_unique<GuestResize>(*screen, *display);
    further = std::make_unique<FurtherDisplays>(link, choices, *screen, *q);
    buildTools();
    q->setFocusProxy(screen);
}

QToolButton *ConsoleView::Private::addMenuTool(const QIcon &icon, QMenu *menu)
{
    auto *tool = consoleTool(toolbar, icon, menu->title());
    tool->setPopupMode(QToolButton::InstantPopup);
    tool->setMenu(menu);
    toolbar->addTool(tool);
    return tool;
}

void ConsoleView::Private::buildTools()
{
    keys = addMenuTool(icons::sendKeys(), q->makeSendKeysMenu(toolbar));
    typing = consoleTool(toolbar, icons::typeClipboard(), ConsoleView::tr("Type clipboard"));
    connect(typing, &QToolButton::clicked, q, &ConsoleView::typeClipboard);
    toolbar->addTool(typing);
    usb = new UsbMenu(link, *tasks, toolbar);
    usbTool = addMenuTool(icons::usb(), usb);
    sharing = new SharingMenu(choices, link, toolbar);
    addMenuTool(icons::share(), sharing);
    connect(sharing, &SharingMenu::changed, this, [this] { status->setClipboardShared(sharing->sharesClipboard()); });
    pictures = new PictureMenu(*screen, *tasks, toolbar);
    picture = addMenuTool(icons::screenshot(), pictures);
    looks = new ViewMenu(choices, link, toolbar);
    addMenuTool(icons::view(), looks);
    auto *fullScreen = consoleTool(toolbar, icons::fullScreen(), ConsoleView::tr("Full screen"));
    connect(fullScreen, &QToolButton::clicked, q, [this] { Q_EMIT q->fullScreenRequested(choices.get(choice::monitor)); });
    toolbar->addTool(fullScreen);
}

void ConsoleView::Private::listen()
{
    connect(&link, &ConsoleLink::changed, this, [this] { refresh(); });
    connect(&link, &ConsoleLink::viewOnlyChanged, this, [this] {
        applyViewOnly();
        refresh();
    });
    connect(&link, &ConsoleLink::sessionChanged, this, [this] { takeSession(); });
    connect(&link, &ConsoleLink::countdownChanged, this, [this] {
        if (!ownCard && link.state() == ConsoleLink::State::Lost)
            card->setText(consolewords::lost(link));
    });
    connect(screen, &ConsoleWidget::remoteSizeChanged, this, [this] { status->refresh(); });
    connect(screen, &ConsoleWidget::liveChanged, this, [this] { refresh(); });
    connect(screen, &ConsoleWidget::grabChanged, this, [this] {
        status->refresh();
        hintAtRelease();
    });
    connect(clipboardTyping.get(), &ClipboardTyping::started, screen, [this] { screen->setFocus(); });
    connect(looks, &ViewMenu::changed, this, [this] { applyChoices(); });
    connect(looks, &ViewMenu::viewOnlyChosen, this, [this](bool on) {
        link.lookOnly(on);
        Q_EMIT q->viewOnlyChosen(on);
        screen->setFocus();
    });
    connect(looks, &ViewMenu::headRequested, further.get(), &FurtherDisplays::open);
    connect(looks, &ViewMenu::headCountRequested, further.get(), &FurtherDisplays::request);
    connect(looks, &ViewMenu::fullScreenRequested, this, [this](const QString &monitor) {
        choices.set(choice::monitor, monitor);
        Q_EMIT q->fullScreenRequested(monitor);
    });
    waiting.setSingleShot(true);
    connect(&waiting, &QTimer::timeout, this, [this] { refresh(); });
    hint.setSingleShot(true);
    connect(&hint, &QTimer::timeout, this, [this] { screen->setOverlay({}); });
    connect(card, &StageCard::acted, this, [this] { act(); });
    connect(card, &StageCard::passwordEntered, &link, &ConsoleLink::answer);
}

void ConsoleView::Private::takeSession()
{
    auto *session = link.session();
    dark = false;
    screen->setSession(session);
    resize->setSession(session);
    usb->listen();
    sharing->listen();
    drops->listen();
    further->listen();
    if (!session)
        return;
    session->setPictureQuality(choices.get(choice::quality));
    connect(session, &ConsoleSession::displayEnabledChanged, this, [this](bool enabled) {
        dark = !enabled;
        refresh();
    });
}

std::optional<StageCard::Words> ConsoleView::Private::words() const
{
    if (ownCard)
        return ownCard;
    if (!isLive())
        return consolewords::of(link);
    if (dark)
        return consolewords::dark();
    if (screen->isLive())
        return std::nullopt;
    return waiting.isActive() ? StageCard::Words{ConsoleView::tr("Connecting to the console…"), {}, {}} : consolewords::waiting();
}

void ConsoleView::Private::refresh()
{
    const bool wasAsking = std::exchange(asking, !ownCard && link.state() == ConsoleLink::State::Password);
    if (!isLive())
        waiting.start(waitingIsSaidAfter);
    const auto said = words();
    if (!asking)
        card->tell(said.value_or(StageCard::Words{}));
    else if (!wasAsking)
        card->askPassword(link.wantsUser(), said->text);
    card->setVisible(said.has_value());
    picture->setEnabled(isLive());
    for (auto *button : {keys, typing})
        button->setEnabled(isLive() && !link.isViewOnly());
    status->setCounting(isLive() && !ownCard && q->isVisible());
    status->refresh();
    if (isLive() && !ownCard && std::exchange(wantsFocus, false))
        screen->setFocus();
}

void ConsoleView::Private::act()
{
    if (ownCard) {
        Q_EMIT q->acted();
    } else {
        wantsFocus = true;
        link.retryNow();
    }
}

/// Where the pointer is caught, or the status line is away, the way out is said over the picture.
void ConsoleView::Private::hintAtRelease()
{
    auto *session = link.session();
    const bool caught = session && session->pointerMode() == ConsoleSession::PointerMode::Relative;
    if (screen->isGrabbed() && (caught || status->isHidden())) {
        screen->setOverlay(ConsoleView::tr("Press %1 to release keyboard and pointer").arg(consolewords::release(*screen)));
        hint.start(hintStays);
    } else {
        hint.stop();
        screen->setOverlay({});
    }
}

void ConsoleView::Private::applyChoices()
{
    const auto scale = choices.get(choice::scale);
    screen->setScaling(scale.mode, scale.percent);
    screen->setSmooth(choices.get(choice::smooth));
    resize->setEnabled(choices.get(choice::guestFollows) && !link.isViewOnly());
    if (auto *session = link.session(); session && session->pictureQuality() != choices.get(choice::quality))
        session->setPictureQuality(choices.get(choice::quality));
    looks->refresh();
    further->applyChoices();
}

void ConsoleView::Private::applyViewOnly()
{
    const auto why = consolewords::viewOnly(link);
    if (!why.isEmpty()) {
        clipboardTyping->stop();
        screen->releaseInput();
    }
    screen->setEnabled(why.isEmpty());
    keys->setToolTip(why.isEmpty() ? keys->text() : why);
    typing->setToolTip(why.isEmpty() ? ConsoleView::tr("Type this desktop's clipboard into the guest as keys") : why);
    sharing->applyViewOnly();
    applyChoices();
    Q_EMIT q->inputRefusalChanged();
}

void ConsoleView::setTitle(const QString &name, const QString &place)
{
    d->toolbar->setTitle(name, place);
    d->further->setTitle(name);
    d->pictures->setSubject(name);
}

void ConsoleView::setCard(const std::optional<StageCard::Words> &card)
{
    d->ownCard = card;
    d->refresh();
}

void ConsoleView::addTool(QToolButton *tool)
{
    d->toolbar->addTool(tool);
}

void ConsoleView::focusWhenLive()
{
    d->wantsFocus = true;
    d->refresh();
}

void ConsoleView::readSettings()
{
    d->screen->setReleaseKeys(d->ownRelease ? d->ownRelease : consolewords::modifiers(d->choices.settings().get(keys::consoleReleaseKey)));
    d->applyChoices();
}

void ConsoleView::setReleaseKeys(Qt::KeyboardModifiers keys)
{
    d->ownRelease = keys;
    readSettings();
}

void ConsoleView::setBarsVisible(bool visible)
{
    d->toolbar->setVisible(visible);
    d->status->setVisible(visible);
}

ConsoleWidget *ConsoleView::screen() const
{
    return d->screen;
}

ConsoleChoices &ConsoleView::choices() const
{
    return d->choices;
}

QMenu *ConsoleView::makeSendKeysMenu(QWidget *parent)
{
    auto *menu = new SendKeysMenu(d->choices.settings(), parent);
    connect(menu, &SendKeysMenu::chosen, this, [this](const QList<quint32> &keysyms) {
        d->screen->sendKeys(keysyms);
        d->screen->setFocus();
    });
    return menu;
}

QString ConsoleView::inputRefusal() const
{
    return consolewords::viewOnly(d->link);
}

void ConsoleView::typeClipboard()
{
    if (!d->link.isViewOnly())
        d->clipboardTyping->ask();
}

void ConsoleView::savePicture()
{
    d->pictures->save();
}

void ConsoleView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readSettings();
    d->refresh();
}

void ConsoleView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->status->setCounting(false);
}
