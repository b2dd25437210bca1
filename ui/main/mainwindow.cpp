// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/mainwindow.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "ui/common/appearance.h"
#include "ui/common/errordialog.h"
#include "ui/common/icons.h"
#include "ui/common/statetext.h"
#include "ui/console/consolewindow.h"
#include "ui/create/createwizard.h"
#include "ui/hosts/addhostdialog.h"
#include "ui/hosts/credentialprompts.h"
#include "ui/hosts/hostactions.h"
#include "ui/hosts/hostpage.h"
#include "ui/jobs/jobbar.h"
#include "ui/machine/machinepage.h"
#include "ui/machine/recentevents.h"
#include "ui/main/commandpalette.h"
#include "ui/main/machineactions.h"
#include "ui/main/machinespage.h"
#include "ui/main/paletteentries.h"
#include "ui/main/screenshotcache.h"
#include "ui/main/sidebar.h"
#include "ui/main/statisticswatch.h"
#include "ui/main/topbar.h"
#include "ui/main/welcome.h"
#include "ui/preferences/preferencesdialog.h"

#include <QActionGroup>
#include <QApplication>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace {

/// The dropped thing that a machine can be made from; empty where there is none.
QString mediaIn(const QMimeData *data)
{
    for (const auto &url : data->urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

MainWindow::MainWindow(Inventory &inventory, QWidget *parent)
    : QMainWindow(parent), m_inventory(inventory), m_machineActions(new MachineActions(inventory, this)),
      m_hostActions(new HostActions(inventory, this)), m_pictures(new ScreenshotCache(inventory, this)), m_events(new RecentEvents(inventory, this))
{
    setAcceptDrops(true);
    setMinimumSize(760, 480);
    makeActions();
    m_topBar = new TopBar(m_newMachine, m_addHost, makeMenu(), this);
    makePages();
    connectParts();
    restoreLayout();
    new CredentialPrompts(inventory.credentials(), this);
    m_watch = new StatisticsWatch(inventory, this, [this](Host *host) {
        if (m_pages->currentWidget() == m_machinesPage || m_chosen == host || m_sidebar->isExpanded(host))
            return true;
        const auto *machine = qobject_cast<Machine *>(m_chosen.data());
        return machine && &machine->host() == host;
    });
    m_palette = new CommandPalette(
        m_topBar->field(),
        [this] { return paletteEntries(m_inventory, this, m_machineActions->all() + m_hostActions->all() + m_general); }, this);
    refreshNewMachine();
    choosePage();
    m_sidebar->focusList();
}

MainWindow::~MainWindow() = default;

void MainWindow::makeActions()
{
    const auto make = [this](const QIcon &icon, const QString &text, const QKeySequence &keys, auto &&run) {
        auto *action = new QAction(icon, text, this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m_general << action;
        return action;
    };
    m_newMachine = make(icons::create(), tr("New machine"), QKeySequence::New, [this] { openWizard(hostInView(), {}); });
    m_addHost = make(icons::addHost(), tr("Add host…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N), [this] { addHost(); });
    make(icons::allMachines(), tr("All machines"), QKeySequence(Qt::CTRL | Qt::Key_1), [this] { showAllMachines(); });
    make(icons::viewCards(), tr("Show as cards"), QKeySequence(Qt::CTRL | Qt::Key_2), [this] { showAllMachines(); m_machinesPage->showAsTable(false); });
    make(icons::viewTable(), tr("Show as table"), QKeySequence(Qt::CTRL | Qt::Key_3), [this] { showAllMachines(); m_machinesPage->showAsTable(true); });
    make(icons::search(), tr("Search"), QKeySequence(Qt::CTRL | Qt::Key_K), [this] { m_palette->open(); });
    make({}, tr("Filter machines"), QKeySequence::Find, [this] { m_sidebar->focusSearch(); });
    make({}, tr("Sort the sidebar by name"), {}, [this] { m_sidebar->setOrderByState(false); });
    make({}, tr("Sort the sidebar by state"), {}, [this] { m_sidebar->setOrderByState(true); });
    make(icons::console(), tr("Console in its own window"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return), [this] {
        if (auto *machine = qobject_cast<Machine *>(m_chosen.data()))
            ConsoleWindow::show(m_inventory, *machine);
    });
    make(icons::machine(), tr("Open demonstration host"), {}, [this] { openDemonstration(); });
    make(icons::settings(), tr("Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { openPreferences(); });
    make({}, tr("About Vivarium"), {}, [this] { openAbout(); });
    make({}, tr("Next part of the window"), QKeySequence(Qt::Key_F6), [this] { goToPart(1); });
    make({}, tr("Previous part of the window"), QKeySequence(Qt::SHIFT | Qt::Key_F6), [this] { goToPart(-1); });
    auto *quit = make({}, tr("Quit"), QKeySequence::Quit, [this] { close(); });
    quit->setMenuRole(QAction::QuitRole);
    auto *menuKey = new QAction(tr("Menu"), this);
    menuKey->setShortcut(Qt::Key_F10);
    connect(menuKey, &QAction::triggered, this, [this] { m_topBar->openMenu(); });
    addAction(menuKey);
}

QMenu *MainWindow::makeMenu()
{
    auto *menu = new QMenu(tr("Menu"), this);
    menu->setAccessibleName(tr("Menu"));
    menu->addActions({m_newMachine, m_addHost});
    menu->addSeparator();
    m_machineActions->fill(menu->addMenu(tr("Machine")));
    auto *host = menu->addMenu(tr("Host"));
    host->setToolTipsVisible(true);
    host->addActions(m_hostActions->all());
    auto *view = menu->addMenu(tr("View"));
    const auto named = [this](const QString &text) {
        const auto found = std::find_if(m_general.cbegin(), m_general.cend(), [&text](const QAction *a) { return a->text() == text; });
        return *found;
    };
    view->addActions({named(tr("All machines")), named(tr("Show as cards")), named(tr("Show as table"))});
    view->addSeparator();
    view->addActions({named(tr("Sort the sidebar by name")), named(tr("Sort the sidebar by state")), named(tr("Filter machines"))});
    view->addSeparator();
    view->addActions({named(tr("Console in its own window")), named(tr("Search"))});
    auto *look = menu->addMenu(tr("Appearance"));
    auto *looks = new QActionGroup(this);
    const std::pair<QString, QString> choices[]{{QStringLiteral("system"), tr("As the desktop")}, {QStringLiteral("light"), tr("Light")}, {QStringLiteral("dark"), tr("Dark")}};
    for (const auto &choice : choices) {
        auto *action = look->addAction(choice.second);
        action->setCheckable(true);
        action->setChecked(m_inventory.settings().get(keys::appearance) == choice.first);
        looks->addAction(action);
        connect(action, &QAction::triggered, this, [this, value = choice.first] {
            m_inventory.settings().set(keys::appearance, value);
            appearance::apply(value);
        });
        connect(look, &QMenu::aboutToShow, action, [this, action, value = choice.first] {
            action->setChecked(m_inventory.settings().get(keys::appearance) == value);
        });
    }
    menu->addSeparator();
    menu->addActions({named(tr("Preferences…")), named(tr("Open demonstration host")), named(tr("About Vivarium"))});
    menu->addSeparator();
    menu->addAction(named(tr("Quit")));
    return menu;
}

void MainWindow::makePages()
{
    m_sidebar = new Sidebar(m_inventory, *m_machineActions, *m_hostActions, this);
    m_pages = new QStackedWidget(this);
    m_empty = new QWidget(m_pages);
    m_pages->addWidget(m_empty);
    m_machinesPage = new MachinesPage(m_inventory, *m_machineActions, *m_pictures, m_pages);
    m_pages->addWidget(m_machinesPage);
    m_welcome = new Welcome(m_inventory, m_pages);
    m_pages->addWidget(m_welcome);
    m_splitter = new QSplitter(this);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(1, 1);
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_topBar);
    layout->addWidget(m_splitter, 1);
    m_jobBar = new JobBar(m_inventory.jobs(), middle);
    layout->addWidget(m_jobBar);
    setCentralWidget(middle);
}

void MainWindow::connectParts()
{
    connect(m_sidebar, &Sidebar::allChosen, this, &MainWindow::showAllMachines);
    connect(m_sidebar, &Sidebar::hostChosen, this, &MainWindow::showHost);
    connect(m_sidebar, &Sidebar::machineChosen, this, &MainWindow::showMachine);
    connect(m_sidebar, &Sidebar::machineActivated, this, &MainWindow::showConsole);
    connect(m_sidebar, &Sidebar::machinesSelected, m_machineActions, &MachineActions::setMachines);
    connect(m_sidebar, &Sidebar::expansionChanged, this, [this] { m_watch->lookAgain(); });
    connect(m_machinesPage, &MachinesPage::machineActivated, this, &MainWindow::showMachine);
    connect(m_machinesPage, &MachinesPage::machinesSelected, m_machineActions, &MachineActions::setMachines);
    connect(m_machineActions, &MachineActions::consoleRequested, this, &MainWindow::showConsole);
    connect(m_machineActions, &MachineActions::renameRequested, m_sidebar, qOverload<Machine *>(&Sidebar::rename));
    connect(m_hostActions, &HostActions::renameRequested, m_sidebar, qOverload<Host *>(&Sidebar::rename));
    connect(m_hostActions, &HostActions::newMachineRequested, this, [this](Host *host) { openWizard(host, {}); });
    connect(m_welcome, &Welcome::newMachineRequested, this, [this] { openWizard(nullptr, {}); });
    connect(m_welcome, &Welcome::addHostRequested, this, &MainWindow::addHost);
    connect(m_welcome, &Welcome::demonstrationRequested, this, &MainWindow::openDemonstration);
    connect(&m_inventory.jobs(), &JobList::jobFinished, this, &MainWindow::noteFinished);
    connect(&m_inventory, &Inventory::machineRemoved, this, &MainWindow::noteRemoved);
    connect(&m_inventory, &Inventory::machineChanged, this, [this](Machine *machine) {
        if (machine == m_chosen)
            retitle();
    });
    // Whether there is anything to show is looked at once per burst of changes.
    m_choose.setSingleShot(true);
    m_choose.setInterval(0);
    connect(&m_choose, &QTimer::timeout, this, [this] {
        refreshNewMachine();
        choosePage();
    });
    const auto later = [this] { m_choose.start(); };
    connect(&m_inventory.machines(), &QAbstractItemModel::rowsInserted, this, later);
    connect(&m_inventory.machines(), &QAbstractItemModel::rowsRemoved, this, later);
    connect(&m_inventory.machines(), &QAbstractItemModel::modelReset, this, later);
    connect(&m_inventory, &Inventory::defaultsChosen, this, later);
    const auto attend = [this, later](Host *host) {
        // Core knows only addresses; what people call them is said here, once.
        if (host->label() == host->uri().toString())
            host->setLabel(statetext::hostLabel(host->uri()));
        connect(host, &Host::changed, this, later);
        connect(host, &Host::listed, this, later);
        later();
    };
    for (int row = 0; row < m_inventory.hosts().rowCount(); ++row)
        attend(m_inventory.hosts().at(row));
    connect(&m_inventory.hosts(), &HostList::hostAdded, this, attend);
    connect(&m_inventory.hosts(), &HostList::hostAboutToBeRemoved, this, [this](Host *host) {
        const auto *machine = qobject_cast<Machine *>(m_chosen.data());
        if (m_chosen == host || (machine && &machine->host() == host))
            showAllMachines();
        if (m_hostPage && m_hostPage->host() == host)
            m_hostPage->setHost(nullptr);
        m_choose.start();
    });
}

void MainWindow::restoreLayout()
{
    auto &settings = m_inventory.settings();
    if (!restoreGeometry(settings.get(keys::windowGeometry))) {
        const auto room = screen()->availableSize();
        resize(QSize(1280, 800).boundedTo(room));
    }
    if (!m_splitter->restoreState(settings.get(keys::windowSplitter)))
        m_splitter->setSizes({270, width() - 270});
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_painted) {
        m_painted = true;
        // After this frame was flushed.
        QTimer::singleShot(0, this, &MainWindow::firstPainted);
    }
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_inventory.settings().set(keys::windowGeometry, saveGeometry());
    m_inventory.settings().set(keys::windowSplitter, m_splitter->saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!mediaIn(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const auto path = mediaIn(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openWizard(hostInView(), path);
}

void MainWindow::showAllMachines()
{
    m_chosen = nullptr;
    m_sidebar->markAll();
    choosePage();
}

void MainWindow::showHost(Host *host)
{
    if (!host)
        return;
    m_chosen = host;
    m_sidebar->mark(host);
    choosePage();
}

void MainWindow::showMachine(Machine *machine)
{
    if (!machine)
        return;
    m_chosen = machine;
    m_sidebar->mark(machine);
    choosePage();
}

void MainWindow::showConsole(Machine *machine)
{
    showMachine(machine);
    if (machine)
        m_machinePage->showTab(MachinePage::Tab::Console);
}

void MainWindow::choosePage()
{
    auto *page = static_cast<QWidget *>(m_machinesPage);
    if (auto *machine = qobject_cast<Machine *>(m_chosen.data())) {
        if (!m_machinePage) {
            m_machinePage = new MachinePage(m_inventory, *m_machineActions, *m_pictures, *m_events, m_pages);
            m_pages->addWidget(m_machinePage);
        }
        if (m_pages->currentWidget() != m_machinePage || m_machinePage->machine() != machine) {
            m_machineActions->setMachines({machine});
            m_hostActions->setHost(&machine->host());
        }
        m_machinePage->setMachine(machine);
        page = m_machinePage;
    } else if (auto *host = qobject_cast<Host *>(m_chosen.data())) {
        if (!m_hostPage) {
            m_hostPage = new HostPage(m_inventory, *m_hostActions, *m_machineActions, m_pages);
            m_pages->addWidget(m_hostPage);
            connect(m_hostPage, &HostPage::machineActivated, this, &MainWindow::showMachine);
            connect(m_hostPage, &HostPage::machinesSelected, m_machineActions, &MachineActions::setMachines);
        }
        if (m_pages->currentWidget() != m_hostPage || m_hostPage->host() != host) {
            m_machineActions->setMachines({});
            m_hostPage->setHost(host);
        }
        page = m_hostPage;
    } else if (Welcome::isCalledFor(m_inventory)) {
        m_welcome->refresh();
        page = m_welcome;
    }
    if (page != m_pages->currentWidget() && page == m_machinesPage)
        m_machineActions->setMachines(m_machinesPage->chosen());
    m_pages->setCurrentWidget(page);
    if (m_machinePage && page != m_machinePage && m_machinePage->machine())
        m_machinePage->setMachine(nullptr);
    if (m_watch)
        m_watch->lookAgain();
    retitle();
}

void MainWindow::retitle()
{
    QString what;
    if (const auto *machine = qobject_cast<Machine *>(m_chosen.data()))
        what = machine->name();
    else if (const auto *host = qobject_cast<Host *>(m_chosen.data()))
        what = host->label();
    const auto title = what.isEmpty() ? tr("Vivarium") : tr("%1 — Vivarium").arg(what);
    if (windowTitle() != title)
        setWindowTitle(title);
}

void MainWindow::goToPart(int by)
{
    const std::array<QWidget *, 4> parts{m_topBar, m_sidebar, m_pages, m_jobBar};
    const auto *now = focusWidget();
    const auto here = std::find_if(parts.begin(), parts.end(), [now](const QWidget *part) { return now && part->isAncestorOf(now); });
    const int count = int(parts.size());
    const int at = here == parts.end() ? (by > 0 ? count - 1 : 0) : int(here - parts.begin());
    for (int step = 1; step < count; ++step) {
        const auto *part = parts[size_t(((at + by * step) % count + count) % count)];
        if (part == m_sidebar) {
            m_sidebar->focusList();
            return;
        }
        auto *widget = part->nextInFocusChain();
        for (; part->isAncestorOf(widget); widget = widget->nextInFocusChain()) {
            if (widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)) {
                widget->setFocus(Qt::TabFocusReason);
                return;
            }
        }
    }
}

void MainWindow::noteRemoved(Machine *machine)
{
    if (m_machinePage && m_machinePage->machine() == machine)
        m_machinePage->setMachine(nullptr);
    if (m_chosen != machine)
        return;
    // The host may be on its way out too; all machines are always there.
    auto *host = &machine->host();
    m_inventory.hosts().rowOf(host) >= 0 ? showHost(host) : showAllMachines();
}

void MainWindow::refreshNewMachine()
{
    bool any = false;
    for (int row = 0; row < m_inventory.hosts().rowCount(); ++row)
        any = any || m_inventory.hosts().at(row)->isConnected();
    m_newMachine->setEnabled(any);
    m_newMachine->setToolTip(any ? tr("New machine (%1)").arg(m_newMachine->shortcut().toString(QKeySequence::NativeText))
                                 : tr("No host is connected that could run a machine."));
}

/// Where a new machine most likely belongs; null where all machines are shown.
Host *MainWindow::hostInView() const
{
    auto *machine = qobject_cast<Machine *>(m_chosen.data());
    return machine ? &machine->host() : qobject_cast<Host *>(m_chosen.data());
}

void MainWindow::openWizard(Host *preselected, const QString &media)
{
    if (!m_wizard) {
        m_wizard = new CreateWizard(m_inventory, preselected, this);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_wizard, &CreateWizard::jobStarted, this, &MainWindow::openWhenThere);
    }
    if (!media.isEmpty())
        m_wizard->setMedia(media);
    m_wizard->show();
    m_wizard->raise();
    m_wizard->activateWindow();
}

void MainWindow::openWhenThere(Job *job)
{
    // A new machine's screen is what the person waits for; unless they have gone elsewhere meanwhile.
    const QPointer<QObject> chosen = m_chosen;
    connect(job, &Job::finished, this, [this, job, chosen] {
        auto *machine = qobject_cast<Machine *>(job->target());
        if (job->state() != Job::State::Succeeded || !machine || m_chosen != chosen)
            return;
        isActive(machine->state()) ? showConsole(machine) : showMachine(machine);
    });
}

void MainWindow::addHost()
{
    // Not modal: a connection's test may put questions, in windows beside it.
    if (!m_addHostDialog) {
        m_addHostDialog = new AddHostDialog(m_inventory, this);
        m_addHostDialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_addHostDialog, &AddHostDialog::hostAdded, this, &MainWindow::showHost);
    }
    m_addHostDialog->show();
    m_addHostDialog->raise();
    m_addHostDialog->activateWindow();
}

void MainWindow::openDemonstration()
{
    const auto uri = HostUri::parse(QStringLiteral("test:///default"));
    if (!uri)
        return;
    auto &host = m_inventory.hosts().add(*uri, {}, HostList::Keep::ForThisRun);
    host.connectToHost();
    showAllMachines();
}

void MainWindow::openPreferences()
{
    auto *dialog = new PreferencesDialog(m_inventory.settings(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What was chosen counts at once.
    connect(dialog, &PreferencesDialog::changed, this, [this, pace = m_inventory.settings().get(keys::statisticsSeconds)]() mutable {
        m_sidebar->applyOrder();
        if (const int now = m_inventory.settings().get(keys::statisticsSeconds); now != std::exchange(pace, now))
            m_watch->startAnew();
    });
    dialog->show();
}

void MainWindow::openAbout()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Vivarium"),
                                tr("<h3>Vivarium %1</h3><p>Virtual machines on this computer and on others, through libvirt.</p>"
                                   "<p>Free software under the GNU General Public License, version 3 or later.</p>")
                                    .arg(QApplication::applicationVersion()),
                                QMessageBox::Close, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIconPixmap(windowIcon().pixmap(64));
    box->open();
}

void MainWindow::noteFinished(Job *job)
{
    // A host's own page says why it cannot be reached, and goes on trying.
    if (job->state() == Job::State::Failed && job->kind() != JobKind::ConnectHost)
        showError(this, errortext::ofJob(*job));
}
