// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/textconsolepane.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "ui/common/confirm.h"
#include "ui/common/errordialog.h"
#include "ui/common/format.h"
#include "ui/common/icons.h"
#include "ui/console/consoletool.h"
#include "ui/console/consoletoolbar.h"
#include "ui/console/consolewindow.h"
#include "ui/console/consolewords.h"
#include "ui/console/openconsoles.h"
#include "ui/console/portlogging.h"
#include "ui/console/portsession.h"
#include "ui/console/stagecard.h"
#include "ui/console/terminalfiles.h"
#include "ui/console/terminalfindbar.h"
#include "ui/console/terminalmenu.h"
#include "ui/console/textconsolewords.h"
#include "viewer/terminal/serialsession.h"
#include "viewer/terminal/terminalwidget.h"

#include <QApplication>
#include <QBoxLayout>
#include <QDesktopServices>
#include <QGridLayout>
#include <QLabel>
#include <QPointer>
#include <QToolButton>
#include <QUrl>

#include <optional>

namespace {
constexpr int grid = 8;
} // namespace

// Receives the signals itself, so that none reaches a pane that is half destroyed.
class TextConsolePane::Private final : public QObject {
public:
    Private(TextConsolePane *pane, Inventory &all, Machine &shown, int number, const TextPortFacts &facts, QString text)
        : q(pane), inventory(all), machine(&shown), machineKey(&shown), index(number), label(std::move(text)),
          port(PortSession::of(all, shown, number, facts)), session(&port->session())
    {
    }

    void build();
    void buildStatus(QBoxLayout *column);
    void listen();
    void listenToTerminal();
    void readSettings();
    /// Decides what stands over the terminal and whether there is a session, from everything that is known now.
    void update();
    StageCard::Words words() const;
    std::optional<ConsolePane::Stage> machineStage() const;
    void act();
    void refreshStatus();
    void askPaste(const QString &text, int lines);

    TextConsolePane *q;
    Inventory &inventory;
    QPointer<Machine> machine;
    const void *machineKey; ///< for comparing only: the machine may be gone
    const int index; ///< of the port
    QString label;
    std::shared_ptr<PortSession> port;
    SerialSession *session;
    std::unique_ptr<PortLogging> logging;
    bool ownWindow = false;
    bool opened = false;

    ConsoleToolbar *toolbar = nullptr;
    QToolButton *window = nullptr;
    TerminalWidget *terminal = nullptr;
    TerminalMenu *menu = nullptr;
    TerminalFindBar *findBar = nullptr;
    StageCard *card = nullptr;
    QWidget *status = nullptr;
    QLabel *place = nullptr;
    QLabel *size = nullptr;
    QLabel *log = nullptr;
    QLabel *notice = nullptr;
};

TextConsolePane::TextConsolePane(Inventory &inventory, Machine &machine, int index, const TextPortFacts &port, const QString &label,
                                 QWidget *parent)
    : QWidget(parent), d(std::make_unique<Private>(this, inventory, machine, index, port, label))
{
    d->build();
    d->readSettings();
    d->listen();
    d->listenToTerminal();
    d->update();
}

TextConsolePane::~TextConsolePane()
{
    // Its signals are for what goes with the rest of `d`.
    d->terminal->disconnect(d.get());
    d->session->disconnect(d.get());
    d->port->leave(d.get());
}

