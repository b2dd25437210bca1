// SPDX-License-Identifier: GPL-3.0-or-later
// An installation from the network, as a person wants it: a tree of a distribution, a kernel of one's own, or what a boot server has.
// A value.
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

/// A file of a tree.
struct TreeFile {
    QUrl url;
    QString checksum = {}; ///< SHA-256 or SHA-512 in hexadecimal digits; empty: none is published
    friend bool operator==(const TreeFile &, const TreeFile &) = default;
};

/// What an address of a tree turned out to be.
struct InstallTree {
    QUrl url;             ///< of the tree's top, with a slash at its end
    TreeFile kernel;
    TreeFile initrd;
    QString arguments;    ///< that tell the installer where it came from; empty where it needs none
    QString architecture; ///< as its publisher calls it; empty where that is not told
    QString osId = {};    ///< the OS database's; empty where it does not know the tree
    QString name = {};    ///< as the publisher has it: "Fedora 39"; may be empty
    friend bool operator==(const InstallTree &, const InstallTree &) = default;
};

struct NetworkInstall {
    enum class Way { Tree, Kernel, Pxe };
    Way way = Way::Tree;
    QString address;       ///< of the tree, as it was typed
    std::optional<InstallTree> tree; ///< once it was looked at and recognised
    QString kernel;        ///< of Way::Kernel: on this computer, or on the host where that is the same
    QString initrd;        ///< as well; empty: none
    QString arguments;     ///< more of them, of Tree and Kernel
    bool networkFirst = false; ///< of Pxe: at every start, so that the server says what happens; or else the disk comes first once it boots
};
