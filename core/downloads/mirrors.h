// SPDX-License-Identifier: GPL-3.0-or-later
// Addresses to be used instead of others: in networks that are closed, or have a nearer copy. A value; any thread.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <utility>

class Mirrors final {
public:
    Mirrors() = default;
    /// Lines "https://deb.example/ http://mirror.local/deb/"; others are ignored.
    explicit Mirrors(const QStringList &lines);

    /// The address as it is to be asked for: the longest beginning that fits is exchanged.
    QUrl apply(const QUrl &url) const;
    /// Whether a line says something.
    static bool isValid(const QString &line);

private:
    QList<std::pair<QString, QString>> m_pairs; ///< longest first
};
