// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provisioning/recipecopies.h"

#include "core/config/domain/domainconfig.h"
#include "core/config/domain/general.h"
#include "core/provisioning/containerconfig.h"
#include "core/provisioning/foldersharing.h"
#include "core/provisioning/machineplan.h"
#include "core/provisioning/network/networkchecks.h"
#include "core/provisioning/portforwarding.h"
#include "core/provisioning/recipetoconfig.h"
#include "core/provisioning/volumeconfig.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace {

/// For a POSIX shell: as it is where nothing in it means something there, else in single quotes.
QString quoted(const QString &text)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9@%+=:,./_-]+$"));
    if (plain.match(text).hasMatch())
        return text;
    auto inside = text;
    return u'\'' + inside.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

/// A value within an option of virt-install, whose parts commas divide.
QString value(QString text)
{
    return text.replace(u',', QStringLiteral(",,"));
}

/// As Ruby's single quotes want it.
QString ruby(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + text + u'\'';
}

QString containerCommand(const MachineRecipe &recipe, const HostSurvey &survey, const QString &uri)
{
    QStringList words{QStringLiteral("virt-install"), QStringLiteral("--connect"), uri, QStringLiteral("--name"), recipe.name, QStringLiteral("--container"),
                      QStringLiteral("--virt-type"), survey.container ? survey.container->accelerator : QStringLiteral("lxc"), QStringLiteral("--memory"),
                      QString::number(recipe.memory.inMib()), QStringLiteral("--vcpus"), QString::number(recipe.vcpus), QStringLiteral("--init"),
                      programOf(recipe.container), QStringLiteral("--network"),
                      recipe.network ? QStringLiteral("network=") + value(recipe.network->name) : QStringLiteral("none")};
    if (!recipe.container.root.isEmpty())
        words += {QStringLiteral("--filesystem"), value(recipe.container.root) + QStringLiteral(",/")};
    words += QStringLiteral("--noautoconsole");
    for (auto &word : words)
        word = quoted(word);
    return words.join(u' ');
}

class Command {
public:
    Command(const MachineRecipe &recipe, const HostSurvey &survey) : m_recipe(recipe), m_survey(survey), m_plan(planFor(recipe, survey)) {}

    QString text(const QString &uri)
    {
        add("connect", uri);
        add("name", m_recipe.name);
        add("osinfo", m_recipe.os.known ? QStringLiteral("name=%1,require=off").arg(m_recipe.os.os.shortId) : QStringLiteral("detect=on,require=off"));
        add("virt-type", m_plan.accelerator);
        addBoard();
        addDisks();
        addNetwork();
        if (!m_recipe.folder.path.isEmpty() && m_survey.folderSharing != FolderSharing::None)
            add("filesystem", folderOptions(m_recipe.folder, m_survey.folderSharing));
        if (!m_plan.plain)
            addDevices();
        if (!m_recipe.startNow)
            m_lines += QStringLiteral("--noreboot");
        add("noautoconsole", {});
        return QStringLiteral("virt-install") + m_lines.join(QString());
    }

private:
    void add(const char *option, const QString &argument)
    {
        auto line = QStringLiteral(" \\\n  --") + QLatin1StringView(option);
        if (!argument.isEmpty()) // what begins with a dash would be taken for an option
            line += (argument.startsWith(u'-') ? u'=' : u' ') + quoted(argument);
        m_lines += line;
    }

    void addBoard()
    {
        auto memory = QString::number(m_recipe.memory.inMib());
        add("memory", memory);
        if (m_plan.sharedMemory)
            add("memorybacking", QStringLiteral("source.type=memfd,access.mode=shared"));
        const auto count = QString::number(m_recipe.vcpus);
        add("vcpus", m_recipe.vcpus > 1 && !m_plan.plain ? QStringLiteral("%1,sockets=1,cores=%1,threads=1").arg(count) : count);
        if (m_plan.plain)
            return;
        if (!m_plan.cpuMode.isEmpty())
            add("cpu", QStringLiteral("mode=") + m_plan.cpuMode.text());
        add("machine", m_plan.machineType);
        if (m_plan.ioThread)
            add("iothreads", QStringLiteral("1"));
        if (m_plan.uefi && m_plan.isX86)
            add("boot", QStringLiteral("firmware=efi,firmware.feature0.name=enrolled-keys,firmware.feature0.enabled=%1,firmware.feature1.name=secure-boot,"
                                       "firmware.feature1.enabled=%1").arg(m_plan.secureBoot ? QStringLiteral("yes") : QStringLiteral("no")));
        else if (m_plan.uefi)
            add("boot", QStringLiteral("firmware=efi"));
        if (m_plan.secureBoot)
            add("features", QStringLiteral("smm.state=on"));
    }

