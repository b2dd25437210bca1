// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/defaultchecks.h"

#include "core/provisioning/machineplan.h"
#include "core/provisioning/volumeconfig.h"

#include <algorithm>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;
using Field = RecipeFinding::Field;

RecipeFinding unserved(Field field, const QString &wanted)
{
    return {Kind::DefaultUnserved, Severity::Note, field, wanted};
}

} // namespace

const PoolOffer *defaultPool(const MachineDefaults &defaults, const HostSurvey &survey)
{
    const auto *pool = defaults.pool.isEmpty() ? nullptr : survey.pool(defaults.pool);
    return pool && pool->active ? pool : nullptr;
}

const NetworkOffer *defaultNetwork(const MachineDefaults &defaults, const HostSurvey &survey)
{
    const auto found = std::find_if(survey.networks.begin(), survey.networks.end(), [&defaults](const NetworkOffer &offer) {
        return offer.active && networkKey(offer) == defaults.network;
    });
    return found == survey.networks.end() ? nullptr : &*found;
}

Acceleration defaultAcceleration(const MachineDefaults &defaults, const HostSurvey &survey)
{
    const QStringView wanted = defaults.acceleration == Acceleration::Hardware ? u"kvm" : u"qemu";
    const bool isOffered = std::any_of(survey.accelerators.begin(), survey.accelerators.end(),
                                       [wanted](const DomainCapabilities &caps) { return caps.accelerator == wanted; });
    return isOffered ? defaults.acceleration : Acceleration::Automatic;
}

std::vector<RecipeFinding> checkDefaults(const MachineRecipe &recipe, const HostSurvey &survey)
{
    std::vector<RecipeFinding> findings;
    const auto &defaults = recipe.defaults;
    // What was chosen here in place of a default is the person's own, and no news.
    if (!defaults.pool.isEmpty() && fillsPool(recipe) && !survey.pools.empty() && !defaultPool(defaults, survey))
        findings.push_back(unserved(Field::Disk, defaults.pool));
    if (!defaults.network.isEmpty() && recipe.network && !defaultNetwork(defaults, survey))
        findings.push_back(unserved(Field::Network, defaults.network.section(u':', 1)));
    const auto plan = planFor(recipe, survey);
    if (plan.plain)
        return findings;
    if (defaults.acceleration != Acceleration::Automatic && defaultAcceleration(defaults, survey) == Acceleration::Automatic)
        findings.push_back(unserved(Field::Acceleration, {}));
    if (defaults.firmware != MachineDefaults::Firmware::Automatic && recipe.source != MediaSource::Appliance
        && plan.uefi != (defaults.firmware == MachineDefaults::Firmware::Uefi))
        findings.push_back(unserved(Field::Firmware, plan.uefi ? QStringLiteral("BIOS") : QStringLiteral("UEFI")));
    const auto wanted = defaults.display == MachineDefaults::Display::Spice ? QStringLiteral("spice") : QStringLiteral("vnc");
    if (defaults.display != MachineDefaults::Display::Automatic && plan.display != wanted)
        findings.push_back(unserved(Field::Host, wanted.toUpper()));
    return findings;
}
