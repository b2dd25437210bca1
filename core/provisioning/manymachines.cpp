// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/manymachines.h"

#include <algorithm>

std::optional<OneOnly> whyOneOnly(const MachineRecipe &recipe, const HostSurvey &survey)
{
    if (recipe.source == MediaSource::ExistingDisk && recipe.diskUse == DiskUse::InPlace)
        return OneOnly::DiskInPlace;
    if (recipe.source == MediaSource::CustomXml || !recipe.definition.isEmpty())
        return OneOnly::Definition;
    if (recipe.source == MediaSource::Appliance)
        return OneOnly::Appliance;
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
        if (names.size() > 1 && !each.account.hostName.isEmpty())
            each.account.hostName += QStringLiteral("-%1").arg(recipes.size());
    }
    return recipes;
}
