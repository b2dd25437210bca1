// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoleview.h"

#include "core/settings/settings.h"
#include "ui/common/icons.h"
#include "ui/console/consolelink.h"
#include "ui/console/consolestatus.h"
#include "ui/console/consoletool.h"
#include "ui/console/consoletoolbar.h"
#include "ui/console/consolewords.h"
#include "ui/console/panneddisplay.h"
#include "ui/console/savepicture.h"
#include "ui/console/sendkeysmenu.h"
#include "viewer/widget/consolewidget.h"

#include <QActionGroup>
#include <QBoxLayout>
#include <QGridLayout>
#include <QMenu>
#include <QTimer>
#include <QToolButton>

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto hintStays = 4s;
constexpr QLatin1StringView scalingKey("consoleScaling");

ConsoleWidget::Scaling scalingOf(const QString &word)
{
    return word == u"1:1" ? ConsoleWidget::Scaling::OneToOne : ConsoleWidget::Scaling::Fit;
}
} // namespace

// Receives the signals itself, so that none reaches a view that is half destroyed.
class ConsoleView::Private final : public QObject {
public:
    Private(ConsoleView *view, ConsoleLink &shown, Settings &choices, const QString &key)
        : q(view), link(shown), settings(choices), settingsKey(key)
    {
    }

    void build();
    void buildTools();
    void buildScales();
    void listen();
    void refresh();
    void act();
    void hintAtRelease();
    void setScaling(ConsoleWidget::Scaling scaling);
    bool isLive() const { return link.state() == ConsoleLink::State::Live; }

    ConsoleView *q;
    ConsoleLink &link;
    Settings &settings;
    QString settingsKey;
    std::optional<StageCard::Words> ownCard;
    bool asking = false;
    bool wantsFocus = false;
    QTimer hint;

    ConsoleToolbar *toolbar = nullptr;
    ConsoleStatus *status = nullptr;
    QToolButton *keys = nullptr;
    QToolButton *picture = nullptr;
    QToolButton *scale = nullptr;
    QAction *fit = nullptr;
    QAction *oneToOne = nullptr;
    ConsoleWidget *screen = nullptr;
    StageCard *card = nullptr;
};

ConsoleView::ConsoleView(ConsoleLink &link, Settings &settings, const QString &key, QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, link, settings, key))
{
    d->build();
    d->listen();
    readSettings();
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
    auto *display = new PannedDisplay(ground);
    screen = display->view();
    screen->setAccessibleName(ConsoleView::tr("Console screen"));
    card = new StageCard(ground);
    stack->addWidget(display, 0, 0);
    stack->addWidget(card, 0, 0, Qt::AlignCenter);
    card->raise();
    status = new ConsoleStatus(link, *screen, q);
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(toolbar);
    column->addWidget(ground, 1);
    column->addWidget(status);
    buildTools();
    q->setFocusProxy(screen);
}

void ConsoleView::Private::buildTools()
{
    keys = consoleTool(toolbar, icons::sendKeys(), ConsoleView::tr("Send keys"));
    keys->setPopupMode(QToolButton::InstantPopup);
    keys->setMenu(q->makeSendKeysMenu(keys));
    picture = consoleTool(toolbar, icons::screenshot(), ConsoleView::tr("Picture"));
    picture->setToolTip(ConsoleView::tr("Save what the console shows as a PNG file"));
    connect(picture, &QToolButton::clicked, q, &ConsoleView::savePicture);
    buildScales();
    auto *fullScreen = consoleTool(toolbar, icons::fullScreen(), ConsoleView::tr("Full screen"));
    connect(fullScreen, &QToolButton::clicked, q, &ConsoleView::fullScreenRequested);
    for (auto *button : {keys, picture, scale, fullScreen})
        toolbar->addTool(button);
}

