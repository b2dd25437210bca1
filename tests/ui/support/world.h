// SPDX-License-Identifier: GPL-3.0-or-later
// An inventory with a host of libvirt's test driver, settings of its own, and ways to find widgets by their names.
#pragma once

#include "core/async/lane.h"
#include "core/inventory/inventory.h"
#include "core/machines/machine.h"
#include "core/settings/settings.h"
#include "tests/support/spin.h"

#include <QFile>
#include <QTemporaryDir>
#include <QWidget>

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <stdexcept>

class World final {
public:
    World() : settings(folder.filePath(QStringLiteral("settings.ini"))), inventory(std::make_unique<Inventory>(settings)) {}
    ~World()
    {
        inventory->close();
        inventory.reset();
        Lane::drainAll(std::chrono::seconds(10));
    }

    QString file(const QString &name, const QByteArray &content)
    {
        QFile out(folder.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
            throw std::runtime_error("a file of the test could not be written");
        return out.fileName();
    }

    /// Connected and listed.
    Host &connect(const QString &address)
    {
        auto &host = inventory->hosts().add(HostUri::parse(address).value(), {}, HostList::Keep::ForThisRun);
        host.connectToHost();
        EXPECT_TRUE(spinUntil([&] { return host.isConnected() && host.isListed(); }));
        return host;
    }

    /// A host with these domains, as <domain> elements.
    Host &connectNode(const QByteArray &domains)
    {
        return connect(QStringLiteral("test://") + file(QStringLiteral("node.xml"), "<node>" + domains + "</node>"));
    }

    QTemporaryDir folder;
    Settings settings;
    std::unique_ptr<Inventory> inventory;
};

/// A running domain of the test driver; `devices` goes into it.
inline QByteArray testDomain(const QByteArray &name, const QByteArray &devices = {}, const QByteArray &state = "1")
{
    return "<domain type='test' xmlns:test='http://libvirt.org/schemas/domain/test/1.0'><name>" + name
           + "</name><memory unit='MiB'>64</memory><vcpu>1</vcpu><os><type>hvm</type></os><devices>" + devices
           + "</devices><test:runstate>" + state + "</test:runstate></domain>";
}

/// The child whose accessible name is `name`; null where there is none.
template<class Widget>
Widget *named(const QWidget &window, const char *name)
{
    for (auto *child : window.findChildren<Widget *>()) {
        if (child->accessibleName() == QString::fromUtf8(name))
            return child;
    }
    return nullptr;
}
