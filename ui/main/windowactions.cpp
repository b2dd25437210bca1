// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main/windowactions.h"

#include "core/hosts/host.h"
#include "core/settings/settings.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/hosts/hostactions.h"
#include "ui/main/machineactions.h"

#include <QActionGroup>
#include <QMenu>

#include <utility>

WindowActions::WindowActions(Settings &settings, QWidget *window)
    : QObject(window), newMachine(make(icons::create(), tr("New machine"), QKeySequence::New)),
      addHost(make(icons::addHost(), tr("Add host…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N))),
      allMachines(make(icons::allMachines(), tr("All machines"), QKeySequence(Qt::CTRL | Qt::Key_1))),
      asCards(make(icons::viewCards(), tr("Show as cards"), QKeySequence(Qt::CTRL | Qt::Key_2))),
      asTable(make(icons::viewTable(), tr("Show as table"), QKeySequence(Qt::CTRL | Qt::Key_3))),
      search(make(icons::search(), tr("Search"), QKeySequence(Qt::CTRL | Qt::Key_K))),
      filter(make({}, tr("Filter machines"), QKeySequence::Find)), sortByName(make({}, tr("Sort the sidebar by name"), {})),
      sortByState(make({}, tr("Sort the sidebar by state"), {})),
      consoleWindow(make(icons::console(), tr("Console in its own window"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return))),
      demonstration(make(icons::machine(), tr("Open demonstration host"), {})),
      preferences(make(icons::settings(), tr("Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma))),
      about(make({}, tr("About Vivarium"), {})), nextPart(make({}, tr("Next part of the window"), QKeySequence(Qt::Key_F6))),
      previousPart(make({}, tr("Previous part of the window"), QKeySequence(Qt::SHIFT | Qt::Key_F6))),
      quit(make({}, tr("Quit"), QKeySequence::Quit)), openMenu(new QAction(tr("Menu"), window)), m_settings(settings)
{
    quit->setMenuRole(QAction::QuitRole);
    openMenu->setShortcut(Qt::Key_F10);
    window->addAction(openMenu);
}

QAction *WindowActions::make(const QIcon &icon, const QString &text, const QKeySequence &keys)
{
    auto *window = static_cast<QWidget *>(parent());
    auto *action = new QAction(icon, text, window);
    action->setShortcut(keys);
    window->addAction(action);
    m_all << action;
    return action;
}

QMenu *WindowActions::makeMenu(MachineActions &machines, const HostActions &hosts, QWidget *parent) const
{
    auto *menu = new QMenu(tr("Menu"), parent);
    menu->setAccessibleName(tr("Menu"));
    menu->addActions({newMachine, addHost});
    menu->addSeparator();
    machines.fill(menu->addMenu(tr("Machine")));
    auto *host = menu->addMenu(tr("Host"));
    host->setToolTipsVisible(true);
    host->addActions(hosts.all());
    auto *view = menu->addMenu(tr("View"));
    view->addActions({allMachines, asCards, asTable});
    view->addSeparator();
    view->addActions({sortByName, sortByState, filter});
    view->addSeparator();
    view->addActions({consoleWindow, search});
    menu->addMenu(appearanceMenu(menu));
    menu->addSeparator();
    menu->addActions({preferences, demonstration, about});
    menu->addSeparator();
    menu->addAction(quit);
    return menu;
}

QMenu *WindowActions::appearanceMenu(QMenu *menu) const
{
    auto *look = new QMenu(tr("Appearance"), menu);
    auto *looks = new QActionGroup(look);
    const std::pair<QString, QString> choices[]{{QStringLiteral("system"), tr("As the desktop")}, {QStringLiteral("light"), tr("Light")}, {QStringLiteral("dark"), tr("Dark")}};
    for (const auto &[value, name] : choices) {
        auto *action = look->addAction(name);
        action->setCheckable(true);
        action->setChecked(m_settings.get(keys::appearance) == value);
        looks->addAction(action);
        connect(action, &QAction::triggered, this, [this, value = value] {
            m_settings.set(keys::appearance, value);
            appearance::apply(value);
        });
        connect(look, &QMenu::aboutToShow, action, [this, action, value = value] {
            action->setChecked(m_settings.get(keys::appearance) == value);
        });
    }
    return look;
}
