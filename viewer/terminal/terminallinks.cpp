// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/terminal/terminallinks.h"

#include <QUrl>

namespace {
constexpr qsizetype longest = 2083;
constexpr qsizetype mostHeld = 1 << 20;
constexpr size_t mostAddresses = 16384;

bool isHarmless(const QUrl &url)
{
    return url.isValid() && (url.scheme() == u"https" || url.scheme() == u"http" || url.scheme() == u"mailto");
}
} // namespace

std::uint16_t TerminalLinks::numberOf(QByteArrayView address)
{
    if (address.isEmpty() || address.size() > longest)
        return 0;
    const QUrl url(QString::fromUtf8(address), QUrl::StrictMode);
    if (!isHarmless(url))
        return 0;
    const auto text = url.toString(QUrl::FullyEncoded);
    if (!m_addresses.empty() && m_addresses.back() == text)
        return std::uint16_t(m_addresses.size());
    if (m_addresses.size() >= mostAddresses || m_held + text.size() > mostHeld)
        return 0;
    m_held += text.size();
    m_addresses.push_back(text);
    return std::uint16_t(m_addresses.size());
}

QString TerminalLinks::address(int number) const
{
    return number > 0 && size_t(number) <= m_addresses.size() ? m_addresses[size_t(number - 1)] : QString();
}
