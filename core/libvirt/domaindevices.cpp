// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/libvirt/domaindevices.h"

#include "core/libvirt/call.h"
#include "core/libvirt/stream.h"

#include <libvirt/libvirt.h>

#include <algorithm>
#include <cstdlib>

namespace {

unsigned sourceOf(AddressSource source)
{
    switch (source) {
    case AddressSource::Lease: return VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE;
    case AddressSource::Agent: return VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT;
    case AddressSource::Arp: break;
    }
    return VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP;
}

GuestInterface interfaceFrom(const virDomainInterface &raw)
{
    GuestInterface result;
    result.name = QString::fromUtf8(raw.name);
    result.mac = QString::fromUtf8(raw.hwaddr);
    for (const int type : {int(VIR_IP_ADDR_TYPE_IPV4), int(VIR_IP_ADDR_TYPE_IPV6)}) {
        for (unsigned i = 0; i < raw.naddrs; ++i) {
            if (raw.addrs[i].type == type)
                result.addresses.append(QString::fromUtf8(raw.addrs[i].addr));
        }
    }
    return result;
}

} // namespace

Result<ScreenImage> domains::screenshot(const ConnectHandle &connection, const DomainHandle &domain, int screen)
{
    const auto stream = streams::create(connection);
    if (!stream)
        return failure(stream.error());
    ScreenImage image;
    {
        const Call call("virDomainScreenshot");
        auto mimeType = call.text(virDomainScreenshot(domain.get(), stream->get(), unsigned(screen), 0));
        if (!mimeType)
            return failure(mimeType.error());
        image.mimeType = std::move(*mimeType);
    }
    auto data = streams::receiveAll(*stream, largestScreenImage);
    if (!data)
        return failure(data.error());
    image.data = std::move(*data);
    return image;
}

Result<FileDescriptor> domains::openGraphics(const DomainHandle &domain, int display)
{
    const Call call("virDomainOpenGraphicsFD");
    const int fd = virDomainOpenGraphicsFD(domain.get(), unsigned(display), VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH);
    if (fd < 0)
        return failure(call.lastError());
    return FileDescriptor(fd);
}

Result<std::vector<GuestInterface>> domains::addresses(const DomainHandle &domain, AddressSource source)
{
    const Call call("virDomainInterfaceAddresses");
    virDomainInterfacePtr *raw = nullptr;
    const int count = virDomainInterfaceAddresses(domain.get(), &raw, sourceOf(source), 0);
    if (count < 0)
        return failure(call.lastError());
    std::vector<GuestInterface> interfaces;
    for (int i = 0; i < count; ++i) {
        interfaces.push_back(interfaceFrom(*raw[i]));
        virDomainInterfaceFree(raw[i]);
    }
    std::free(raw);
    return interfaces;
}

Result<BlockSizes> domains::blockSizes(const DomainHandle &domain, const QString &disk)
{
    const Call call("virDomainGetBlockInfo");
    virDomainBlockInfo raw{};
    if (virDomainGetBlockInfo(domain.get(), disk.toUtf8().constData(), &raw, 0) < 0)
        return failure(call.lastError());
    return BlockSizes{Bytes(raw.capacity), Bytes(raw.allocation), Bytes(raw.physical)};
}

Result<void> domains::sendKeys(const DomainHandle &domain, const std::vector<unsigned> &keyCodes)
{
    const Call call("virDomainSendKey");
    auto codes = keyCodes;
    codes.resize(std::min<size_t>(codes.size(), VIR_DOMAIN_SEND_KEY_MAX_KEYS));
    constexpr unsigned holdMs = 50;
    return call.done(virDomainSendKey(domain.get(), VIR_KEYCODE_SET_LINUX, holdMs, codes.data(), int(codes.size()), 0));
}
