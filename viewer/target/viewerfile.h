// SPDX-License-Identifier: GPL-3.0-or-later
// virt-viewer's connection files (.vv), which Proxmox, oVirt and others hand out: man remote-viewer, "CONNECTION FILE".
// Any thread.
#pragma once

#include "viewer/target/consoletarget.h"

#include <QByteArray>
#include <QByteArrayView>

#include <variant>

namespace viewerfile {

/// Larger than any real one: a chain of certificates and thirty short lines.
constexpr qint64 longest = 256 * 1024;

/// Whether a text holds a certificate in PEM; whether that is one, TLS finds out.
bool holdsCertificate(QByteArrayView pem);

/// The text of a file. Keys that are not known are ignored, and so are other groups.
TargetOrProblem parse(QByteArrayView text);

/// Whether the text asks for the file to be deleted once it was read.
bool wantsDeletion(QByteArrayView text);

/// Reads the file at a path or a file: address of this computer, and deletes it where it asks for that and names a
/// display: a regular file that belongs to the person, not the target of a symbolic link. Blocks on the disk.
TargetOrProblem read(const QString &location);

/// The certificates in a PEM file that a person chose. Blocks on the disk.
std::variant<QByteArray, TargetProblem> readAuthority(const QString &path);

} // namespace viewerfile
