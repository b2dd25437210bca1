// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogue of images in the order in which a person looks for them. Pure; any thread.
#pragma once

#include "core/provisioning/osimage.h"

#include <QStringList>

#include <vector>

struct RankedImage {
    enum class Rank {
        Recent,      ///< used lately
        Own,         ///< added by the person
        Recommended, ///< the newest supported version of a system
        Other,
        Unsupported, ///< its makers no longer look after it
    };
    OsImage image;
    Rank rank = Rank::Other;
};

/// Images that a host of that architecture runs, best first: `recent` holds addresses, newest first. Images of 32 bits are left out
/// where the same system has one of 64.
std::vector<RankedImage> rankImages(std::vector<OsImage> images, const QStringList &recent, const QString &architecture);
