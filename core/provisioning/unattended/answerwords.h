// SPDX-License-Identifier: GPL-3.0-or-later
// What the formats have in common. Pure.
#pragma once

#include "core/provisioning/unattended/installanswers.h"

namespace answerwords {

/// The person can log in over ssh at all.
bool hasSsh(const InstallAnswers &answers);
/// authorized_keys: a line for each key, without the comments, which are anybody's text.
QByteArray authorizedKeys(const GuestAccount &account);
/// Beside a plain system: an ssh server under that name, the guest agent, and what the person named.
QStringList packages(const InstallAnswers &answers, const QString &sshServer);
/// Of an account without a password: nothing that is typed matches it.
QByteArray passwordField(const InstallAnswers &answers);
/// Says whether passwords are let in over ssh.
QByteArray sshdLine(const InstallAnswers &answers);
/// Whoever has no password cannot be asked for one.
QByteArray sudoLine(const InstallAnswers &answers);
/// "de" of "de(nodeadkeys)", and "nodeadkeys".
QString layout(const InstallAnswers &answers);
QString layoutVariant(const InstallAnswers &answers);
QString locale(const InstallAnswers &answers);
QString timeZone(const InstallAnswers &answers);
/// Lines of a shell script that apply sshdLine() and sudoLine() below a folder, "" or "/target".
QStringList finishing(const InstallAnswers &answers, const QString &root);

} // namespace answerwords
