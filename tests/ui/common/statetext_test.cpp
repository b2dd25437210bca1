// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/statetext.h"

#include <QSet>

#include <gtest/gtest.h>

namespace {

template<class Enum>
std::vector<Enum> allUpTo(Enum last)
{
    std::vector<Enum> values;
    for (int i = 0; i <= int(last); ++i)
        values.push_back(Enum(i));
    return values;
}

} // namespace

TEST(StateText, HasDistinctWordsForEveryStateOfAMachine)
{
    QSet<QString> seen;
    for (const auto state : allUpTo(MachineState::Crashed)) {
        const auto text = statetext::of(state);
        EXPECT_FALSE(text.isEmpty());
        EXPECT_FALSE(seen.contains(text)) << qPrintable(text);
        seen << text;
    }
}

TEST(StateText, HasDistinctWordsForEveryVerb)
{
    QSet<QString> seen;
    for (const auto verb : allUpTo(MachineVerb::OpenConsole)) {
        const auto text = statetext::verb(verb);
        EXPECT_FALSE(text.isEmpty());
        EXPECT_FALSE(seen.contains(text)) << qPrintable(text);
        seen << text;
    }
}

TEST(StateText, HasWordsForEveryStateOfAHost)
{
    for (const auto state : allUpTo(HostState::Failed))
        EXPECT_FALSE(statetext::of(state).isEmpty());
}

TEST(StateText, ExplainsEveryRefusalInASentenceAndNoPermission)
{
    for (const auto refusal : allUpTo(Refusal::NoDisplay)) {
        for (const auto verb : allUpTo(MachineVerb::OpenConsole)) {
            const auto text = statetext::refusal(refusal, verb);
            if (refusal == Refusal::None)
                EXPECT_TRUE(text.isEmpty());
            else
                EXPECT_TRUE(text.endsWith(QLatin1Char('.'))) << qPrintable(text);
        }
    }
}

TEST(StateText, NamesTheSubjectInTheTitleOfEveryJob)
{
    for (const auto kind : allUpTo(JobKind::CreateMachine)) {
        const Job job(kind, QStringLiteral("web-01"), nullptr, Job::Cancel::Impossible);
        const auto title = statetext::jobTitle(job);
        EXPECT_TRUE(title.contains(QStringLiteral("web-01"))) << int(kind);
        EXPECT_GT(title.size(), 6);
    }
}

TEST(StateText, KeepsPercentSignsInNamesOfMachines)
{
    const Job job(JobKind::Start, QStringLiteral("100%1"), nullptr, Job::Cancel::Impossible);
    EXPECT_EQ(statetext::jobTitle(job), QStringLiteral("Starting 100%1"));
}

TEST(StateText, HasWordsForEveryStep)
{
    for (const auto step : allUpTo(JobStep::CleaningUp))
        EXPECT_FALSE(statetext::step(step).isEmpty());
}

TEST(StateText, HasASentenceForEveryFindingAndShowsWhatWasMeasured)
{
    for (const auto kind : allUpTo(HostFinding::Kind::SlowHost))
        EXPECT_TRUE(statetext::finding({kind, {}}).endsWith(u'.'));
    EXPECT_TRUE(statetext::finding({HostFinding::Kind::KvmProbeSlow, QStringLiteral("15")}).contains(QStringLiteral("15 s")));
    EXPECT_TRUE(statetext::finding({HostFinding::Kind::SlowHost, QStringLiteral("700")}).contains(QStringLiteral("700 ms")));
}

TEST(StateText, CallsHostsAsPeopleDo)
{
    const auto label = [](const char *text) { return statetext::hostLabel(HostUri::parse(QString::fromLatin1(text)).value()); };
    EXPECT_EQ(label("qemu:///session"), QStringLiteral("This computer"));
    EXPECT_EQ(label("qemu:///system"), QStringLiteral("This computer (system)"));
    EXPECT_EQ(label("qemu+ssh://root@lab-01/system"), QStringLiteral("lab-01"));
    EXPECT_EQ(label("test:///default"), QStringLiteral("Demonstration host"));
}
