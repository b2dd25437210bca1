// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/consoletabs.h"

#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "ui/common/underlinetabs.h"
#include "ui/console/consolepane.h"
#include "ui/console/consoleview.h"
#include "ui/console/monitorpane.h"
#include "ui/console/textconsolepane.h"
#include "ui/console/textconsolewords.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace {
constexpr QLatin1StringView tabSetting("consoleTab");
constexpr QLatin1StringView displayTab("display");
constexpr QLatin1StringView monitorTab("monitor");
} // namespace

ConsoleTabs::ConsoleTabs(Inventory &inventory, Machine &machine, QWidget *parent)
    : QWidget(parent), m_inventory(inventory), m_machine(&machine), m_key(machine.uuid().toString(QUuid::WithoutBraces)),
      m_tabs(new UnderlineTabs(this)), m_stack(new QStackedWidget(this)), m_display(new ConsolePane(inventory, machine, this))
{
    m_tabs->setAccessibleName(tr("Consoles of the machine"));
    m_stack->addWidget(m_display);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_stack, 1);
    connect(&machine, &Machine::changed, this, &ConsoleTabs::refresh);
    connect(m_tabs, &QTabBar::currentChanged, this, &ConsoleTabs::showTab);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int index) {
        m_chosen = true;
        m_inventory.settings().setMachineValue(m_key, tabSetting, tabKey(index));
    });
    rebuildTabs();
    refresh();
}

void ConsoleTabs::refresh()
{
    if (!m_machine)
        return;
    m_machine->requestDetails();
    const auto details = m_machine->facts().details;
    if (details)
        takePorts(details->textPorts);
    const bool mayHaveDisplay = !details || !details->isContainer || !details->displays.empty() || m_ports.empty();
    if (std::exchange(m_hasDisplay, mayHaveDisplay) != mayHaveDisplay)
        rebuildTabs();
    const bool wantsMonitor = m_inventory.settings().get(keys::qemuMonitor);
    if (std::exchange(m_hasMonitor, wantsMonitor) != wantsMonitor)
        rebuildTabs();
    if (details && !m_chosen)
        chooseFirst();
}

void ConsoleTabs::takePorts(const std::vector<TextPortFacts> &facts)
{
    const bool same = facts.size() == m_ports.size()
                   && std::equal(facts.begin(), facts.end(), m_ports.begin(),
                                 [](const TextPortFacts &port, const Port &present) { return port.kind == present.facts.kind; });
    if (same) {
        for (size_t i = 0; i < facts.size(); ++i) {
            m_ports[i].facts = facts[i];
            if (m_ports[i].pane)
                m_ports[i].pane->setPort(facts[i]);
        }
        return;
    }
    for (const auto &port : m_ports) {
        if (port.pane)
            port.pane->deleteLater();
    }
    m_ports.clear();
    int serials = 0, consoles = 0;
    for (const auto &port : facts) {
        const int number = port.kind == TextPortFacts::Kind::Serial ? ++serials : ++consoles;
        m_ports.push_back({port, textconsolewords::label(port.kind, number)});
    }
    rebuildTabs();
}

void ConsoleTabs::rebuildTabs()
{
    const auto present = tabKey(m_tabs->currentIndex());
    int at = 0;
    {
        // Only until the new tabs stand: who chooses one while its pane is shown has to be heard.
        const QSignalBlocker quiet(m_tabs);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        const auto add = [&](const QString &text, const QString &key) {
            const int index = m_tabs->addTab(text);
            m_tabs->setTabData(index, key);
            if (key == present)
                at = index;
        };
        if (m_hasDisplay)
            add(tr("Display"), displayTab);
        for (size_t i = 0; i < m_ports.size(); ++i)
            add(m_ports[i].label, QStringLiteral("port%1").arg(i));
        if (m_hasMonitor)
            add(tr("Monitor"), monitorTab);
        m_tabs->setCurrentIndex(at);
        m_tabs->setVisible(m_bars && m_tabs->count() > 1);
    }
    showTab(at);
}

QString ConsoleTabs::tabKey(int index) const
{
    return m_tabs->tabData(index).toString();
}

/// Where the person was last; else on the display, and on the first port where there is none.
void ConsoleTabs::chooseFirst()
{
    m_chosen = true;
    const auto details = m_machine->facts().details;
    const auto wanted = m_inventory.settings().machineValue(m_key, tabSetting).toString();
    int first = m_hasDisplay && details->displays.empty() && !m_ports.empty() ? 1 : 0;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (tabKey(i) == wanted)
            first = i;
    }
    m_tabs->setCurrentIndex(first);
}

TextConsolePane *ConsoleTabs::paneOf(size_t index)
{
    auto &port = m_ports[index];
    if (!port.pane) {
        port.pane = new TextConsolePane(m_inventory, *m_machine, int(index), port.facts, port.label, this);
        if (m_ownWindow)
            port.pane->setInOwnWindow();
        port.pane->setBarsVisible(m_bars);
        m_stack->addWidget(port.pane);
    }
    return port.pane;
}

void ConsoleTabs::showTab(int index)
{
    const auto key = tabKey(index);
    QWidget *wanted = m_display;
    if (key == monitorTab && m_machine) {
        if (!m_monitor) {
            m_monitor = new MonitorPane(m_inventory, *m_machine, this);
            m_stack->addWidget(m_monitor);
        }
        wanted = m_monitor;
    } else if (key.startsWith(u"port") && m_machine) {
        wanted = paneOf(size_t(key.mid(4).toInt()));
    }
    m_stack->setCurrentWidget(wanted);
    setFocusProxy(wanted);
    if (isVisible())
        activate();
}

void ConsoleTabs::activate()
{
    refresh();
    auto *present = m_stack->currentWidget();
    if (present == m_display)
        m_display->activate();
    else if (present == m_monitor)
        m_monitor->activate();
    else if (auto *text = qobject_cast<TextConsolePane *>(present))
        text->activate();
}

void ConsoleTabs::setInOwnWindow()
{
    m_ownWindow = true;
    m_display->setInOwnWindow();
    for (const auto &port : m_ports) {
        if (port.pane)
            port.pane->setInOwnWindow();
    }
}

void ConsoleTabs::setBarsVisible(bool visible)
{
    m_bars = visible;
    m_tabs->setVisible(visible && m_tabs->count() > 1);
    m_display->view()->setBarsVisible(visible);
    for (const auto &port : m_ports) {
        if (port.pane)
            port.pane->setBarsVisible(visible);
    }
}

/// Ctrl+Tab and Ctrl+PageUp or PageDown, which terminals leave alone.
bool ConsoleTabs::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && m_tabs->count() > 1) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const bool control = key.modifiers() & Qt::ControlModifier;
        const bool on = key.key() == Qt::Key_Tab || key.key() == Qt::Key_PageDown;
        const bool back = key.key() == Qt::Key_Backtab || key.key() == Qt::Key_PageUp;
        if (control && (on || back)) {
            m_chosen = true;
            m_tabs->setCurrentIndex((m_tabs->currentIndex() + (on ? 1 : m_tabs->count() - 1)) % m_tabs->count());
            m_inventory.settings().setMachineValue(m_key, tabSetting, tabKey(m_tabs->currentIndex()));
            return true;
        }
    }
    return QWidget::event(event);
}

void ConsoleTabs::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}
