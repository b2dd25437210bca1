// SPDX-License-Identifier: GPL-3.0-or-later
// What the program was asked to do, from its arguments or from a second launch. A value.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

struct CommandLine {
    QStringList targets;  ///< addresses and connection files of displays to show alone, as given; may hold passwords
    QString caFile;       ///< who may have signed their certificates
    QStringList connect;  ///< addresses of hosts, as given
    QString console;      ///< machine whose console to open: a name or UUID
    QString show;         ///< machine to select
    bool timings = false;
    bool newInstance = false;

    struct Answer {
        QString text;     ///< to print
        int exitCode = 0;
    };
    /// The command, or what to print instead of starting (--help, --version, a wrong option). `arguments`
    /// starts with the program's name.
    static std::optional<CommandLine> parse(const QStringList &arguments, Answer &answer);

    // For handing it to the first launch: without targets, which are never handed over.
    QByteArray toJson() const;
    static std::optional<CommandLine> fromJson(const QByteArray &json);
};
