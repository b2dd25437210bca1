// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/viewmenu.h"

#include "ui/console/consolelink.h"
#include "ui/console/consolewords.h"

#include <QActionGroup>
#include <QGuiApplication>
#include <QScreen>

namespace {
using Scaling = ConsoleWidget::Scaling;
constexpr int percents[] = {50, 75, 100, 125, 150, 200, 300, 400};
} // namespace

Q_DECLARE_METATYPE(ConsoleScale)

ViewMenu::ViewMenu(ConsoleChoices &choices, const ConsoleLink &link, QWidget *parent)
    : QMenu(tr("View"), parent), m_choices(choices), m_link(link), m_scales(new QActionGroup(this)), m_monitors(new QMenu(tr("Full screen on"), this)),
      m_heads(new QMenu(tr("Displays"), this))
{
    setAccessibleName(title());
    setToolTipsVisible(true);
    addScale(this, tr("Fit the window"), {Scaling::Fit});
    addScale(this, tr("Original size (1:1)"), {Scaling::OneToOne});
    addScale(this, tr("Fill the window"), {Scaling::Fill});
    addScale(this, tr("Whole multiples"), {Scaling::Integer});
    auto *others = addMenu(tr("Percent"));
    for (const int percent : percents)
        addScale(others, tr("%1 %").arg(percent), {Scaling::Percent, percent});
    addSeparator();
    addSwitch(tr("Smooth"), choice::smooth);
    m_follows = addSwitch(tr("Guest follows the window"), choice::guestFollows);
    addSwitch(tr("Connect by itself"), choice::connects);
    m_viewOnly = addAction(tr("View only"));
    m_viewOnly->setCheckable(true);
    connect(m_viewOnly, &QAction::triggered, this, &ViewMenu::viewOnlyChosen);
    addSeparator();
    addQualities();
    addMenu(m_monitors);
    addMenu(m_heads);
    connect(this, &QMenu::aboutToShow, this, [this] {
        refresh();
        listMonitors();
        listHeads();
    });
    refresh();
    listHeads();
}

void ViewMenu::addScale(QMenu *menu, const QString &text, const ConsoleScale &scale)
{
    auto *action = menu->addAction(text);
    action->setCheckable(true);
    action->setData(QVariant::fromValue(scale));
    m_scales->addAction(action);
    connect(action, &QAction::triggered, this, [this, scale] {
        m_choices.set(choice::scale, scale);
        Q_EMIT changed();
    });
}

QAction *ViewMenu::addSwitch(const QString &text, const ConsoleChoice<bool> &choice)
{
    auto *action = addAction(text);
    action->setCheckable(true);
    m_switches.append({action, &choice});
    connect(action, &QAction::triggered, this, [this, &choice](bool on) {
        m_choices.set(choice, on);
        Q_EMIT changed();
    });
    return action;
}

void ViewMenu::addQualities()
{
    m_quality = addMenu(tr("Picture quality"));
    auto *group = new QActionGroup(m_quality);
    const auto add = [this, group](const QString &text, PictureQuality quality) {
        auto *action = m_quality->addAction(text);
        action->setCheckable(true);
        action->setData(int(quality));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, quality] {
            m_choices.set(choice::quality, quality);
            Q_EMIT changed();
        });
    };
    add(tr("As fast as the way allows"), PictureQuality::Automatic);
    add(tr("Best picture"), PictureQuality::Best);
    add(tr("Balanced"), PictureQuality::Balanced);
    add(tr("Fewest bytes"), PictureQuality::Fast);
}

void ViewMenu::refresh()
{
    for (auto *action : m_scales->actions())
        action->setChecked(action->data().value<ConsoleScale>() == m_choices.get(choice::scale));
    for (const auto &each : m_switches)
        each.action->setChecked(m_choices.get(*each.choice));
    for (auto *action : m_quality->actions())
        action->setChecked(action->data().toInt() == int(m_choices.get(choice::quality)));
    const auto *session = m_link.session();
    m_quality->menuAction()->setVisible(session && session->hasPictureQuality());
    const bool can = session && session->canResize();
    m_follows->setEnabled(!m_link.isViewOnly());
    m_viewOnly->setChecked(m_link.isViewOnly());
    m_viewOnly->setEnabled(!m_link.isViewOnlyForGood());
    m_viewOnly->setToolTip(m_link.isViewOnlyForGood() ? consolewords::viewOnly(m_link) : QString());
    m_follows->setToolTip(m_link.isViewOnly() ? consolewords::viewOnly(m_link) : can || !session ? QString() : tr("This guest's screen cannot be resized from here."));
}

void ViewMenu::listMonitors()
{
    m_monitors->clear();
    for (const auto *screen : QGuiApplication::screens()) {
        const auto size = screen->size() * screen->devicePixelRatio();
        auto *action = m_monitors->addAction(tr("%1 (%2 × %3)").arg(screen->name()).arg(size.width()).arg(size.height()));
        connect(action, &QAction::triggered, this, [this, name = screen->name()] { Q_EMIT fullScreenRequested(name); });
    }
}

void ViewMenu::listHeads()
{
    m_heads->clear();
    const auto *session = m_link.session();
    const int count = session ? session->headCount() : 1;
    const int most = session && !m_link.isViewOnlyForGood() ? session->mostHeads() : 0;
    m_heads->menuAction()->setVisible(count > 1 || most > 1);
    for (int number = 1; number < count; ++number) {
        auto *action = m_heads->addAction(tr("Display %1").arg(number + 1));
        connect(action, &QAction::triggered, this, [this, number] { Q_EMIT headRequested(number); });
    }
    if (most <= 1)
        return;
    m_heads->addSeparator();
    const auto ask = [this](const QString &text, int wanted) {
        connect(m_heads->addAction(text), &QAction::triggered, this, [this, wanted] { Q_EMIT headCountRequested(wanted); });
    };
    if (count < most)
        ask(tr("Add a display"), count + 1);
    if (count > 1)
        ask(tr("Remove display %1").arg(count), count - 1);
}
