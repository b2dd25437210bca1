// SPDX-License-Identifier: GPL-3.0-or-later
// How much a server shall compress, from what the way was seen to carry: levels as Tight has them. A value; knows no
// session.
#pragma once

#include "viewer/session/consolesession.h"

#include <chrono>
#include <optional>

struct RfbLevels {
    int compression = 2; ///< 0 … 9: processor time of the server for fewer bytes
    int jpeg = 8;        ///< 0 … 9: fewer bytes for a worse picture

    friend bool operator==(const RfbLevels &, const RfbLevels &) = default;
};

class RfbQuality final {
public:
    explicit RfbQuality(PictureQuality wish = PictureQuality::Automatic) { choose(wish); }

    void choose(PictureQuality wish);
    PictureQuality wish() const { return m_wish; }
    RfbLevels levels() const { return m_levels; }

    /// An update of so many bytes took so long from its first byte to its last. True where the levels are others now,
    /// which happens only while the choice is automatic.
    bool learn(quint64 bytes, std::chrono::microseconds took);

private:
    PictureQuality m_wish = PictureQuality::Automatic;
    RfbLevels m_levels;
    std::optional<double> m_rate; ///< bytes a second, smoothed
    int m_steadyFor = 0;          ///< how many updates in a row have asked for other levels
};
