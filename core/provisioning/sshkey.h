// SPDX-License-Identifier: GPL-3.0-or-later
// Public keys of ssh: read from text and from a person's folder, believed only when they are built as RFC 4253 and its
// successors say. https://man.openbsd.org/sshd#AUTHORIZED_KEYS_FILE_FORMAT
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

struct SshKey {
    QString type;      ///< "ssh-ed25519"
    QByteArray blob;   ///< as it goes over the wire
    QString comment;   ///< often person@computer; any text
    friend bool operator==(const SshKey &a, const SshKey &b) { return a.blob == b.blob; }

    /// As it stands in authorized_keys.
    QString line() const;
    /// "SHA256:…", as ssh-keygen -l shows it.
    QString fingerprint() const;
};

struct SshKeysRead {
    enum class Problem { NotAKey, Private, TooWeak, HasOptions };
    struct Fault {
        int line;      ///< from 1
        Problem problem;
    };
    std::vector<SshKey> keys; ///< each once
    std::vector<Fault> faults;
};

/// Keys of a text, one on each line; empty lines and comments are passed over. Pure.
SshKeysRead readSshKeys(const QString &text);
/// Keys of a file. InvalidInput where it is no plain file or larger than such files are; NotFound, Refused.
Result<SshKeysRead> readSshKeyFile(const QString &path);
/// Keys of the *.pub files in a folder like ~/.ssh, by file name. What is no key there is passed over. Blocks on the disk.
std::vector<SshKey> findSshKeys(const QString &folder);
