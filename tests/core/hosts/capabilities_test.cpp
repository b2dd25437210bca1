// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/hosts/capabilities.h"

#include "tests/core/testdata.h"

#include <gtest/gtest.h>

namespace {

const QString hostXml = QStringLiteral(R"(<capabilities><host><uuid>x</uuid><cpu><arch>x86_64</arch><model>EPYC-Rome</model></cpu></host>
<guest><os_type>hvm</os_type><arch name='i686'><emulator>/usr/bin/qemu-system-i386</emulator><domain type='qemu'/></arch></guest>
<guest><os_type>hvm</os_type><arch name='x86_64'><wordsize>64</wordsize><emulator>/usr/bin/qemu-system-x86_64</emulator>
<machine maxCpus='255'>pc-i440fx-7.2</machine><machine canonical='pc-i440fx-7.2' maxCpus='255'>pc</machine>
<machine maxCpus='288'>pc-q35-5.2</machine><machine canonical='pc-q35-7.2' maxCpus='288'>q35</machine>
<domain type='qemu'/><domain type='kvm'/></arch></guest></capabilities>)");

const QString domainXml = QStringLiteral(R"(<domainCapabilities><path>/usr/bin/qemu-system-x86_64</path><domain>kvm</domain>
<machine>pc-q35-7.2</machine><arch>x86_64</arch><vcpu max='288'/>
<os supported='yes'><enum name='firmware'><value>bios</value><value>efi</value></enum>
<loader supported='yes'><enum name='secure'><value>no</value><value>yes</value></enum></loader></os>
<cpu><mode name='host-passthrough' supported='yes'/><mode name='maximum' supported='no'/><mode name='host-model' supported='yes'/></cpu>
<memoryBacking supported='yes'><enum name='sourceType'><value>file</value><value>memfd</value></enum></memoryBacking>
<devices><disk supported='yes'><enum name='bus'><value>virtio</value><value>sata</value></enum></disk>
<graphics supported='yes'><enum name='type'><value>vnc</value><value>spice</value></enum></graphics>
<video supported='yes'><enum name='modelType'><value>virtio</value></enum></video>
<tpm supported='yes'><enum name='model'><value>tpm-crb</value></enum><enum name='backendModel'><value>emulator</value></enum></tpm>
<rng supported='no'><enum name='backendModel'><value>random</value></enum></rng></devices>
<features><hyperv supported='yes'><enum name='features'><value>relaxed</value><value>vapic</value></enum></hyperv></features>
</domainCapabilities>)");

} // namespace

TEST(Capabilities, PrefersQ35OfTheHostsOwnArchitecture)
{
    const auto capabilities = readHostCapabilities(hostXml);
    EXPECT_EQ(capabilities.architecture, QStringLiteral("x86_64"));
    EXPECT_EQ(capabilities.cpuModel, QStringLiteral("EPYC-Rome"));
    EXPECT_TRUE(capabilities.offersKvm());
    const auto *guest = capabilities.ownGuest();
    ASSERT_TRUE(guest);
    EXPECT_EQ(guest->machineType, QStringLiteral("pc-q35-7.2"));
    EXPECT_EQ(guest->maxVcpus, 288);
    EXPECT_EQ(guest->emulator, QStringLiteral("/usr/bin/qemu-system-x86_64"));
    EXPECT_EQ(guest->accelerators, (QStringList{QStringLiteral("qemu"), QStringLiteral("kvm")}));
}

TEST(Capabilities, ReadsWhatAGuestMayHave)
{
    const auto caps = readDomainCapabilities(domainXml);
    EXPECT_TRUE(caps.known);
    EXPECT_EQ(caps.accelerator, QStringLiteral("kvm"));
    EXPECT_EQ(caps.machineType, QStringLiteral("pc-q35-7.2"));
    EXPECT_EQ(caps.maxVcpus, 288);
    EXPECT_TRUE(caps.uefi);
    EXPECT_TRUE(caps.secureBoot);
    EXPECT_EQ(caps.cpuModes, (QStringList{QStringLiteral("host-passthrough"), QStringLiteral("host-model")}));
    EXPECT_EQ(caps.diskBuses, (QStringList{QStringLiteral("virtio"), QStringLiteral("sata")}));
    EXPECT_EQ(caps.tpmModels, QStringList{QStringLiteral("tpm-crb")});
    EXPECT_TRUE(caps.rngBackends.isEmpty()) << "not supported, whatever is listed";
    EXPECT_TRUE(caps.memfd);
    EXPECT_EQ(caps.hyperv, (QStringList{QStringLiteral("relaxed"), QStringLiteral("vapic")}));
}

TEST(Capabilities, KnowWhetherAVncDisplayCanShareItsClipboard)
{
    auto listed = domainXml;
    listed.replace(QStringLiteral("</devices>"), QStringLiteral("<channel supported='yes'><enum name='type'><value>qemu-vdagent</value></enum></channel>"
                                                                "<redirdev supported='yes'><enum name='bus'><value>usb</value></enum></redirdev></devices>"));
    const auto caps = readDomainCapabilities(listed);
    EXPECT_TRUE(caps.vncClipboard);
    EXPECT_TRUE(caps.usbRedirection);
    EXPECT_TRUE(hasVncClipboard(caps, QStringLiteral("11.0.0"), QStringLiteral("10.1.0")));
    EXPECT_FALSE(hasVncClipboard(caps, QStringLiteral("11.0.0"), QStringLiteral("9.2.0"))) << "such a machine could not be saved";

    const auto silent = readDomainCapabilities(domainXml);
    EXPECT_FALSE(silent.vncClipboard);
    EXPECT_TRUE(hasVncClipboard(silent, QStringLiteral("9.0.0"), QStringLiteral("10.1.0")));
    EXPECT_FALSE(hasVncClipboard(silent, QStringLiteral("8.3.0"), QStringLiteral("10.1.0")));
    EXPECT_FALSE(hasVncClipboard(silent, QStringLiteral("9.0.0"), QStringLiteral("7.2.22")));
    EXPECT_FALSE(hasVncClipboard(silent, QStringLiteral("10.0.0"), QStringLiteral("10.1.0"))) << "would list it";
    EXPECT_FALSE(hasVncClipboard(silent, {}, {}));
    DomainCapabilities other;
    other.accelerator = QStringLiteral("xen");
    EXPECT_FALSE(hasVncClipboard(other, QStringLiteral("9.0.0"), QStringLiteral("10.1.0")));
}

TEST(Capabilities, MakeNothingOfGarbage)
{
    for (const auto &xml : {QString(), QStringLiteral("<"), QStringLiteral("<other/>"), QStringLiteral("<capabilities><guest/></capabilities>")}) {
        EXPECT_FALSE(readDomainCapabilities(xml).known);
        EXPECT_FALSE(readHostCapabilities(xml).offersKvm());
    }
    for (qsizetype length = 0; length < domainXml.size(); length += 7) {
        const auto caps = readDomainCapabilities(domainXml.left(length));
        EXPECT_LE(caps.maxVcpus, 288);
    }
}