void TextConsolePane::Private::build()
{
    auto *column = new QVBoxLayout(q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    toolbar = new ConsoleToolbar(q);
    auto *ground = new QWidget(q);
    auto *stack = new QGridLayout(ground);
    stack->setContentsMargins(0, 0, 0, 0);
    terminal = new TerminalWidget(ground);
    terminal->setAccessibleName(label);
    card = new StageCard(ground);
    stack->addWidget(terminal, 0, 0);
    stack->addWidget(card, 0, 0, Qt::AlignCenter);
    card->raise();
    findBar = new TerminalFindBar(*terminal, q);
    menu = new TerminalMenu(*terminal, q);
    logging = std::make_unique<PortLogging>(inventory, *machine, index, label, *port, *menu, *q);

    auto *find = consoleTool(toolbar, icons::search(), TextConsolePane::tr("Search"));
    connect(find, &QToolButton::clicked, findBar, &TerminalFindBar::open);
    auto *more = consoleTool(toolbar, icons::menu(), TextConsolePane::tr("Terminal"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(menu);
    window = consoleTool(toolbar, icons::console(), TextConsolePane::tr("Own window"));
    connect(window, &QToolButton::clicked, this, [this] {
        if (machine)
            ConsoleWindow::show(inventory, *machine);
    });
    for (auto *tool : {find, more, window})
        toolbar->addTool(tool);
    column->addWidget(toolbar);
    column->addWidget(findBar);
    column->addWidget(ground, 1);
    buildStatus(column);
    q->setFocusProxy(terminal);
}

void TextConsolePane::Private::buildStatus(QBoxLayout *column)
{
    status = new QWidget(q);
    auto *row = new QHBoxLayout(status);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(2 * grid);
    const auto add = [&](QLabel *&text) {
        text = new QLabel(status);
        text->setTextFormat(Qt::PlainText);
        text->setForegroundRole(QPalette::PlaceholderText);
        auto small = text->font();
        small.setPointSizeF(small.pointSizeF() * 0.92);
        text->setFont(small);
        row->addWidget(text);
    };
    add(place);
    add(size);
    add(log);
    row->addStretch();
    add(notice);
    column->addWidget(status);
}

void TextConsolePane::Private::listen()
{
    connect(machine, &Machine::changed, this, [this] { update(); });
    connect(&machine->host(), &Host::changed, this, [this] { update(); });
    connect(&inventory, &Inventory::machineRemoved, this, [this](Machine *removed) {
        if (removed != machineKey)
            return;
        machine.clear();
        update();
    });
    connect(&OpenConsoles::all(), &OpenConsoles::changed, this, [this](const Machine *which) {
        if (which == machineKey)
            update();
    });
    connect(session, &SerialSession::stateChanged, this, [this] { update(); });
    connect(session, &SerialSession::countdownChanged, this, [this] {
        if (session->state() == SerialSession::State::Lost && !machineStage())
            card->setText(textconsolewords::lost(*session, port->error()));
    });
    connect(session, &SerialSession::received, this, [this](const QByteArray &bytes) {
        if (port->isUsedBy(this)) // or the one that is in front would get the answers of two terminals
            terminal->feed(bytes);
    });
    connect(session, &SerialSession::skippedChanged, this, [this] { refreshStatus(); });
    connect(session, &SerialSession::logFailed, this, [this](const QString &path, const QString &reason) {
        refreshStatus();
        if (!port->isUsedBy(this))
            return;
        const Error why{Error::Kind::NoSpace, reason.isEmpty() ? QStringLiteral("The disk does not keep up.") : reason, path};
        showError(q, errortext::of(why, TextConsolePane::tr("The log of %1 has ended: the file could not be written.").arg(label)));
    });
    connect(card, &StageCard::acted, this, [this] { act(); });
}

void TextConsolePane::Private::listenToTerminal()
{
    connect(terminal, &TerminalWidget::typed, this, [this](const QByteArray &bytes) {
        if (port->isUsedBy(this) && !session->send(bytes) && session->state() == SerialSession::State::Live)
            QApplication::beep();
    });
    connect(terminal, &TerminalWidget::pasteAsked, this, [this](const QString &text, int lines) { askPaste(text, lines); });
    connect(terminal, &TerminalWidget::gridSizeChanged, this, [this] { refreshStatus(); });
    connect(terminal, &TerminalWidget::findRequested, findBar, &TerminalFindBar::open);
    connect(terminal, &TerminalWidget::bell, this, [] { QApplication::beep(); });
    connect(terminal, &TerminalWidget::linkActivated, this, [](const QString &address) { QDesktopServices::openUrl(QUrl(address)); });
    connect(terminal, &TerminalWidget::fontPointsChanged, this,
            [this](double points) { inventory.settings().set(keys::terminalPoints, points); });
    terminal->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(terminal, &QWidget::customContextMenuRequested, this, [this](QPoint at) { menu->popup(terminal->mapToGlobal(at)); });
    connect(menu, &TerminalMenu::findRequested, findBar, &TerminalFindBar::open);
    connect(menu, &TerminalMenu::saveRequested, this, [this] { saveTerminalText(q, terminal->allText(), toolbar->name()); });
    connect(logging.get(), &PortLogging::changed, this, [this] { refreshStatus(); });
}

void TextConsolePane::Private::readSettings()
{
    const auto &settings = inventory.settings();
    terminal->setScrollback(settings.get(keys::terminalScrollback));
    terminal->setCopyOnSelect(settings.get(keys::terminalCopyOnSelect));
    if (const double points = settings.get(keys::terminalPoints); points > 0)
        terminal->setFontPoints(points);
}

/// What the machine has to say; nothing where the session has the word.
std::optional<ConsolePane::Stage> TextConsolePane::Private::machineStage() const
{
    using Stage = ConsolePane::Stage;
    if (!machine)
        return Stage::Gone;
    if (!ownWindow && OpenConsoles::all().windowOf(machine))
        return Stage::Elsewhere;
    if (!machine->host().isConnected())
        return Stage::HostLost;
    const auto state = machine->state();
    if (state == MachineState::Starting || state == MachineState::Restoring)
        return Stage::Changing;
    if (!isActive(state))
        return state == MachineState::Unknown ? Stage::Asking : Stage::Off;
    if (session->state() != SerialSession::State::Live)
        return std::nullopt;
    if (state == MachineState::Paused)
        return Stage::Paused;
    return state == MachineState::Suspended ? std::optional(Stage::Suspended) : std::nullopt;
}

StageCard::Words TextConsolePane::Private::words() const
{
    if (const auto stage = machineStage())
        return consolewords::of(*stage, machine);
    return textconsolewords::of(*session, port->error());
}

void TextConsolePane::Private::update()
{
    const auto stage = machineStage();
    if (machine)
        toolbar->setTitle(machine->name(), TextConsolePane::tr("on %1").arg(machine->host().label()));
    if (stage == ConsolePane::Stage::Elsewhere || stage == ConsolePane::Stage::Gone) {
        if (port->isUsedBy(this)) {
            port->leave(this); // may say stateChanged(), which comes back here
            update();
            return;
        }
    } else if (opened && !port->isUsedBy(this)) {
        port->use(this);
    }
    const auto told = words();
    card->tell(told);
    card->setVisible(!told.title.isEmpty());
    // A machine that stands still does not read: what is typed would pile up before its port.
    terminal->setReadOnly(session->state() != SerialSession::State::Live || stage == ConsolePane::Stage::Paused);
    window->setEnabled(machine != nullptr);
    menu->setLive(session->state() == SerialSession::State::Live);
    refreshStatus();
}

void TextConsolePane::Private::act()
{
    if (!machine)
        return;
    const auto stage = machineStage();
    if (stage == ConsolePane::Stage::Elsewhere)
        ConsoleWindow::show(inventory, *machine);
    else if (stage == ConsolePane::Stage::Off)
        machine->start();
    else if (stage == ConsolePane::Stage::Paused || stage == ConsolePane::Stage::Suspended)
        machine->resume();
    else if (stage == ConsolePane::Stage::HostLost)
        machine->host().connectToHost();
    else if (session->state() == SerialSession::State::Held)
        session->takeOver();
    else
        session->retryNow();
    terminal->setFocus();
}

void TextConsolePane::Private::refreshStatus()
{
    const auto set = [](QLabel *text, const QString &words) {
        if (text->text() != words)
            text->setText(words);
        text->setVisible(!words.isEmpty());
    };
    const bool live = session->state() == SerialSession::State::Live;
    QStringList where;
    if (live && machine) {
        if (!port->port().path.isEmpty())
            where << port->port().path;
        where << textconsolewords::path(machine->host().uri());
    }
    set(place, where.join(QStringLiteral(" · ")));
    const auto cells = terminal->gridSize();
    set(size, TextConsolePane::tr("%1 × %2").arg(cells.width()).arg(cells.height()));
    set(log, logging->words());
    set(notice, session->skipped() > 0 ? TextConsolePane::tr("%1 came too fast to be shown").arg(format::size(Bytes(quint64(session->skipped()))))
                                       : QString());
    logging->refresh();
}

void TextConsolePane::Private::askPaste(const QString &text, int lines)
{
    confirm(q,
            {TextConsolePane::tr("Paste"), TextConsolePane::tr("Paste %n line(s)?", nullptr, lines),
             TextConsolePane::tr("A shell runs each line as soon as it arrives. Paste only what you have read."), text.left(2000).split(u'\n'),
             TextConsolePane::tr("Paste")},
            [self = QPointer<TextConsolePane>(q), text] {
                if (self)
                    self->terminal()->pasteNow(text);
            });
}

void TextConsolePane::setPort(const TextPortFacts &port)
{
    d->port->setPort(port);
    d->refreshStatus();
}

void TextConsolePane::activate()
{
    d->opened = true;
    d->readSettings();
    d->update();
    d->terminal->setFocus();
}

void TextConsolePane::setInOwnWindow()
{
    d->ownWindow = true;
    d->window->setVisible(false);
    d->update();
}

void TextConsolePane::setBarsVisible(bool visible)
{
    d->toolbar->setVisible(visible);
    d->status->setVisible(visible);
}

TerminalWidget *TextConsolePane::terminal() const
{
    return d->terminal;
}
