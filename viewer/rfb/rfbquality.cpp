// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/rfb/rfbquality.h"

#include <algorithm>

namespace {

// Less tells of the way's delay rather than of its width.
constexpr quint64 fewestBytes = 16 * 1024;
// The levels change when so many updates agree: changing them makes some servers send the whole picture anew.
constexpr int agreeing = 5;
constexpr double weight = 0.25;

constexpr RfbLevels best{1, 9};
constexpr RfbLevels balanced{3, 7};
constexpr RfbLevels fast{7, 3};

struct Step {
    double atLeast; ///< bytes a second
    RfbLevels levels;
};
constexpr double megabit = 1e6 / 8;
constexpr Step steps[] = {
    {80 * megabit, {1, 9}}, {20 * megabit, {2, 8}}, {6 * megabit, {3, 7}}, {2 * megabit, {5, 5}}, {0.7 * megabit, {7, 3}}, {0, {9, 1}},
};
// Nobody knows the way yet.
constexpr RfbLevels first = steps[1].levels;

// A way between two steps stays with the one that it has.
RfbLevels levelsFor(double rate, const RfbLevels &now)
{
    constexpr double margin = 1.25;
    for (const Step &each : steps) {
        const bool climbing = each.levels.jpeg > now.jpeg;
        if (rate >= each.atLeast * (climbing ? margin : 1))
            return each.levels;
    }
    return now;
}

} // namespace

void RfbQuality::choose(PictureQuality wish)
{
    m_wish = wish;
    m_steadyFor = 0;
    switch (wish) {
    case PictureQuality::Automatic:
        m_levels = m_rate ? levelsFor(*m_rate, {0, -1}) : first;
        break;
    case PictureQuality::Best:
        m_levels = best;
        break;
    case PictureQuality::Balanced:
        m_levels = balanced;
        break;
    case PictureQuality::Fast:
        m_levels = fast;
        break;
    }
}

bool RfbQuality::learn(quint64 bytes, std::chrono::microseconds took)
{
    if (bytes < fewestBytes)
        return false;
    const double rate = double(bytes) * 1e6 / double(std::max<qint64>(took.count(), 1));
    m_rate = m_rate ? *m_rate + weight * (rate - *m_rate) : rate;
    const RfbLevels wanted = m_wish == PictureQuality::Automatic ? levelsFor(*m_rate, m_levels) : m_levels;
    m_steadyFor = wanted == m_levels ? 0 : m_steadyFor + 1;
    if (m_steadyFor < agreeing)
        return false;
    m_steadyFor = 0;
    m_levels = wanted;
    return true;
}
