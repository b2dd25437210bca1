// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/domains.h"

#include "core/libvirt/call.h"

#include <libvirt/libvirt.h>

Result<DomainHandle> domains::define(const ConnectHandle &connection, const QString &xml, SchemaCheck check)
{
    const Call call("virDomainDefineXMLFlags");
    const auto text = xml.toUtf8();
    if (check == SchemaCheck::Yes)
        return call.owned(virDomainDefineXMLFlags(connection.get(), text.constData(), VIR_DOMAIN_DEFINE_VALIDATE));
    return call.owned(virDomainDefineXML(connection.get(), text.constData()));
}

Result<DomainHandle> domains::createTransient(const ConnectHandle &connection, const QString &xml)
{
    const Call call("virDomainCreateXML");
    return call.owned(virDomainCreateXML(connection.get(), xml.toUtf8().constData(), 0));
}

Result<void> domains::undefine(const DomainHandle &domain)
{
    constexpr unsigned known = VIR_DOMAIN_UNDEFINE_MANAGED_SAVE | VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA;
    // From what QEMU wants today to what the plainest driver takes.
    for (const unsigned flags : {known | VIR_DOMAIN_UNDEFINE_NVRAM | VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA | VIR_DOMAIN_UNDEFINE_KEEP_TPM,
                                 known | VIR_DOMAIN_UNDEFINE_NVRAM | VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA,
                                 known | VIR_DOMAIN_UNDEFINE_NVRAM, known, unsigned(VIR_DOMAIN_UNDEFINE_MANAGED_SAVE)}) {
        const Call call("virDomainUndefineFlags");
        if (virDomainUndefineFlags(domain.get(), flags) == 0)
            return {};
        auto error = call.lastError();
        // "unsupported flags" is an invalid argument.
        if (error.kind != Error::Kind::Unsupported && error.kind != Error::Kind::InvalidInput)
            return failure(std::move(error));
    }
    const Call call("virDomainUndefine");
    return call.done(virDomainUndefine(domain.get()));
}

Result<void> domains::rename(const DomainHandle &domain, const QString &name)
{
    const Call call("virDomainRename");
    return call.done(virDomainRename(domain.get(), name.toUtf8().constData(), 0));
}

Result<void> domains::setAutostart(const DomainHandle &domain, bool on)
{
    const Call call("virDomainSetAutostart");
    return call.done(virDomainSetAutostart(domain.get(), on ? 1 : 0));
}

Result<void> domains::start(const DomainHandle &domain, Boot boot)
{
    const Call call("virDomainCreate");
    switch (boot) {
    case Boot::Paused:
        return call.done(virDomainCreateWithFlags(domain.get(), VIR_DOMAIN_START_PAUSED));
    case Boot::ForgetSavedState:
        return call.done(virDomainCreateWithFlags(domain.get(), VIR_DOMAIN_START_FORCE_BOOT));
    case Boot::Normal:
        break;
    }
    return call.done(virDomainCreate(domain.get())); // the oldest call, which every driver has
}

Result<void> domains::shutDown(const DomainHandle &domain)
{
    const Call call("virDomainShutdown");
    return call.done(virDomainShutdown(domain.get()));
}

Result<void> domains::reboot(const DomainHandle &domain)
{
    const Call call("virDomainReboot");
    return call.done(virDomainReboot(domain.get(), 0));
}

Result<void> domains::reset(const DomainHandle &domain)
{
    const Call call("virDomainReset");
    return call.done(virDomainReset(domain.get(), 0));
}

Result<void> domains::forceOff(const DomainHandle &domain)
{
    const Call call("virDomainDestroy");
    return call.done(virDomainDestroy(domain.get()));
}

Result<void> domains::pause(const DomainHandle &domain)
{
    const Call call("virDomainSuspend");
    return call.done(virDomainSuspend(domain.get()));
}

Result<void> domains::resume(const DomainHandle &domain)
{
    const Call call("virDomainResume");
    return call.done(virDomainResume(domain.get()));
}

Result<void> domains::wakeUp(const DomainHandle &domain)
{
    const Call call("virDomainPMWakeup");
    return call.done(virDomainPMWakeup(domain.get(), 0));
}

Result<void> domains::save(const DomainHandle &domain)
{
    const Call call("virDomainManagedSave");
    return call.done(virDomainManagedSave(domain.get(), 0));
}

Result<void> domains::discardSavedState(const DomainHandle &domain)
{
    const Call call("virDomainManagedSaveRemove");
    return call.done(virDomainManagedSaveRemove(domain.get(), 0));
}
