// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/sendkeysmenu.h"

#include "core/settings/settings.h"
#include "ui/console/keycombination.h"

namespace {
constexpr int functionKeys = 12;
} // namespace

SendKeysMenu::SendKeysMenu(const Settings &settings, QWidget *parent) : QMenu(tr("Send keys"), parent), m_settings(settings)
{
    setAccessibleName(title());
    add(tr("Ctrl+Alt+Del"), QStringLiteral("Ctrl+Alt+Del"));
    add(tr("Ctrl+Alt+Backspace"), QStringLiteral("Ctrl+Alt+Backspace"));
    addSeparator();
    auto *terminals = addMenu(tr("Text terminal"));
    for (int i = 1; i <= functionKeys; ++i) {
        auto *action = add(tr("Ctrl+Alt+F%1").arg(i), QStringLiteral("Ctrl+Alt+F%1").arg(i));
        removeAction(action);
        terminals->addAction(action);
    }
    addSeparator();
    add(tr("PrintScreen"), QStringLiteral("Print"));
    add(tr("Super"), QStringLiteral("Super"));
    add(tr("Alt+Tab"), QStringLiteral("Alt+Tab"));
    add(tr("Alt+F4"), QStringLiteral("Alt+F4"));
    m_end = addSeparator();
    connect(this, &QMenu::aboutToShow, this, &SendKeysMenu::listOwn);
    listOwn();
}

QAction *SendKeysMenu::add(const QString &text, const QString &combination)
{
    auto *action = addAction(text);
    connect(action, &QAction::triggered, this, [this, keysyms = keycombination::parse(combination)] { Q_EMIT chosen(keysyms); });
    return action;
}

void SendKeysMenu::listOwn()
{
    qDeleteAll(m_own);
    m_own.clear();
    for (const auto &combination : keycombination::known(m_settings.get(keys::consoleOwnKeys)))
        m_own.append(add(combination, combination));
    m_end->setVisible(!m_own.isEmpty());
}
