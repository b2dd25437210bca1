// SPDX-License-Identifier: GPL-3.0-or-later
// Published checksums: where they are, and what a file of them says. Values; any thread.
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

struct Checksum {
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256; ///< Sha256 or Sha512
    QByteArray hex; ///< lower case

    /// From 64 or 128 hexadecimal digits; nothing from anything else.
    static std::optional<Checksum> fromHex(const QByteArray &text);
    friend bool operator==(const Checksum &, const Checksum &) = default;
};

namespace checksums {

/// Where the makers of an image publish its checksum, likeliest first. Guesses for servers that are not known.
QList<QUrl> placesFor(const QUrl &image);

/// What `text`, in the manner of sha256sum or BSD's sha256, signed or not, says of that file. A file that stands for one
/// image alone (`beside` its name) may name it differently, or not at all.
enum class About { ManyFiles, OneFile };
std::optional<Checksum> find(const QByteArray &text, const QString &fileName, About about);

} // namespace checksums
