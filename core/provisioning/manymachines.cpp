// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/manymachines.h"

#include "core/provisioning/windows/windowschecks.h"

#include <algorithm>

namespace {

constexpr qsizetype longestLabel = 63;    // RFC 1035
constexpr qsizetype longestComputer = 15; // NetBIOS, which Windows keeps to

/// The number goes into the first part of a host name, and has its place there.
QString numbered(const QString &hostName, int number, qsizetype longest)
{
    const auto label = hostName.section(u'.', 0, 0);
    const auto tail = QStringLiteral("-%1").arg(number);
    return label.left(longest - tail.size()) + tail + hostName.mid(label.size());
}

/// Empty where it is made of the machine's name, which has the number.
QString hostNameOf(const MachineRecipe &recipe, int number)
{
    if (recipe.os.isWindows) // of the machine's name it would take the beginning, which is the same
        return numbered(recipe.account.hostName.isEmpty() ? windowsComputerFrom(recipe.name) : recipe.account.hostName, number, longestComputer);
    return recipe.account.hostName.isEmpty() ? QString() : numbered(recipe.account.hostName, number, longestLabel);
}

} // namespace

std::optional<OneOnly> whyOneOnly(const MachineRecipe &recipe, const HostSurvey &survey)
{
    if (recipe.source == MediaSource::ExistingDisk && recipe.diskUse == DiskUse::InPlace)
        return OneOnly::DiskInPlace;
    if (recipe.source == MediaSource::CustomXml || !recipe.definition.isEmpty())
        return OneOnly::Definition;
    if (recipe.source == MediaSource::Appliance)
        return OneOnly::Appliance;
    if (recipe.source == MediaSource::NetworkInstall && recipe.fromNetwork.way == NetworkInstall::Way::Tree)
        return OneOnly::Tree;
    if (recipe.source == MediaSource::Container && !recipe.container.root.isEmpty())
        return OneOnly::Root;
    if (recipe.source == MediaSource::CloudImage && recipe.cloud.address)
        return OneOnly::FixedAddress;
    if (!recipe.forwards.ports.empty())
        return OneOnly::Ports;
    if (fillsPool(recipe) && survey.hasStorage && survey.pools.empty())
        return OneOnly::FirstPool;
    return std::nullopt;
}

int machinesOf(const MachineRecipe &recipe, const HostSurvey &survey)
{
    return whyOneOnly(recipe, survey) ? 1 : std::clamp(recipe.count, 1, mostMachines);
}

QStringList namesOf(const MachineRecipe &recipe, const HostSurvey &survey)
{
    const int count = machinesOf(recipe, survey);
    if (count == 1)
        return {recipe.name};
    QStringList names;
    for (int number = 1; number <= count; ++number)
        names += QStringLiteral("%1-%2").arg(recipe.name).arg(number);
    return names;
}

std::vector<MachineRecipe> recipesOf(const MachineRecipe &recipe, const HostSurvey &survey)
{
    std::vector<MachineRecipe> recipes;
    const auto names = namesOf(recipe, survey);
    for (const auto &name : names) {
        auto &each = recipes.emplace_back(recipe);
        each.name = name;
        each.count = 1;
        if (names.size() > 1)
            each.account.hostName = hostNameOf(recipe, int(recipes.size()));
    }
    return recipes;
}
