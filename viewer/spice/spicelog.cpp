// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/spice/spicelog.h"

#include <QLoggingCategory>

#include <glib.h>

#include <utility>

namespace {

Q_LOGGING_CATEGORY(lcSpice, "viewer.spice", QtWarningMsg)

spicelog::Complaints complaints;

void logged(const char *domain, GLogLevelFlags level, const char *message, gpointer)
{
    const QString text = QString::fromUtf8(message);
    // The part of the library that looks at certificates, which does not translate.
    if (std::string_view(domain) == "Spice" && (text.contains(u"verif") || text.contains(u"certificate")))
        complaints.certificate = text.simplified();
    if (level & (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING)) {
        complaints.last = text.simplified();
        // The session says what matters of them; a machine that is switched off makes several.
        qCInfo(lcSpice).noquote() << text;
    } else {
        qCDebug(lcSpice).noquote() << text;
    }
}

} // namespace

void spicelog::catchMessages()
{
    static const bool once = [] {
        for (const char *domain : {"GSpice", "Spice"})
            g_log_set_handler(domain, GLogLevelFlags(G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL | G_LOG_FLAG_RECURSION), logged, nullptr);
        return true;
    }();
    Q_UNUSED(once)
}

spicelog::Complaints spicelog::take()
{
    return std::exchange(complaints, {});
}
