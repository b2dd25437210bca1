// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/machinerecipe.h"

#include "core/provisioning/defaultchecks.h"
#include "core/provisioning/machinename.h"
#include "core/provisioning/machineplan.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <tuple>

namespace {

/// What people call a system, not whose it is.
QString shortened(QString systemName)
{
    static const std::array vendors = {QStringLiteral("Microsoft "), QStringLiteral("The ")};
    for (const auto &vendor : vendors) {
        if (systemName.startsWith(vendor))
            systemName.remove(0, vendor.size());
    }
    return systemName;
}

QString withoutImageSuffix(const QString &file)
{
    static const std::array suffixes = {QStringLiteral(".iso"),  QStringLiteral(".img"),   QStringLiteral(".qcow2"),
                                        QStringLiteral(".raw"),  QStringLiteral(".vmdk"),  QStringLiteral(".vdi"),
                                        QStringLiteral(".vhdx"), QStringLiteral(".vhd")};
    for (const auto &suffix : suffixes) {
        if (file.endsWith(suffix, Qt::CaseInsensitive))
            return file.chopped(suffix.size());
    }
    return file;
}

const PoolOffer *bestPool(const HostSurvey &survey)
{
    // Kinds that hold qcow2 files, which grow as they are used.
    const auto holdsFiles = [](const PoolOffer &pool) {
        return pool.kind == u"dir" || pool.kind == u"fs" || pool.kind == u"netfs" || pool.kind.isEmpty();
    };
    const auto worth = [&](const PoolOffer &pool) {
        return std::tuple(pool.active, holdsFiles(pool), pool.name == u"default", pool.available);
    };
    const auto best = std::max_element(survey.pools.begin(), survey.pools.end(),
                                       [&](const auto &a, const auto &b) { return worth(a) < worth(b); });
    return best == survey.pools.end() ? nullptr : &*best;
}

} // namespace

QString proposeName(const MachineRecipe &recipe, const QString &mediaLabel, const HostSurvey &survey)
{
    auto base = nameFrom(shortened(recipe.os.os.name));
    if (base.isEmpty())
        base = nameFrom(mediaLabel);
    if (base.isEmpty())
        base = nameFrom(withoutImageSuffix(QFileInfo(recipe.mediaPath).fileName()));
    if (base.isEmpty())
        base = QStringLiteral("machine");
    auto name = base;
    for (int number = 2; survey.machineNames.contains(name); ++number)
        name = QStringLiteral("%1-%2").arg(base).arg(number);
    return name;
}

void applyRecommendations(MachineRecipe &recipe, const HostSurvey &survey)
{
    const auto &os = recipe.os;
    recipe.acceleration = defaultAcceleration(recipe.defaults, survey);
    recipe.vcpus = os.vcpus > 0 ? os.vcpus : 2;
    if (survey.cpuThreads > 0)
        recipe.vcpus = std::min(recipe.vcpus, survey.cpuThreads);
    if (const auto *caps = chosenAccelerator(recipe, survey); caps && caps->maxVcpus > 0)
        recipe.vcpus = std::min(recipe.vcpus, caps->maxVcpus);

    recipe.memory = os.memory.isZero() ? Bytes::gib(2) : os.memory;
    // Half of the host is for the host, unless the system would not start with less.
    const Bytes half(survey.memory.count() / 2);
    if (!half.isZero() && recipe.memory > half)
        recipe.memory = std::max(Bytes::mib(half.inMib()), os.memoryMinimum);

    recipe.diskSize = os.disk.isZero() ? Bytes::gib(20) : os.disk;
    recipe.withDisk = takesBlankDisk(recipe.source) && survey.hasStorage;
    const auto *wished = defaultPool(recipe.defaults, survey);
    const auto *pool = wished ? wished : bestPool(survey);
    recipe.pool = pool ? pool->name : QString();

    recipe.network.reset();
    if (const auto *offer = defaultNetwork(recipe.defaults, survey)) {
        recipe.network = *offer;
        return;
    }
    const auto network = std::find_if(survey.networks.begin(), survey.networks.end(), [](const auto &offer) {
        return offer.active && offer.kind != NetworkOffer::Kind::Direct; // nobody is put on the host's own network unasked
    });
    if (network != survey.networks.end())
        recipe.network = *network;
}

const DomainCapabilities *chosenAccelerator(const MachineRecipe &recipe, const HostSurvey &survey)
{
    if (survey.accelerators.empty())
        return nullptr;
    const auto find = [&survey](QStringView name) {
        const auto it = std::find_if(survey.accelerators.begin(), survey.accelerators.end(),
                                     [name](const auto &caps) { return caps.accelerator == name; });
        return it == survey.accelerators.end() ? nullptr : &*it;
    };
    const auto *best = &survey.accelerators.front();
    switch (recipe.acceleration) {
    case Acceleration::Automatic: return best;
    case Acceleration::Emulation: return best->accelerator == u"kvm" ? find(u"qemu") : best;
    case Acceleration::Hardware: break;
    }
    const auto *kvm = find(u"kvm");
    return kvm ? kvm : best;
}

RecipeOutcome outcomeOf(const MachineRecipe &recipe, const HostSurvey &survey)
{
    const auto plan = planFor(recipe, survey);
    RecipeOutcome outcome;
    outcome.accelerator = plan.accelerator;
    outcome.machineType = plan.machineType;
    outcome.cpuMode = plan.cpuMode.text();
    outcome.diskBus = plan.diskBus.text();
    outcome.nicModel = recipe.network ? plan.nicModel.text() : QString();
    outcome.videoModel = plan.videoModel.text();
    outcome.display = plan.display;
    outcome.uefi = plan.uefi;
    outcome.secureBoot = plan.secureBoot;
    outcome.tpm = !plan.tpmModel.isEmpty();
    return outcome;
}
