// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/mainwindow.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "ui/common/errordialog.h"
#include "ui/common/statetext.h"
#include "ui/console/consolewindow.h"
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
#include "ui/main/windowactions.h"
#include "ui/main/windowdialogs.h"

#include <QDragEnterEvent>
#include <QLineEdit>
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
      m_hostActions(new HostActions(inventory, this)), m_actions(new WindowActions(inventory.settings(), this)),
      m_dialogs(new WindowDialogs(inventory, this)), m_pictures(new ScreenshotCache(inventory, this)), m_events(new RecentEvents(inventory, this))
{
    setAcceptDrops(true);
    setMinimumSize(760, 480);
    m_topBar = new TopBar(m_actions->newMachine, m_actions->addHost, m_actions->makeMenu(*m_machineActions, *m_hostActions, this), this);
    makePages();
    connectActions();
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
        [this] { return paletteEntries(m_inventory, this, m_machineActions->all() + m_hostActions->all() + m_actions->all()); }, this);
    refreshNewMachine();
    choosePage();
    m_sidebar->focusList();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectActions()
{
    const auto when = [this](QAction *action, auto &&run) { connect(action, &QAction::triggered, this, run); };
    when(m_actions->newMachine, [this] { m_dialogs->openWizard(hostInView(), {}); });
    when(m_actions->addHost, [this] { m_dialogs->openAddHost(); });
    when(m_actions->allMachines, [this] { showAllMachines(); });
    when(m_actions->asCards, [this] { showAllMachines(); m_machinesPage->showAsTable(false); });
    when(m_actions->asTable, [this] { showAllMachines(); m_machinesPage->showAsTable(true); });
    when(m_actions->search, [this] { m_palette->open(); });
    when(m_actions->filter, [this] { m_sidebar->focusSearch(); });
    when(m_actions->sortByName, [this] { m_sidebar->setOrderByState(false); });
    when(m_actions->sortByState, [this] { m_sidebar->setOrderByState(true); });
    when(m_actions->consoleWindow, [this] {
        if (auto *machine = qobject_cast<Machine *>(m_chosen.data()))
            ConsoleWindow::show(m_inventory, *machine);
    });
    when(m_actions->demonstration, [this] { openDemonstration(); });
    when(m_actions->preferences, [this] { m_dialogs->openPreferences(); });
    when(m_actions->about, [this] { m_dialogs->openAbout(); });
    when(m_actions->nextPart, [this] { goToPart(1); });
    when(m_actions->previousPart, [this] { goToPart(-1); });
    when(m_actions->quit, [this] { close(); });
    when(m_actions->openMenu, [this] { m_topBar->openMenu(); });
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
    connect(m_machineActions, &MachineActions::exportRequested, m_dialogs, &WindowDialogs::openExport);
    connect(m_hostActions, &HostActions::renameRequested, m_sidebar, qOverload<Host *>(&Sidebar::rename));
    connect(m_hostActions, &HostActions::newMachineRequested, this, [this](Host *host) { m_dialogs->openWizard(host, {}); });
    connect(m_welcome, &Welcome::newMachineRequested, this, [this] { m_dialogs->openWizard(nullptr, {}); });
    connect(m_welcome, &Welcome::addHostRequested, m_dialogs, &WindowDialogs::openAddHost);
    connect(m_welcome, &Welcome::demonstrationRequested, this, &MainWindow::openDemonstration);
    connect(m_dialogs, &WindowDialogs::creating, this, &MainWindow::openWhenThere);
    connect(m_dialogs, &WindowDialogs::hostAdded, this, &MainWindow::showHost);
    // What was chosen counts at once.
    connect(m_dialogs, &WindowDialogs::preferencesChanged, this, [this, pace = m_inventory.settings().get(keys::statisticsSeconds)]() mutable {
        m_sidebar->applyOrder();
        if (const int now = m_inventory.settings().get(keys::statisticsSeconds); now != std::exchange(pace, now))
            m_watch->startAnew();
    });
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
    m_dialogs->openWizard(hostInView(), path);
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
    m_actions->newMachine->setEnabled(any);
    m_actions->newMachine->setToolTip(any ? tr("New machine (%1)").arg(m_actions->newMachine->shortcut().toString(QKeySequence::NativeText))
                                 : tr("No host is connected that could run a machine."));
}

/// Where a new machine most likely belongs; null where all machines are shown.
Host *MainWindow::hostInView() const
{
    auto *machine = qobject_cast<Machine *>(m_chosen.data());
    return machine ? &machine->host() : qobject_cast<Host *>(m_chosen.data());
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

void MainWindow::openDemonstration()
{
    const auto uri = HostUri::parse(QStringLiteral("test:///default"));
    if (!uri)
        return;
    auto &host = m_inventory.hosts().add(*uri, {}, HostList::Keep::ForThisRun);
    host.connectToHost();
    showAllMachines();
}

void MainWindow::noteFinished(Job *job)
{
    if (job->state() == Job::State::Failed)
        showError(this, errortext::ofJob(*job));
}