    void addDisks()
    {
        const auto media = expectedMedia(m_recipe, m_survey);
        for (const auto &disk : media.disks) {
            auto argument = QStringLiteral("path=%1").arg(value(disk.path));
            if (m_recipe.withDisk)
                argument += QStringLiteral(",size=%1,sparse=yes").arg(m_recipe.diskSize.inGib());
            argument += QStringLiteral(",format=%1").arg(disk.format);
            if (!m_plan.plain) {
                argument += QStringLiteral(",bus=%1,driver.discard=unmap,driver.detect_zeroes=unmap").arg(m_plan.diskBus.text());
                if (m_plan.ioThread)
                    argument += QStringLiteral(",driver.iothread=1");
            }
            add("disk", argument);
        }
        if (media.disks.empty())
            add("disk", QStringLiteral("none"));
        if (!media.cdroms.isEmpty())
            add("cdrom", media.cdroms.first());
        else if (m_recipe.source == MediaSource::NetworkInstall)
            add("pxe", {});
        else if (!media.disks.empty() && !m_recipe.withDisk)
            add("import", {});
        else
            add("boot", QStringLiteral("hd"));
    }

    void addNetwork()
    {
        if (!m_recipe.network) {
            add("network", QStringLiteral("none"));
            return;
        }
        const auto &offer = *m_recipe.network;
        auto argument = offer.kind == NetworkOffer::Kind::Network ? QStringLiteral("network=") + value(offer.name)
            : offer.kind == NetworkOffer::Kind::Bridge            ? QStringLiteral("bridge=") + value(offer.name)
            : offer.kind == NetworkOffer::Kind::Direct            ? QStringLiteral("type=direct,source.mode=bridge,source=") + value(offer.name)
                                                                  : QStringLiteral("user");
        const bool forwards = takesForwards(m_recipe) && !m_recipe.forwards.ports.empty();
        if (forwards)
            argument += forwardOptions(m_recipe.forwards, m_survey.forwarding);
        if (!m_plan.nicModel.isEmpty())
            argument += QStringLiteral(",model=") + m_plan.nicModel.text();
        add("network", argument);
        if (!forwards)
            return;
        for (const auto &[option, words] : forwardArguments(m_recipe.forwards, m_survey.forwarding))
            add(option, words);
    }

    void addDevices()
    {
        add("graphics", m_plan.display.isEmpty() ? QStringLiteral("none") : m_plan.display + QStringLiteral(",listen=127.0.0.1"));
        if (!m_plan.display.isEmpty())
            add("video", m_plan.videoModel.text());
        add("sound", m_plan.soundModel.isEmpty() ? QStringLiteral("none") : m_plan.soundModel);
        add("channel", QStringLiteral("unix,target.type=virtio,target.name=org.qemu.guest_agent.0"));
        if (!m_plan.displayAgent.isEmpty())
            add("channel", m_plan.displayAgent.text() + QStringLiteral(",target.type=virtio,target.name=com.redhat.spice.0")
                               + (m_plan.displayAgent == charBackends::qemuVdagent() ? QStringLiteral(",source.clipboard.copypaste=yes") : QString()));
        for (int i = 0; i < m_plan.usbRedirectors; ++i)
            add("redirdev", QStringLiteral("usb,type=spicevmc"));
        if (m_plan.usbRedirectors == 0 && m_plan.display == u"spice")
            add("redirdev", QStringLiteral("none"));
        add("rng", m_plan.rng ? QStringLiteral("/dev/urandom") : QStringLiteral("none"));
        if (!m_plan.tpmModel.isEmpty())
            add("tpm", QStringLiteral("backend.type=emulator,backend.version=2.0,model=") + m_plan.tpmModel);
        if (m_plan.watchdog)
            add("watchdog", QStringLiteral("i6300esb,action=reset"));
    }

    const MachineRecipe &m_recipe;
    const HostSurvey &m_survey;
    const MachinePlan m_plan;
    QStringList m_lines;
};

} // namespace

PlacedMedia expectedMedia(const MachineRecipe &recipe, const HostSurvey &survey)
{
    PlacedMedia media;
    const auto *pool = survey.pool(recipe.pool);
    const bool isFile = !pool || holdsFiles(pool->kind);
    const auto folder = pool && !pool->path.isEmpty() ? pool->path : QStringLiteral("/var/lib/libvirt/images");
    // Disks that come from elsewhere are converted.
    const auto format = !isFile ? QStringLiteral("raw")
        : fileFormatOf(takesBlankDisk(recipe.source) ? recipe.defaults.diskFormat : MachineDefaults::DiskFormat::Automatic);
    const auto inPool = folder + u'/' + recipe.name + (isFile ? u'.' + format : QString());
    const auto path = recipe.mediaPath.isEmpty() ? QString() : QFileInfo(recipe.mediaPath).absoluteFilePath();
    if (recipe.source == MediaSource::ExistingDisk && !fillsPool(recipe)) {
        const auto suffix = QFileInfo(path).suffix().toLower();
        media.disks.push_back({path, suffix == u"img" || suffix.isEmpty() ? QStringLiteral("raw") : suffix});
    } else if (bringsDisk(recipe.source) || recipe.withDisk) {
        media.disks.push_back({inPool, format});
    }
    if (!bringsDisk(recipe.source) && takesFile(recipe.source) && !path.isEmpty())
        media.cdroms += path;
    return media;
}

