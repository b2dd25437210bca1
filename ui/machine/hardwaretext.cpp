// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/machine/hardwaretext.h"

#include "ui/common/format.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace {

class Words final {
    Q_DECLARE_TR_FUNCTIONS(hardwaretext)
};

const QString dot = QStringLiteral(" · ");

QString cpuModeText(const QString &mode)
{
    if (mode == u"host-passthrough")
        return Words::tr("same as the host's");
    if (mode == u"host-model")
        return Words::tr("like the host's");
    if (mode == u"maximum")
        return Words::tr("all features");
    return {};
}

QString acceleratorText(const QString &accelerator)
{
    if (accelerator == u"kvm")
        return Words::tr("hardware virtualization");
    if (accelerator == u"qemu")
        return Words::tr("software emulation (slow)");
    return accelerator;
}

QString busText(const QString &bus)
{
    return bus == u"virtio" ? Words::tr("virtio (fast)") : bus == u"sata" || bus == u"scsi" || bus == u"ide" || bus == u"usb" ? bus.toUpper() : bus;
}

FactCard::Row diskRow(const DiskFacts &disk, int number)
{
    const bool cd = disk.device == u"cdrom";
    const bool floppy = disk.device == u"floppy";
    FactCard::Row row;
    row.name = cd ? Words::tr("CD drive") : floppy ? Words::tr("Floppy drive") : Words::tr("Disk %1").arg(number);
    if (disk.source.isEmpty()) {
        row.value = Words::tr("empty");
        return row;
    }
    QStringList parts{QFileInfo(disk.source).fileName()};
    if (!cd && !floppy)
        parts << busText(disk.bus);
    if (disk.capacity)
        parts << format::size(*disk.capacity);
    row.value = parts.join(dot);
    if (disk.allocated && !cd)
        row.extra = Words::tr("%1 used").arg(format::size(*disk.allocated));
    return row;
}

FactCard::Row nicRow(const NicFacts &nic)
{
    QStringList parts;
    if (nic.kind == u"user")
        parts << Words::tr("user networking");
    else if (nic.kind == u"bridge")
        parts << Words::tr("bridge %1").arg(nic.source);
    else
        parts << (nic.source.isEmpty() ? nic.kind : nic.source);
    if (!nic.model.isEmpty())
        parts << busText(nic.model);
    return {Words::tr("Network"), parts.join(dot), nic.mac, !nic.mac.isEmpty(), false};
}

/// What the balloon leaves to the guest, where that is less than all.
QString ballooned(const MachineFacts &facts)
{
    const auto &details = facts.details;
    if (!details || details->memoryNow.isZero() || !(details->memoryNow < details->memory))
        return {};
    return Words::tr("%1 at present").arg(format::size(details->memoryNow));
}

void addStartRows(std::vector<FactCard::Row> &rows, const MachineFacts &facts)
{
    rows.push_back({Words::tr("Starts"), facts.autostart ? Words::tr("with the host") : Words::tr("when told to"), {}, false, false});
    if (!facts.persistent)
        rows.push_back({Words::tr("Lifetime"), Words::tr("vanishes when it stops: it has no stored definition"), {}, false, false});
}

} // namespace

namespace hardwaretext {

std::vector<FactCard::Row> rowsOf(const MachineFacts &facts)
{
    std::vector<FactCard::Row> rows;
    const auto details = facts.details;
    const int vcpus = facts.vcpus > 0 ? facts.vcpus : details ? details->vcpus : 0;
    if (vcpus > 0) {
        QStringList parts{Words::tr("%n cores", nullptr, vcpus)};
        if (details)
            parts << cpuModeText(details->cpuMode) << acceleratorText(details->accelerator);
        parts.removeAll(QString());
        rows.push_back({Words::tr("Processor"), parts.join(dot), {}, false, false});
    }
    const auto memory = facts.memory.isZero() && details ? details->memory : facts.memory;
    if (!memory.isZero())
        rows.push_back({Words::tr("Memory"), format::size(memory), ballooned(facts), false, false});
    if (!details) {
        rows.push_back({Words::tr("Devices"), Words::tr("Reading the definition…"), {}, false, false});
        addStartRows(rows, facts);
        return rows;
    }
    int number = 0;
    for (const auto &disk : details->disks)
        rows.push_back(diskRow(disk, disk.device == u"disk" || disk.device == u"lun" ? ++number : 0));
    for (const auto &nic : details->nics)
        rows.push_back(nicRow(nic));
    for (const auto &address : facts.addresses)
        rows.push_back({Words::tr("Address"), address, {}, true, false});
    QStringList displays;
    for (const auto &display : details->displays)
        displays << display.kind.text().toUpper();
    rows.push_back({Words::tr("Display"), displays.isEmpty() ? Words::tr("none") : displays.join(dot), {}, false, false});
    QStringList firmware{details->uefi ? Words::tr("UEFI") : Words::tr("BIOS")};
    if (details->uefi)
        firmware << (details->secureBoot ? Words::tr("Secure Boot on") : Words::tr("Secure Boot off"));
    if (details->hasTpm)
        firmware << Words::tr("TPM");
    rows.push_back({Words::tr("Firmware"), firmware.join(dot), details->machineType, false, false});
    addStartRows(rows, facts);
    if (!details->title.isEmpty())
        rows.push_back({Words::tr("Title"), details->title.simplified(), {}, false, false});
    if (!details->description.isEmpty())
        rows.push_back({Words::tr("Description"), details->description.simplified(), {}, false, false});
    return rows;
}

} // namespace hardwaretext
