// SPDX-License-Identifier: GPL-3.0-or-later
// What it takes to set up a guest's system from outside and has a library of its own: reading YAML and hashing passwords. A module
// that is loaded when the first is wanted, because the libraries would make every start larger. Thread-safe.
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QtPlugin>

#include <optional>

/// Where a text stops being YAML.
struct YamlFault {
    int line = 1;    ///< from 1
    int column = 1;  ///< from 1
    QString message; ///< libyaml's, untranslated
};

/// What a YAML text is at its top.
enum class YamlTop { Nothing, Mapping, Other };

struct YamlVerdict {
    std::optional<YamlFault> fault;
    YamlTop top = YamlTop::Nothing; ///< of the first document
    int documents = 0;
};

class GuestSetup {
public:
    virtual ~GuestSetup() = default;

    /// Reads a text as YAML 1.1, as cloud-init does; builds nothing of it, so that it may be hostile. `text` is UTF-8.
    virtual YamlVerdict checkYaml(const QByteArray &text) const = 0;
    /// As /etc/shadow keeps it, with a salt of its own: SHA-512 of crypt(5), which every system understands. Takes a good part of a
    /// second on purpose: call it on a lane. InvalidInput for what crypt cannot hash.
    virtual Result<QByteArray> hashPassword(const QString &password) const = 0;
};
Q_DECLARE_INTERFACE(GuestSetup, "org.vivarium.GuestSetup/1")

/// Unsupported where the module is not installed. The first call reads from the disk.
Result<GuestSetup *> guestSetup();
