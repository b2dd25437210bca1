// SPDX-License-Identifier: GPL-3.0-or-later
// For tests: a host of libvirt's test driver with machines of the test's own choice.
#pragma once

#include "core/libvirt/handle.h"

#include <QString>
#include <QTemporaryDir>
#include <QUuid>

class TestHost {
public:
    /// That many machines, named "m0", "m1" …; every `offEvery`-th one is off (0: none).
    explicit TestHost(int machines, int offEvery = 0);

    QString uri() const;
    static QUuid uuid(int machine);
    static QString name(int machine);
    /// A definition for one more machine.
    static QString domainXml(const QString &name, const QUuid &uuid = QUuid::createUuid());

    /// Fails the test where it cannot be opened. Any thread.
    ConnectHandle open() const;

private:
    QTemporaryDir m_folder;
};
