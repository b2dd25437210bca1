// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/machines/machinestate.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <vector>

namespace {

using S = MachineState;
using V = MachineVerb;

const std::vector<S> states{S::Unknown, S::Off, S::Saved, S::Starting, S::Restoring, S::Running, S::Paused, S::Suspended,
                            S::ShuttingDown, S::Stopping, S::Saving, S::Migrating, S::Crashed};
const std::vector<V> verbs{V::Start, V::ShutDown, V::Reboot, V::Reset, V::ForceOff, V::Pause, V::Resume, V::Save, V::Restore,
                           V::DiscardSavedState, V::ChangeAutostart, V::Rename, V::Remove, V::Export, V::OpenConsole};

/// Written down a second time, from the point of view of a person: what may be done with a machine that is …
const std::map<S, std::set<V>> allowed{
    {S::Unknown, {}},
    {S::Off, {V::Start, V::ChangeAutostart, V::Rename, V::Remove, V::Export}},
    {S::Saved, {V::Start, V::Restore, V::DiscardSavedState, V::ChangeAutostart, V::Remove}},
    {S::Starting, {V::ForceOff, V::ChangeAutostart}},
    {S::Restoring, {V::ForceOff, V::ChangeAutostart}},
    {S::Running, {V::ShutDown, V::Reboot, V::Reset, V::ForceOff, V::Pause, V::Save, V::ChangeAutostart, V::OpenConsole}},
    {S::Paused, {V::Reset, V::ForceOff, V::Resume, V::Save, V::ChangeAutostart, V::OpenConsole}},
    {S::Suspended, {V::Reset, V::ForceOff, V::Resume, V::ChangeAutostart, V::OpenConsole}},
    {S::ShuttingDown, {V::ShutDown, V::Reset, V::ForceOff, V::Pause, V::Save, V::ChangeAutostart, V::OpenConsole}},
    {S::Stopping, {V::ChangeAutostart}},
    {S::Saving, {V::ForceOff, V::ChangeAutostart, V::OpenConsole}},
    {S::Migrating, {V::ForceOff, V::ChangeAutostart, V::OpenConsole}},
    {S::Crashed, {V::Reset, V::ForceOff, V::ChangeAutostart, V::OpenConsole}},
};

} // namespace

TEST(MachineState, AllowsExactlyTheVerbsOfEachState)
{
    for (const auto state : states) {
        for (const auto verb : verbs)
            EXPECT_EQ(bool(allows(state, verb)), allowed.at(state).contains(verb)) << int(state) << " × " << int(verb);
    }
}

TEST(MachineState, GivesAReasonForEachRefusal)
{
    EXPECT_EQ(allows(S::Off, V::ShutDown).refusal, Refusal::NotRunning);
    EXPECT_EQ(allows(S::Running, V::Start).refusal, Refusal::AlreadyRunning);
    EXPECT_EQ(allows(S::Running, V::Resume).refusal, Refusal::NotPaused);
    EXPECT_EQ(allows(S::Paused, V::Pause).refusal, Refusal::AlreadyPaused);
    EXPECT_EQ(allows(S::Suspended, V::Pause).refusal, Refusal::Asleep);
    EXPECT_EQ(allows(S::Off, V::Restore).refusal, Refusal::NoSavedState);
    EXPECT_EQ(allows(S::Running, V::Remove).refusal, Refusal::StillOn);
    EXPECT_EQ(allows(S::Saving, V::Pause).refusal, Refusal::InTransition);
    for (const auto verb : verbs)
        EXPECT_EQ(allows(S::Unknown, verb).refusal, Refusal::HostNotConnected);
}

TEST(MachineState, NeverForbidsTheWayOut)
{
    // Whatever has a process can be ended, unless that is under way or nobody knows.
    for (const auto state : states) {
        if (isActive(state) && state != S::Stopping) {
            EXPECT_TRUE(allows(state, V::ForceOff)) << int(state);
        }
    }
}

TEST(MachineState, ShowsTheTransitionOfAVerb)
{
    EXPECT_EQ(stateDuring(V::Start, S::Off), S::Starting);
    EXPECT_EQ(stateDuring(V::Start, S::Saved), S::Restoring);
    EXPECT_EQ(stateDuring(V::Save, S::Running), S::Saving);
    EXPECT_EQ(stateDuring(V::ForceOff, S::Paused), S::Stopping);
    for (const auto state : states) {
        for (const auto verb : verbs) {
            const auto during = stateDuring(verb, state);
            EXPECT_TRUE(during == state || isTransitional(during)) << int(state) << " × " << int(verb);
        }
    }
}
