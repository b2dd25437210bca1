// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/create/networkchoices.h"

#include "core/async/deliver.h"
#include "core/inventory/inventory.h"
#include "core/provisioning/network/networkchecks.h"
#include "core/provisioning/network/treeinfo.h"
#include "core/provisioning/network/treeprobe.h"

#include <chrono>

using namespace std::chrono_literals;

namespace {
constexpr auto typingPause = 600ms; // a server is asked, not a disk
}

NetworkChoices::NetworkChoices(Inventory &inventory, QObject *parent) : QObject(parent), m_inventory(inventory)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &NetworkChoices::look);
}

NetworkChoices::~NetworkChoices() = default;

void NetworkChoices::setArchitecture(const QString &architecture)
{
    if (m_architecture == architecture)
        return;
    m_architecture = architecture;
    if (m_install.way == NetworkInstall::Way::Tree && !m_install.address.isEmpty())
        m_typing.start(0ms);
}

void NetworkChoices::setWay(NetworkInstall::Way way)
{
    if (m_install.way == way)
        return;
    m_install.way = way;
    lookSoon();
}

void NetworkChoices::setAddress(const QString &address)
{
    if (m_install.address == address)
        return;
    m_install.address = address;
    lookSoon();
}

void NetworkChoices::setKernel(const QString &path)
{
    if (m_install.kernel == path)
        return;
    m_install.kernel = path;
    lookSoon();
}

void NetworkChoices::setInitrd(const QString &path)
{
    if (m_install.initrd == path)
        return;
    m_install.initrd = path;
    lookSoon();
}

void NetworkChoices::setArguments(const QString &arguments)
{
    m_install.arguments = arguments;
    Q_EMIT changed();
}

void NetworkChoices::setNetworkFirst(bool on)
{
    m_install.networkFirst = on;
    Q_EMIT changed();
}

void NetworkChoices::lookSoon()
{
    ++m_attempt;
    m_findings.clear();
    const bool hadTree = m_install.tree.has_value();
    m_install.tree.reset();
    m_looking = m_install.way == NetworkInstall::Way::Tree     ? !installtrees::topOf(m_install.address).isEmpty()
                : m_install.way == NetworkInstall::Way::Kernel ? !m_install.kernel.isEmpty() || !m_install.initrd.isEmpty()
                                                               : false;
    if (m_looking)
        m_typing.start();
    else
        m_typing.stop();
    if (hadTree)
        Q_EMIT treeChanged();
    Q_EMIT changed();
}

void NetworkChoices::look()
{
    const auto attempt = ++m_attempt;
    if (m_install.way == NetworkInstall::Way::Tree)
        lookAtTree(attempt);
    else
        lookAtFiles(attempt);
}

void NetworkChoices::lookAtTree(quint64 attempt)
{
    const auto tree = probeTree(m_inventory.downloads(), &m_inventory.osDatabase(), m_install.address, m_architecture);
    deliver(tree, this, [this, attempt](const Result<InstallTree> &found) {
        if (attempt != m_attempt)
            return;
        m_looking = false;
        m_findings.clear();
        if (found)
            m_install.tree = *found;
        else
            m_findings.push_back(treeFinding(found.error(), m_install.address));
        Q_EMIT treeChanged();
        Q_EMIT changed();
    });
}

void NetworkChoices::lookAtFiles(quint64 attempt)
{
    auto work = [install = m_install]() -> Result<std::vector<RecipeFinding>> { return lookAtKernel(install); };
    deliver(m_files.run(std::move(work)), this, [this, attempt](const Result<std::vector<RecipeFinding>> &findings) {
        if (attempt != m_attempt)
            return;
        m_looking = false;
        m_findings = findings.value_or(std::vector<RecipeFinding>());
        Q_EMIT changed();
    });
}