void ConsoleView::Private::buildScales()
{
    scale = consoleTool(toolbar, QIcon(), ConsoleView::tr("Scale"));
    scale->setPopupMode(QToolButton::InstantPopup);
    auto *scales = new QMenu(scale);
    auto *group = new QActionGroup(scales);
    fit = scales->addAction(ConsoleView::tr("Fit the window"));
    oneToOne = scales->addAction(ConsoleView::tr("Original size (1:1)"));
    for (auto *action : {fit, oneToOne}) {
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, action] {
            setScaling(action == oneToOne ? ConsoleWidget::Scaling::OneToOne : ConsoleWidget::Scaling::Fit);
            settings.setMachineValue(settingsKey, scalingKey, action == oneToOne ? QStringLiteral("1:1") : QStringLiteral("fit"));
        });
    }
    scale->setMenu(scales);
}

void ConsoleView::Private::listen()
{
    connect(&link, &ConsoleLink::changed, this, [this] { refresh(); });
    connect(&link, &ConsoleLink::sessionChanged, this, [this] { screen->setSession(link.session()); });
    connect(&link, &ConsoleLink::countdownChanged, this, [this] {
        if (!ownCard && link.state() == ConsoleLink::State::Lost)
            card->setText(consolewords::lost(link));
    });
    connect(screen, &ConsoleWidget::remoteSizeChanged, this, [this] { status->refresh(); });
    connect(screen, &ConsoleWidget::grabChanged, this, [this] {
        status->refresh();
        hintAtRelease();
    });
    hint.setSingleShot(true);
    connect(&hint, &QTimer::timeout, this, [this] { screen->setOverlay({}); });
    connect(card, &StageCard::acted, this, [this] { act(); });
    connect(card, &StageCard::passwordEntered, &link, &ConsoleLink::answer);
}

void ConsoleView::Private::refresh()
{
    const bool wasAsking = std::exchange(asking, !ownCard && link.state() == ConsoleLink::State::Password);
    const auto words = ownCard ? *ownCard : consolewords::of(link);
    if (!asking)
        card->tell(words);
    else if (!wasAsking)
        card->askPassword(link.wantsUser(), words.text);
    const bool bare = isLive() && !ownCard;
    card->setVisible(!bare);
    for (auto *button : {keys, picture})
        button->setEnabled(isLive());
    status->setCounting(bare && q->isVisible());
    status->refresh();
    if (bare && std::exchange(wantsFocus, false))
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
        screen->setOverlay(ConsoleView::tr("Press %1 to release keyboard and pointer").arg(consolewords::keys(screen->releaseKeys())));
        hint.start(hintStays);
    } else {
        hint.stop();
        screen->setOverlay({});
    }
}

void ConsoleView::Private::setScaling(ConsoleWidget::Scaling scaling)
{
    screen->setScaling(scaling);
    (scaling == ConsoleWidget::Scaling::Fit ? fit : oneToOne)->setChecked(true);
}

void ConsoleView::setTitle(const QString &name, const QString &place)
{
    d->toolbar->setTitle(name, place);
}

void ConsoleView::setCard(const std::optional<StageCard::Words> &card)
{
    d->ownCard = card;
    d->refresh();
}

void ConsoleView::addTool(QWidget *tool)
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
    const auto own = d->settings.machineValue(d->settingsKey, scalingKey).toString();
    d->setScaling(scalingOf(own.isEmpty() ? d->settings.get(keys::consoleScaling) : own));
    d->screen->setReleaseKeys(consolewords::modifiers(d->settings.get(keys::consoleReleaseKey)));
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

QMenu *ConsoleView::makeSendKeysMenu(QWidget *parent)
{
    auto *menu = new SendKeysMenu(parent);
    connect(menu, &SendKeysMenu::chosen, this, [this](const QList<quint32> &keysyms) {
        d->screen->sendKeys(keysyms);
        d->screen->setFocus();
    });
    return menu;
}

void ConsoleView::savePicture()
{
    ::savePicture(this, d->screen->picture(), d->toolbar->name());
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
