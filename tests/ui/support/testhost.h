// SPDX-License-Identifier: GPL-3.0-or-later
// An inventory of its own with libvirt's test driver in it: as many machines as wanted, no daemon. For tests.
#pragma once

#include "core/hosts/host.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "tests/support/spin.h"

#include <QFile>
#include <QTemporaryDir>

class TestHost final {
public:
    TestHost() : settings(folder.filePath(QStringLiteral("settings.ini"))), inventory(settings) {}
    ~TestHost() { inventory.close(); }

    /// Machines "vm-0" … ; every other one is running. Null where the host did not come up.
    Host *connectWith(int machines, const QString &label = QStringLiteral("lab"))
    {
        const auto path = folder.filePath(QStringLiteral("%1.xml").arg(label));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return nullptr;
        file.write("<node>\n");
        for (int i = 0; i < machines; ++i)
            file.write(domain(i, label).toUtf8());
        file.write("</node>\n");
        file.close();
        return connectTo(QStringLiteral("test://%1").arg(path), label);
    }

    Host *connectTo(const QString &address, const QString &label = {})
    {
        const auto uri = HostUri::parse(address);
        if (!uri)
            return nullptr;
        auto &host = inventory.hosts().add(*uri, label, HostList::Keep::ForThisRun);
        host.connectToHost();
        return spinUntil([&host] { return host.isListed(); }, std::chrono::seconds(60)) ? &host : nullptr;
    }

    QTemporaryDir folder;
    Settings settings;
    Inventory inventory;

private:
    static QString domain(int number, const QString &label)
    {
        const auto uuid = QUuid::createUuidV5(QUuid(), QStringLiteral("%1/%2").arg(label).arg(number)).toString(QUuid::WithoutBraces);
        return QStringLiteral("<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'>"
                              "<name>vm-%1</name><uuid>%2</uuid><memory unit='MiB'>512</memory><vcpu>2</vcpu>"
                              "<os><type arch='x86_64'>hvm</type></os>"
                              "<devices><graphics type='vnc'/></devices>"
                              "<test:runstate>%3</test:runstate></domain>\n")
            .arg(number)
            .arg(uuid)
            .arg(number % 2 == 0 ? 1 : 5);
    }
};
