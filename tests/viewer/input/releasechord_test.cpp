// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewer/input/releasechord.h"

#include <gtest/gtest.h>

namespace {
constexpr auto ctrl = Qt::ControlModifier;
constexpr auto alt = Qt::AltModifier;
constexpr auto shift = Qt::ShiftModifier;
constexpr auto other = Qt::NoModifier;
} // namespace

TEST(ReleaseChord, CompletesAtTheFirstReleaseOfBothKeys)
{
    ReleaseChord chord;
    EXPECT_FALSE(chord.press(ctrl));
    EXPECT_FALSE(chord.press(alt));
    EXPECT_TRUE(chord.release(ctrl));
    EXPECT_FALSE(chord.release(alt));
}

TEST(ReleaseChord, IsSpoiltByAnyOtherKey)
{
    ReleaseChord chord;
    chord.press(ctrl);
    chord.press(alt);
    chord.press(other); // Ctrl+Alt+F2
    chord.release(other);
    EXPECT_FALSE(chord.release(alt));
    EXPECT_FALSE(chord.release(ctrl));
    // Once all are up it counts afresh.
    chord.press(alt);
    chord.press(ctrl);
    EXPECT_TRUE(chord.release(alt));
}

TEST(ReleaseChord, IsSpoiltByAnotherModifier)
{
    ReleaseChord chord;
    chord.press(ctrl);
    chord.press(shift);
    chord.press(alt);
    EXPECT_FALSE(chord.release(alt));
}

TEST(ReleaseChord, NeedsAllOfItsKeys)
{
    ReleaseChord chord;
    chord.press(ctrl);
    EXPECT_FALSE(chord.release(ctrl));
}

TEST(ReleaseChord, FollowsItsSetting)
{
    ReleaseChord chord;
    chord.setKeys(shift | Qt::MetaModifier);
    chord.press(Qt::MetaModifier);
    chord.press(shift);
    EXPECT_TRUE(chord.release(shift));
    chord.setKeys({});
    chord.press(ctrl);
    EXPECT_FALSE(chord.release(ctrl));
}
