// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/windowschoices.h"

#include "core/async/deliver.h"
#include "core/provisioning/windows/virtiodisc.h"
#include "core/provisioning/windows/windowsimage.h"

WindowsChoices::WindowsChoices(QObject *parent) : QObject(parent) {}
WindowsChoices::~WindowsChoices() = default;

void WindowsChoices::follow(const std::vector<WindowsEdition> &editions, const QStringList &poolFolders)
{
    const bool isSame = editions == m_editions && poolFolders == m_folders;
    m_folders = poolFolders;
    if (isSame)
        return;
    if (editions != m_editions) {
        m_editions = editions;
        m_setup.edition.reset();
        if (!editions.empty())
            m_setup.edition = editions[usualEdition(editions)];
    }
    if (!m_editions.empty())
        lookForDiscs();
}

void WindowsChoices::chooseEdition(size_t index)
{
    if (index >= m_editions.size() || m_setup.edition == m_editions[index])
        return;
    m_setup.edition = m_editions[index];
    lookIntoDisc();
    Q_EMIT changed();
}

void WindowsChoices::setProductKey(const QString &key)
{
    m_setup.productKey = key.trimmed().toUpper();
    Q_EMIT changed();
}

void WindowsChoices::setDisc(const QString &path)
{
    m_discChosen = true;
    m_setup.drivers = path;
    if (!path.isEmpty() && !m_discs.contains(path))
        m_discs.prepend(path);
    lookIntoDisc();
    Q_EMIT changed();
}

void WindowsChoices::lookForDiscs()
{
    m_looking = true;
    const auto attempt = ++m_attempt;
    deliver(m_work.run([folders = usualVirtioFolders() + m_folders]() -> Result<QStringList> { return virtioDiscsIn(folders); }), this,
            [this, attempt](const Result<QStringList> &discs) {
                if (attempt != m_attempt || !discs)
                    return;
                for (const auto &disc : *discs) {
                    if (!m_discs.contains(disc))
                        m_discs += disc;
                }
                if (!m_discChosen)
                    m_setup.drivers = m_discs.value(0);
                lookIntoDisc();
                Q_EMIT changed();
            });
}

void WindowsChoices::lookIntoDisc()
{
    m_setup.driverFolder.clear();
    const auto attempt = ++m_attempt;
    m_looking = !m_setup.drivers.isEmpty() && m_setup.edition.has_value();
    if (!m_looking)
        return;
    deliver(m_work.run([disc = m_setup.drivers, edition = *m_setup.edition] { return virtioFolderOn(disc, edition); }), this,
            [this, attempt](const Result<QString> &folder) {
                if (attempt != m_attempt)
                    return;
                m_looking = false;
                m_setup.driverFolder = folder.value_or(QString());
                Q_EMIT changed();
            });
}
