// SPDX-License-Identifier: GPL-3.0-or-later
// What every host needs from outside. Owned by the inventory, outlives all hosts. GUI thread.
#pragma once

#include <QString>

class CredentialDesk;
class JobList;
class KvmCheck;
class SshLinks;
class OsDatabase;
class Settings;

class HostServices {
public:
    JobList &jobs;
    CredentialDesk &credentials;
    SshLinks &sshLinks;
    OsDatabase &osDatabase;
    const Settings *settings = nullptr; ///< none: every setting has its default
    KvmCheck *kvmCheck = nullptr;       ///< none: nothing but the daemons' own answers tells of KVM
};
