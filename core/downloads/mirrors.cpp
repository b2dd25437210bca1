// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/mirrors.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace {

bool isWeb(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == u"http" || url.scheme() == u"https");
}

std::optional<std::pair<QString, QString>> pairFrom(const QString &line)
{
    static const QRegularExpression gap(QStringLiteral("\\s+"));
    const auto parts = line.trimmed().split(gap);
    if (parts.size() != 2 || !isWeb(parts[0]) || !isWeb(parts[1]))
        return std::nullopt;
    return std::pair{parts[0], parts[1]};
}

} // namespace

Mirrors::Mirrors(const QStringList &lines)
{
    for (const auto &line : lines) {
        if (const auto pair = pairFrom(line))
            m_pairs += *pair;
    }
    std::stable_sort(m_pairs.begin(), m_pairs.end(), [](const auto &a, const auto &b) { return a.first.size() > b.first.size(); });
}

bool Mirrors::isValid(const QString &line)
{
    return pairFrom(line).has_value();
}

QUrl Mirrors::apply(const QUrl &url) const
{
    const auto text = url.toString(QUrl::FullyEncoded);
    for (const auto &[from, to] : m_pairs) {
        // "https://a.example" must not catch "https://a.example.org".
        if (!text.startsWith(from))
            continue;
        const auto rest = text.mid(from.size());
        if (rest.isEmpty() || from.endsWith(u'/') || rest.startsWith(u'/') || rest.startsWith(u'?')) {
            const bool isDoubled = to.endsWith(u'/') && rest.startsWith(u'/');
            const bool isMissing = !to.endsWith(u'/') && from.endsWith(u'/');
            return QUrl(to + (isMissing ? QStringLiteral("/") : QString()) + (isDoubled ? rest.mid(1) : rest), QUrl::StrictMode);
        }
    }
    return url;
}
