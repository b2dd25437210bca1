// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences/newmachinesection.h"

#include "core/async/deliver.h"
#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/provisioning/machinedefaults.h"
#include "core/settings/settings.h"
#include "ui/common/labels.h"
#include "ui/create/recipetext.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <algorithm>
#include <memory>

namespace {

/// A name stands once, wherever it comes from.
void offer(QComboBox *box, const QString &value, const QString &text)
{
    const int row = box->findData(value);
    if (row < 0)
        box->addItem(text, value);
    else if (row > 0)
        box->setItemText(row, text);
}

} // namespace

NewMachineSection::NewMachineSection(Inventory &inventory, QFormLayout *form, QWidget *window)
    : QObject(window), m_inventory(inventory), m_window(window)
{
    using D = MachineDefaults;
    const auto now = machineDefaults(inventory.settings());
    form->addItem(new QSpacerItem(0, 8));
    form->addRow(labels::section(tr("New machines"), window));
    m_pool = add(form, tr("Storage &pool"), now.pool, {}, [](D &d, const QVariant &value) { d.pool = value.toString(); });
    m_network = add(form, tr("Net&work"), now.network, {}, [](D &d, const QVariant &value) { d.network = value.toString(); });
    add(form, tr("Displa&y"), int(now.display), {{int(D::Display::Vnc), tr("VNC")}, {int(D::Display::Spice), tr("SPICE")}},
        [](D &d, const QVariant &value) { d.display = D::Display(value.toInt()); });
    add(form, tr("&Firmware"), int(now.firmware), {{int(D::Firmware::Bios), tr("BIOS")}, {int(D::Firmware::Uefi), tr("UEFI")}},
        [](D &d, const QVariant &value) { d.firmware = D::Firmware(value.toInt()); });
    add(form, tr("Format of &new disks"), int(now.diskFormat), {{int(D::DiskFormat::Qcow2), tr("qcow2")}, {int(D::DiskFormat::Raw), tr("raw, without snapshots")}},
        [](D &d, const QVariant &value) { d.diskFormat = D::DiskFormat(value.toInt()); });
    add(form, tr("Acc&eleration"), int(now.acceleration),
        {{int(Acceleration::Hardware), tr("Hardware (KVM)")}, {int(Acceleration::Emulation), tr("Software emulation")}},
        [](D &d, const QVariant &value) { d.acceleration = Acceleration(value.toInt()); });
    form->addRow(QString(), labels::hint(tr("Each counts where the system and the host can have it; the New machine window says where they cannot."), window));
    if (!now.pool.isEmpty())
        offer(m_pool, now.pool, now.pool);
    if (!now.network.isEmpty())
        offer(m_network, now.network, now.network == u"user:" ? tr("User mode") : now.network.section(u':', 1));
    m_pool->setCurrentIndex(m_pool->findData(now.pool));
    m_network->setCurrentIndex(m_network->findData(now.network));
    askHosts();
}

QComboBox *NewMachineSection::add(QFormLayout *form, const QString &label, const QVariant &current,
                                  std::initializer_list<std::pair<QVariant, QString>> options, const Change &change)
{
    auto *box = new QComboBox(m_window);
    box->addItem(tr("Automatic"), current.typeId() == QMetaType::QString ? QVariant(QString()) : QVariant(0));
    for (const auto &[value, text] : options)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(current)));
    form->addRow(label, box);
    labels::nameAfter(box, label);
    connect(box, &QComboBox::activated, this, [this, box, change] {
        auto defaults = machineDefaults(m_inventory.settings());
        change(defaults, box->currentData());
        setMachineDefaults(m_inventory.settings(), defaults);
    });
    return box;
}

void NewMachineSection::askHosts()
{
    auto &hosts = m_inventory.hosts();
    for (int row = 0; row < hosts.rowCount(); ++row) {
        if (!hosts.at(row)->isConnected())
            continue;
        deliver(hosts.at(row)->survey(), this, [this](const Result<std::shared_ptr<const HostSurvey>> &survey) {
            if (survey)
                take(**survey);
        });
    }
}

void NewMachineSection::take(const HostSurvey &survey)
{
    for (const auto &pool : survey.pools)
        offer(m_pool, pool.name, pool.name);
    for (const auto &network : survey.networks)
        offer(m_network, networkKey(network), recipetext::network(network));
}