bool isDefinitionForeseen(const MachineRecipe &recipe)
{
    const bool makesDiscs = recipe.unattended || bringsVirtioDrivers(recipe);
    switch (recipe.source) {
    case MediaSource::InstallerImage: return !makesDiscs;
    case MediaSource::ExistingDisk:
    case MediaSource::NoMedium:
    case MediaSource::Container:
    case MediaSource::CustomXml: return true;
    case MediaSource::NetworkInstall: return !bootsKernel(recipe);
    default: return false;
    }
}

Result<QString> adoptedDefinition(const MachineRecipe &recipe, const HostSurvey &survey, const PlacedMedia &made)
{
    auto config = DomainConfig::parse(recipe.definition);
    if (!config)
        return failure(config.error());
    config->as<General>().set(General::name, recipe.name);
    const auto expected = expectedMedia(recipe, survey);
    const auto follow = [&config](const QString &from, const QString &to, const QString &format) {
        for (auto &disk : config->devices<Disk>()) {
            if (disk.get(Disk::file) == from)
                disk.set(Disk::file, to);
            else if (disk.get(Disk::blockDevice) == from)
                disk.set(Disk::blockDevice, to);
            else
                continue;
            if (!format.isEmpty() && disk.get(Disk::format))
                disk.set(Disk::format, format);
        }
    };
    for (size_t i = 0; i < std::min(expected.disks.size(), made.disks.size()); ++i)
        follow(expected.disks[i].path, made.disks[i].path, made.disks[i].format);
    for (qsizetype i = 0; i < std::min(expected.cdroms.size(), made.cdroms.size()); ++i)
        follow(expected.cdroms[i], made.cdroms[i], {});
    return config->toXml();
}

QString expectedDefinition(const MachineRecipe &recipe, const HostSurvey &survey)
{
    if (!recipe.definition.isEmpty() || recipe.source == MediaSource::CustomXml)
        return recipe.definition;
    if (recipe.source == MediaSource::Container)
        return containerXmlFor(recipe, survey);
    return domainXmlFor(recipe, survey, expectedMedia(recipe, survey));
}

QString virtInstallCommand(const MachineRecipe &recipe, const HostSurvey &survey, const QString &uri)
{
    if (recipe.source == MediaSource::Container)
        return containerCommand(recipe, survey, uri);
    return Command(recipe, survey).text(uri);
}

QString vagrantfileFor(const MachineRecipe &recipe, const HostSurvey &survey, const QString &uri)
{
    const auto plan = planFor(recipe, survey);
    const auto media = expectedMedia(recipe, survey);
    QStringList lines;
    const auto set = [&lines](const char *key, const QString &text) { lines += QStringLiteral("      v.%1 = %2").arg(QLatin1StringView(key), text); };
    set("uri", ruby(uri));
    set("driver", ruby(plan.accelerator));
    set("memory", QString::number(recipe.memory.inMib()));
    set("cpus", QString::number(recipe.vcpus));
    if (!plan.plain) {
        if (!plan.cpuMode.isEmpty())
            set("cpu_mode", ruby(plan.cpuMode.text()));
        set("machine_type", ruby(plan.machineType));
        set("nic_model_type", ruby(plan.nicModel.text()));
        set("disk_bus", ruby(plan.diskBus.text()));
        if (!plan.display.isEmpty()) {
            set("graphics_type", ruby(plan.display));
            set("video_type", ruby(plan.videoModel.text()));
        }
    }
    if (!recipe.pool.isEmpty())
        set("storage_pool_name", ruby(recipe.pool));
    if (recipe.withDisk)
        lines += QStringLiteral("      v.storage :file, size: '%1G', type: 'qcow2'").arg(qRound64(recipe.diskSize.inGib()));
    for (const auto &path : media.cdroms)
        lines += QStringLiteral("      v.storage :file, device: :cdrom, path: %1").arg(ruby(path));
    lines += QStringLiteral("      v.boot 'hd'");
    if (!media.cdroms.isEmpty())
        lines += QStringLiteral("      v.boot 'cdrom'");
    return QStringLiteral("Vagrant.configure('2') do |config|\n  config.vm.define %1 do |machine|\n    machine.vm.provider :libvirt do |v|\n%2\n    end\n  end\nend\n")
        .arg(ruby(recipe.name), lines.join(u'\n'));
}
