// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/handle.h"

#include "core/libvirt/blocking.h"

#include <libvirt/libvirt.h>

namespace {

template<class Raw>
void giveBack(Raw *raw, int (*release)(Raw *))
{
    if (raw)
        runWhereItMayBlock([raw, release] { release(raw); });
}

} // namespace

template<> void Handle<virConnect>::retain(virConnect *raw)
{
    if (raw)
        virConnectRef(raw);
}
template<> void Handle<virConnect>::release(virConnect *raw)
{
    giveBack(raw, virConnectClose);
}

template<> void Handle<virDomain>::retain(virDomain *raw)
{
    if (raw)
        virDomainRef(raw);
}
template<> void Handle<virDomain>::release(virDomain *raw)
{
    giveBack(raw, virDomainFree);
}

template<> void Handle<virNetwork>::retain(virNetwork *raw)
{
    if (raw)
        virNetworkRef(raw);
}
template<> void Handle<virNetwork>::release(virNetwork *raw)
{
    giveBack(raw, virNetworkFree);
}

template<> void Handle<virStoragePool>::retain(virStoragePool *raw)
{
    if (raw)
        virStoragePoolRef(raw);
}
template<> void Handle<virStoragePool>::release(virStoragePool *raw)
{
    giveBack(raw, virStoragePoolFree);
}

template<> void Handle<virStorageVol>::retain(virStorageVol *raw)
{
    if (raw)
        virStorageVolRef(raw);
}
template<> void Handle<virStorageVol>::release(virStorageVol *raw)
{
    giveBack(raw, virStorageVolFree);
}

template<> void Handle<virStream>::retain(virStream *raw)
{
    if (raw)
        virStreamRef(raw);
}
template<> void Handle<virStream>::release(virStream *raw)
{
    giveBack(raw, virStreamFree);
}
