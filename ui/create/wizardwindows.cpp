// SPDX-License-Identifier: GPL-3.0-or-later
// What the New machine window knows of installers of Windows, and of those that ask nothing.
#include "ui/create/windowschoices.h"
#include "ui/create/wizardcontext.h"

void WizardContext::takeWindows()
{
    const bool isRead = m_recipe.source == MediaSource::InstallerImage && m_recognition == Recognition::Recognised && !m_systemChosen;
    QStringList folders;
    if (const auto *offer = survey(); offer && offer->isLocal) {
        for (const auto &pool : offer->pools) {
            if (pool.active && pool.kind == u"dir")
                folders += pool.path;
        }
    }
    m_windows->follow(isRead ? m_identity.editions : std::vector<WindowsEdition>(), folders);
    m_recipe.windows = m_windows->editions().empty() ? WindowsSetup() : m_windows->setup();
    m_recipe.unattended = m_unattended && unattendedBar() == UnattendedBar::None;
}

UnattendedBar WizardContext::unattendedBar() const
{
    return ::unattendedBar(m_recipe, m_recipe.source == MediaSource::InstallerImage ? m_identity.boot : std::nullopt);
}

void WizardContext::setUnattended(bool on)
{
    m_unattended = on;
    recompute();
}
