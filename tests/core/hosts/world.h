// SPDX-License-Identifier: GPL-3.0-or-later
// For tests: what hosts need from outside, with nothing of the person's own in it.
#pragma once

#include "core/hosts/credentials.h"
#include "core/hosts/host.h"
#include "core/hosts/hostservices.h"
#include "core/hosts/sshlinks.h"
#include "core/jobs/joblist.h"
#include "core/machines/machine.h"
#include "core/provisioning/osdatabase.h"
#include "core/settings/settings.h"
#include "tests/core/support/testhost.h"
#include "tests/core/support/waiting.h"

#include <QTemporaryDir>

struct World {
    QTemporaryDir folder;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    JobList jobs;
    CredentialDesk credentials{nullptr, CredentialDesk::Memory::ThisRun};
    OsDatabase osDatabase;
    SshLinks sshLinks{credentials};
    HostServices services{jobs, credentials, sshLinks, osDatabase, &settings};

    std::unique_ptr<Host> host(const QString &uri)
    {
        return std::make_unique<Host>(QUuid::createUuid(), HostUri::parse(uri).value(), QString(), services);
    }
    /// Connected and listed.
    std::unique_ptr<Host> listedHost(const QString &uri)
    {
        auto made = host(uri);
        made->connectToHost();
        if (!waitFor([&] { return made->isListed(); }))
            return nullptr;
        return made;
    }
};
