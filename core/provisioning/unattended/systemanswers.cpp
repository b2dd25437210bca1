// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/unattended/systemanswers.h"

#include <QRegularExpression>

#include <algorithm>

namespace {

/// Those that roll have no date, and are of today.
bool isFrom(const OsEntry &os, const QDate &date)
{
    return !os.released.isValid() || os.released >= date;
}

} // namespace

AnswerFormats answersOf(const OsEntry &os, const QStringList &scripts)
{
    const auto has = [&scripts](QStringView kind) {
        return std::any_of(scripts.begin(), scripts.end(), [kind](const QString &id) { return id.contains(kind); });
    };
    const auto isNamed = [&os](const QString &pattern) { return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(os.shortId).hasMatch(); };
    AnswerFormats formats;
    // Others that are made from Debian have installers of their own.
    if (has(u"/preseed/") && (os.distribution == u"debian" || os.distribution == u"ubuntu") && isFrom(os, QDate(2013, 1, 1)))
        formats |= AnswerFormat::Preseed;
    // Since Fedora 21 and Red Hat 7: ssh keys, layouts by name. Systems of images are not put together of packages.
    const bool isImage = isNamed(QStringLiteral("silverblue.*|.*coreos.*|.*-atomic-.*|gnome-continuous.*"));
    const bool isSixth = isNamed(QStringLiteral("[a-z]+6([.-].*)?"));
    if (has(u"/kickstart/") && !isImage && !isSixth && isFrom(os, QDate(2014, 1, 1)))
        formats |= AnswerFormat::Kickstart;
    // The database has no script for SUSE's own systems, whose installer is openSUSE's. Since version 16 both have another one.
    if ((has(u"/autoyast/") && isNamed(QStringLiteral("opensuse(15.*|tumbleweed|-factory)"))) || isNamed(QStringLiteral("sle[sd]?15.*")))
        formats |= AnswerFormat::AutoYast;
    // Nor any for the installer that came with Ubuntu 20.04.
    if (os.distribution == u"ubuntu" && isFrom(os, QDate(2020, 4, 1)))
        formats |= AnswerFormat::Autoinstall;
    return formats;
}
