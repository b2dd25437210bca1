// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/sshfailure.h"

#include <QStringList>

#include <array>

namespace {

struct Sign {
    QLatin1StringView text;
    Error::Kind kind;
};

// In order: a changed key is told before, and on top of, "Host key verification failed".
constexpr std::array signs{
    Sign{QLatin1StringView("REMOTE HOST IDENTIFICATION HAS CHANGED"), Error::Kind::HostKeyUnknown},
    Sign{QLatin1StringView("Host key verification failed"), Error::Kind::HostKeyUnknown},
    Sign{QLatin1StringView("host key is known for"), Error::Kind::HostKeyUnknown},
    Sign{QLatin1StringView("Could not resolve hostname"), Error::Kind::Unreachable},
    Sign{QLatin1StringView("Connection refused"), Error::Kind::Unreachable},
    Sign{QLatin1StringView("No route to host"), Error::Kind::Unreachable},
    Sign{QLatin1StringView("Network is unreachable"), Error::Kind::Unreachable},
    Sign{QLatin1StringView("timed out"), Error::Kind::TimedOut},
    Sign{QLatin1StringView("not responding"), Error::Kind::TimedOut},
    Sign{QLatin1StringView("Permission denied"), Error::Kind::AuthenticationNeeded},
    Sign{QLatin1StringView("Too many authentication failures"), Error::Kind::AuthenticationNeeded},
    Sign{QLatin1StringView("Bad configuration option"), Error::Kind::InvalidInput},
    Sign{QLatin1StringView("open user config file"), Error::Kind::InvalidInput},
    Sign{QLatin1StringView("unix_listener: path"), Error::Kind::Internal},
    Sign{QLatin1StringView("Connection reset"), Error::Kind::Unreachable},
    Sign{QLatin1StringView("Connection closed"), Error::Kind::Unreachable},
    Sign{QLatin1StringView("Broken pipe"), Error::Kind::Unreachable},
};

/// Warnings and banners aside, at most a screenful.
QString tellingPart(const QString &output)
{
    QStringList lines;
    for (const auto &line : output.split(u'\n', Qt::SkipEmptyParts)) {
        const auto text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith(QLatin1StringView("Warning: Permanently added")))
            lines << text;
    }
    return lines.mid(qMax<qsizetype>(0, lines.size() - 20)).join(u'\n');
}

} // namespace

Error sshFailure(const QString &output, const QString &host)
{
    const auto detail = QStringLiteral("ssh %1").arg(host);
    for (const auto &sign : signs) {
        if (output.contains(sign.text, Qt::CaseInsensitive))
            return {sign.kind, tellingPart(output), detail};
    }
    const auto text = tellingPart(output);
    return {Error::Kind::Unreachable, text.isEmpty() ? QStringLiteral("ssh ended without a reason.") : text, detail};
}
