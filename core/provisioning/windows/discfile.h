// SPDX-License-Identifier: GPL-3.0-or-later
// One file inside a disc image, to be read at a few places. Windows' images are UDF (ECMA-167, OSTA UDF 1.02 to 2.01, one partition)
// and have nothing but a note for old systems on their ISO 9660 side (ECMA-119); others have everything there. Nothing in the image is
// trusted: every amount is bounded, every place is checked against the file. Blocks on the image's disk.
#pragma once

#include "core/provisioning/imagefile.h"

#include <QByteArrayList>

#include <optional>
#include <vector>

/// A piece of a file, in the image. Without a place it is zeros.
struct DiscExtent {
    qint64 offset = 0;
    qint64 length = 0;
    bool isHole = false;
};

class DiscFile final {
public:
    explicit DiscFile(std::vector<DiscExtent> extents, qint64 size) : m_extents(std::move(extents)), m_size(size) {}

    qint64 size() const { return m_size; }
    /// Exactly `count` bytes of it, or none where the file or its image is shorter.
    QByteArray at(const ImageFile &image, qint64 offset, qint64 count) const;

private:
    std::vector<DiscExtent> m_extents;
    qint64 m_size = 0;
};

/// A file by its path, whatever its case: {"sources", "install.wim"}. Nothing where there is none.
std::optional<DiscFile> findOnUdf(const ImageFile &image, const QByteArrayList &path);
std::optional<DiscFile> findOnIso(const ImageFile &image, const QByteArrayList &path);
