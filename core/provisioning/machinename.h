// SPDX-License-Identifier: GPL-3.0-or-later
// What a machine may be called. Files are named after it, on the host, so their rules are its rules. Pure.
#pragma once

#include "core/provisioning/machinerecipe.h"

/// Bytes in UTF-8: a file name has 255, and libvirt makes names like NAME-swtpm.log of it.
inline constexpr qsizetype longestMachineName = 240;

/// What is wrong with a name by itself; nothing where it will do.
std::optional<RecipeFinding::Kind> nameProblem(const QString &name);
/// libvirt names folders of sockets after a machine's first 20 characters, and the path of a socket is short: a name
/// of wide characters, or a home with a long path, can be too much for it. `folder` is the length in bytes of libvirt's folder,
/// "/var/lib/libvirt/qemu" or one in the home of a session's user.
bool fitsSockets(const QString &name, qsizetype folder);
/// "Debian 12 (bookworm)" → "debian-12-bookworm"; empty where nothing of it can stand in a name.
QString nameFrom(const QString &text);
