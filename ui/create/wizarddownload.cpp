// SPDX-License-Identifier: GPL-3.0-or-later
// What WizardContext does with an image of the catalogue.
#include "ui/create/wizardcontext.h"

#include "core/async/deliver.h"
#include "core/downloads/downloads.h"
#include "core/inventory/inventory.h"
#include "core/settings/settings.h"

void WizardContext::setDownload(const OsImage &image)
{
    if (m_recipe.download && m_recipe.download->url == image.url)
        return;
    m_recipe.mediaPath.clear();
    m_recipe.download = image;
    m_systemChosen = false;
    identify();
    m_identity.os = image.os;
    m_identity.recognised = !image.os.id.isEmpty();
    m_identity.architecture = image.architecture;
    m_recognition = m_identity.recognised ? Recognition::Recognised : Recognition::Unknown;
    askDownloadSize();
    if (m_identity.recognised)
        askNeeds(image.os);
    else
        recompute();
}

/// Nobody has to wait for it: the server may be slow, or away.
void WizardContext::askDownloadSize()
{
    const auto attempt = m_mediaAttempt;
    deliver(m_inventory.downloads().sizeOf(m_recipe.download->url), this, [this, attempt](const Result<Bytes> &size) {
        if (attempt != m_mediaAttempt || !size)
            return;
        m_identity.size = *size;
        recompute();
    });
}

void WizardContext::noteRecent(const OsImage &image)
{
    constexpr int mostRecent = 5;
    auto recent = m_inventory.settings().get(keys::downloadRecent);
    const auto address = image.url.toString(QUrl::FullyEncoded);
    recent.removeAll(address);
    recent.prepend(address);
    m_inventory.settings().set(keys::downloadRecent, QStringList(recent.mid(0, mostRecent)));
}
