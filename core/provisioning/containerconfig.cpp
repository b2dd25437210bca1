// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/containerconfig.h"

#include "core/config/domain/clock.h"
#include "core/config/domain/console.h"
#include "core/config/domain/domainconfig.h"
#include "core/config/domain/filesystem.h"
#include "core/config/domain/firmware.h"
#include "core/config/domain/general.h"
#include "core/config/domain/memory.h"
#include "core/config/domain/processor.h"
#include "core/provisioning/nicsource.h"

#include <QDir>
#include <QFileInfo>

namespace {

using Kind = RecipeFinding::Kind;
using Severity = RecipeFinding::Severity;

void writeRoot(DomainConfig &config, const ContainerSetup &setup)
{
    if (setup.root.isEmpty())
        return;
    auto root = config.addDevice<Filesystem>();
    root.set(Filesystem::type, QStringLiteral("mount"));
    root.set(Filesystem::accessMode, QStringLiteral("passthrough"));
    root.set(Filesystem::folder, QDir::cleanPath(setup.root));
    root.set(Filesystem::target, QStringLiteral("/"));
}

} // namespace

QString programOf(const ContainerSetup &setup)
{
    if (!setup.program.isEmpty())
        return setup.program;
    return setup.kind == ContainerSetup::Kind::System ? QStringLiteral("/sbin/init") : QStringLiteral("/bin/sh");
}

std::vector<RecipeFinding> checkContainer(const MachineRecipe &recipe, const HostSurvey &survey, const FolderLook &look)
{
    std::vector<RecipeFinding> findings;
    const auto add = [&findings](Kind kind, Severity severity, const QString &figure = {}) {
        findings.push_back({kind, severity, RecipeFinding::Field::Media, figure});
    };
    const auto &setup = recipe.container;
    if (!survey.container)
        add(Kind::ContainerUnsupported, Severity::Blocker);
    if (!QDir::isAbsolutePath(programOf(setup)))
        add(Kind::ContainerProgramInvalid, Severity::Blocker, setup.program);
    if (setup.root.isEmpty()) {
        const bool isSystem = setup.kind == ContainerSetup::Kind::System;
        add(isSystem ? Kind::ContainerRootMissing : Kind::ContainerSharesFiles, isSystem ? Severity::Blocker : Severity::Warning);
    } else if (!QDir::isAbsolutePath(setup.root) || (survey.isLocal && !look.isThere)) {
        add(Kind::ContainerRootMissing, Severity::Blocker, setup.root);
    }
    return findings;
}

QString containerXmlFor(const MachineRecipe &recipe, const HostSurvey &survey)
{
    DomainConfig config;
    auto general = config.as<General>();
    if (survey.container)
        general.set(General::accelerator, Accelerator(survey.container->accelerator));
    general.set(General::name, recipe.name);
    config.as<Memory>().set(Memory::maximum, recipe.memory);
    config.as<Processor>().set(Processor::vcpus, quint64(recipe.vcpus));
    auto firmware = config.as<Firmware>();
    firmware.set(Firmware::type, osTypes::exe());
    if (survey.container && !survey.container->architecture.isEmpty())
        firmware.set(Firmware::architecture, survey.container->architecture);
    config.root().setText("os/init", programOf(recipe.container));
    config.as<Clock>().set(Clock::offset, clockOffsets::utc());
    general.set(General::onPoweroff, lifecycle::destroy());
    general.set(General::onReboot, lifecycle::restart());
    general.set(General::onCrash, lifecycle::destroy());
    if (survey.container && !survey.container->emulator.isEmpty())
        config.root().ensure("devices").setText("emulator", survey.container->emulator);
    writeRoot(config, recipe.container);
    if (recipe.network) {
        auto nic = config.addDevice<Nic>();
        connectTo(nic, *recipe.network);
    }
    config.addDevice<Console>().set(Console::type, charBackends::pty());
    return config.toXml();
}
