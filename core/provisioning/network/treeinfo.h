// SPDX-License-Identifier: GPL-3.0-or-later
// ".treeinfo", by which trees of Fedora, Red Hat Enterprise Linux, their relatives and SUSE say what is where in them. It comes from a
// server that may be anybody's: nothing that it names lies outside of its tree. Pure.
// https://release-engineering.github.io/productmd/treeinfo-1.0.html
#pragma once

#include "core/base/bytes.h"
#include "core/provisioning/network/networkinstall.h"
#include "core/provisioning/unattended/answerformat.h"

#include <QByteArray>

#include <optional>

namespace treeinfo {
inline constexpr Bytes longest = Bytes::kib(256);

/// Nothing where the text names no kernel and initrd, or ones that are not in the tree. `top` is the tree's address.
std::optional<InstallTree> read(const QByteArray &text, const QUrl &top);
} // namespace treeinfo

namespace installtrees {
/// An address as a person writes it, with a slash at its end and without what follows a path; empty where it is none of http or https.
QUrl topOf(const QString &address);
/// What tells the installer of that family where it came from: "inst.repo=http://…/"; empty where it needs nothing.
QString argumentsFor(const QString &family, const QString &version, const QUrl &top);
/// What the tree's installer reads its answers from, by where it is and what it is told.
AnswerFormat answersOf(const InstallTree &tree);
/// Where its packages are: of Debian's the whole archive; empty where the tree has none.
QUrl packagesOf(const InstallTree &tree);
/// An address below another; empty where the path would lead out of it.
QUrl below(const QUrl &top, const QString &path);
} // namespace installtrees
